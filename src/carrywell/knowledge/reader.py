"""Reads a `kb/` folder into `Knowledge`, or says everything that is wrong with it.

One file is one item, named after its id. `words/` holds the program's own sentences (id: sentence), `VERSION` the
release. Which folder holds what is the table `FOLDERS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from carrywell.knowledge import references
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.texts import with_keys
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.model import knowledge as items
from carrywell.model.text import Text

ItemT = TypeVar("ItemT", bound=BaseModel)

KB = Path(__file__).parent.parent / "kb"

FOLDERS: dict[str, type[items.Item]] = {
    "findings": items.Finding,
    "combinations": items.Combination,
    "conditions": items.Condition,
    "facts": items.NamedFact,
    "screens": items.Screen,
    "classes": items.PainClass,
    "causes": items.Cause,
    "advice": items.Advice,
    "gates": items.Gate,
    "care_levels": items.CareLevelWords,
    "doors": items.DoorWords,
    "safety_net": items.SafetyNet,
    "recheck": items.Recheck,
    "tasks": items.Task,
    "private": items.PrivateResult,
    "home_tests": items.HomeTest,
    "separating_questions": items.SeparatingQuestion,
    "prognosis": items.Prognosis,
    "design_rules": items.DesignRule,
    "sources": items.Source,
}


Raw = dict[str, Any]


def read_knowledge(kb: Path = KB) -> items.Knowledge:
    """The knowledge base under `kb`. Faulty with every fault of every file; FileNotFoundError where there is none."""
    return assemble(read_raw(kb))


def assemble(raw: Raw) -> items.Knowledge:
    """Builds the items from what `read_raw` found right."""
    parts: dict[str, Any] = {"version": raw["version"], "old_ids": {k: tuple(v) for k, v in raw["old_ids"].items()}}
    parts["phrases"] = {name: Text(english, f"words/{name}") for name, english in raw["phrases"].items()}
    for folder, model in FOLDERS.items():
        found = {name: model.model_validate(value) for name, value in raw[folder].items()}
        parts[folder] = {name: with_keys(item, f"{folder}/{name}") for name, item in found.items()}
    return items.Knowledge.model_construct(**parts)


def read_raw(kb: Path = KB) -> Raw:
    """The whole knowledge base as plain texts, checked. Faulty, or FileNotFoundError."""
    if not kb.is_dir():
        raise FileNotFoundError(f"{kb}: no such folder")
    faults: list[Fault] = []
    documents: dict[tuple[str, str], Document] = {}
    raw: Raw = {folder: _read_folder(kb, folder, model, documents, faults) for folder, model in FOLDERS.items()}
    raw["phrases"] = _read_phrases(kb, faults)
    raw["old_ids"] = _read_old_ids(kb, faults)
    raw["version"] = _read_version(kb, faults)
    faults += _stray_files(kb)
    faults += references.check(assemble(raw), documents, _unread(kb, raw))
    if faults:
        raise Faulty(faults)
    return raw


def _read_folder(
    kb: Path, folder: str, model: type[items.Item], documents: dict[tuple[str, str], Document], faults: list[Fault]
) -> Raw:
    found: Raw = {}
    for path in sorted((kb / folder).rglob("*.yaml")):
        try:
            document = read_yaml(_shown(kb, path), path.read_text(encoding="utf-8"))
            item = build(model, document)
        except Faulty as faulty:
            faults += faulty.faults
            continue
        if item.id != path.stem:
            faults.append(
                document.fault_at(("id",), f"id {item.id!r} in a file named {path.name}; allowed is the same")
            )
        if item.id in found:
            faults.append(document.fault_at(("id",), f"the id {item.id!r} stands in two files of {folder}/"))
        found[item.id] = document.value
        documents[folder, item.id] = document
    return found


def build(model: type[ItemT], document: Document) -> ItemT:
    """The item in a document. Faulty with line and column of every field that is wrong."""
    if not isinstance(document.value, dict):
        raise Faulty([Fault(document.file, 1, 1, "a mapping (key: value) is expected at the top")])
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        raise Faulty([_fault(document, detail) for detail in error.errors()]) from error


def _fault(document: Document, detail: Mapping[str, Any]) -> Fault:
    path = tuple(detail["loc"])
    name = ".".join(str(part) for part in path) or "the file"
    if detail["type"] == "extra_forbidden":
        return document.fault_at(path, f"unknown key {path[-1]!r}; remove it or correct its name")
    if detail["type"] == "missing":
        return document.fault_at(path[:-1], f"the key {path[-1]!r} is missing")
    says = detail["msg"].removeprefix("Value error, ")
    return document.fault_at(path, f"{name}: {says}{_found(detail['input'])}")


def _found(value: object) -> str:
    return f" (found {value!r})" if isinstance(value, (str, int, float)) else ""


def _read_phrases(kb: Path, faults: list[Fault]) -> dict[str, str]:
    phrases: dict[str, str] = {}
    for path in sorted((kb / "words").glob("*.yaml")):
        try:
            document = read_yaml(_shown(kb, path), path.read_text(encoding="utf-8"))
        except Faulty as faulty:
            faults += faulty.faults
            continue
        for key, english in _flat(document.value):
            name = f"{path.stem}.{key}"
            if not isinstance(english, str) or not english.strip():
                faults.append(document.fault_on(key.rsplit(".", 1)[-1], f"{name}: a sentence is expected"))
                continue
            phrases[name] = " ".join(english.split())
    return phrases


def _flat(value: object, prefix: str = "") -> Iterator[tuple[str, object]]:
    if not isinstance(value, dict):
        yield prefix, value
        return
    for key, inside in value.items():
        yield from _flat(inside, f"{prefix}.{key}" if prefix else key)


def _read_old_ids(kb: Path, faults: list[Fault]) -> Raw:
    """Ids that stay accepted after a finding was split: old id -> the parts, the most cautious first."""
    path = kb / "old_ids.yaml"
    try:
        document = read_yaml(_shown(kb, path), path.read_text(encoding="utf-8"))
    except Faulty as faulty:
        faults += faulty.faults
        return {}
    except FileNotFoundError:
        faults.append(Fault(path.name, 1, 1, "the file is missing"))
        return {}
    table = document.value if isinstance(document.value, dict) else {}
    for old, parts in table.items():
        if not isinstance(parts, list) or not parts:
            faults.append(document.fault_at((old,), f"{old}: a list of finding ids is expected"))
    return {old: parts for old, parts in table.items() if isinstance(parts, list)}


def _unread(kb: Path, raw: Raw) -> frozenset[str]:
    paths = (path for folder in FOLDERS for path in (kb / folder).rglob("*.yaml") if path.stem not in raw[folder])
    return frozenset(path.stem for path in paths)


def _read_version(kb: Path, faults: list[Fault]) -> str:
    path = kb / "VERSION"
    version = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    if not version:
        faults.append(Fault("VERSION", 1, 1, "the version is missing, for example 2026.11"))
    return version


def _stray_files(kb: Path) -> Iterator[Fault]:
    """A file that no table reads would be knowledge lost in silence."""
    known = {*FOLDERS, "words", "i18n"}
    for path in sorted(kb.rglob("*")):
        if path.is_dir() or (path.name in ("VERSION", "old_ids.yaml") and path.parent == kb):
            continue
        top = path.relative_to(kb).parts[0]
        if path.suffix != ".yaml" or top not in known or path.parent == kb:
            yield Fault(
                _shown(kb, path), 1, 1, f"not read by anything; allowed are .yaml files in {', '.join(sorted(known))}"
            )


def _shown(kb: Path, path: Path) -> str:
    return path.relative_to(kb).as_posix()
