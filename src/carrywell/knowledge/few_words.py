"""The program's own sentences, read file by file when one is first spoken.

For what is said before the knowledge base is open, such as the help of a command, or where it cannot be opened. What is
read here is `kb/words` as it stands, not the bundle: these few files are read sooner than all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from carrywell.knowledge.pseudo import PSEUDO, pseudo
from carrywell.model.text import LANGUAGES, Text, Translation, Voice

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # libyaml missing: slower, same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

_KB = Path(__file__).parent.parent / "kb"
_WORDS = "words"


@cache
def few_words(language: str = "en") -> Voice:
    """KeyError for a language that there is not."""
    if language not in (*LANGUAGES, *PSEUDO):
        raise KeyError(language)
    phrases = _Phrases(language)
    return Voice(phrases, language, phrases.translations)


class _Phrases(dict[str, Text]):
    """Asked for a sentence that it does not have yet, it reads the file, and the translations beside it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.translations: dict[str, Translation] = {}

    def __missing__(self, key: str) -> Text:
        file, _, name = key.partition(".")
        found = dict(_flat(_read(_KB / _WORDS / f"{file}.yaml"), ""))
        if name not in found:
            raise KeyError(key)
        texts = {f"{file}.{each}": Text(" ".join(says.split()), f"words/{file}.{each}") for each, says in found.items()}
        self.update(texts)
        self.translations |= _translations(file, texts.values(), self.language)
        return self[key]


def _translations(file: str, texts: Iterable[Text], language: str) -> Mapping[str, Translation]:
    if language == LANGUAGES[0]:
        return {}
    if language in PSEUDO:
        return {text.key: Translation(pseudo(text.english, language), text.fingerprint) for text in texts}
    found = _read(_KB / "i18n" / language / _WORDS / f"{file}.yaml")
    return {f"words/{file}.{name}": Translation(**said) for name, said in found.items() if isinstance(said, dict)}


def _flat(found: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    for name, says in found.items():
        if isinstance(says, dict):
            yield from _flat(says, f"{above}{name}.")
        else:
            yield f"{above}{name}", says


def _read(path: Path) -> Mapping[str, Any]:
    """Empty where there is no such file: the sentence is then in no language, or in English."""
    if not path.is_file():
        return {}
    return yaml.load(path.read_bytes(), Loader=_Loader) or {}  # noqa: S506 (the base loader makes texts only)
