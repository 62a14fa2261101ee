"""What the knowledge base says, as a content hash: of each item, and of the whole.

Hashed is what was *read*, in one canonical form: the order of files and keys, comments, line breaks, quotes, and
whether a default is written out make no difference; a word, a number or the order of a list does. The version
(`VERSION`) is a name for the content and no part of it. The fingerprint in `knowledge.bundle` is another thing: it is
over the bytes of the files, and only says whether the bundle is older than they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from carrywell.model.digests import Digests
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Text

WORDS, OLD_IDS = "words", "old_ids"  # hashed as one item each: no decision rests on a single sentence of these


def digests_of(knowledge: Knowledge, folders: Iterable[str]) -> Digests:
    """The digests of every item in these folders, of `words` and `old_ids`, and of all of them together."""
    items = {
        f"{folder}/{name}": _digest(item) for folder in folders for name, item in getattr(knowledge, folder).items()
    }
    items |= {WORDS: _digest(knowledge.phrases), OLD_IDS: _digest(knowledge.old_ids)}
    return Digests(whole=_digest(items), items=items)


def bytes_under(folder: Path, without: str = "") -> str:
    """Over the names and contents of every file under `folder`, but for those in its sub-folder `without`."""
    total = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if without and name.startswith(f"{without}/"):
            continue
        content = path.read_bytes()
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _digest(value: object) -> str:
    canonical = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return value.english
    if isinstance(value, BaseModel):
        return _given(value)
    if is_dataclass(value) and not isinstance(value, type):  # a part of a condition
        return {type(value).__name__: [_plain(getattr(value, field.name)) for field in fields(value) if field.init]}
    if isinstance(value, Mapping):
        return {str(key): _plain(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _given(part: BaseModel) -> dict[str, object]:
    """The fields that differ from their default: a field that the program gains later changes no digest by itself."""
    return {
        name: _plain(value)
        for name, field in type(part).model_fields.items()
        if (value := getattr(part, name)) != field.get_default(call_default_factory=True)
    }
