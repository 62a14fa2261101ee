"""Reads a `kb/` folder into `Knowledge`, or says everything that is wrong with it.

One file is one item, named after its id. `words/` holds the program's own sentences (id: sentence), `VERSION` the
release. Which folder holds what is the table `FOLDERS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from carrywell.knowledge import references
from carrywell.knowledge.build import build
from carrywell.knowledge.contraindications import check_contraindications
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.fingerprint import digests_of
from carrywell.knowledge.floors import check_floors
from carrywell.knowledge.texts import texts_of, with_keys
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.model import accepted, background, follow_up
from carrywell.model import knowledge as items
from carrywell.model.baby_task import BabyTask
from carrywell.model.care_words import CareLevelWords, DoorWords
from carrywell.model.claim import Claim
from carrywell.model.condition import Condition
from carrywell.model.contraindication import Contraindication
from carrywell.model.exercise import Exercise
from carrywell.model.floors import Floor
from carrywell.model.item import Item
from carrywell.model.load_task import LoadTask
from carrywell.model.pose import Pose
from carrywell.model.stage_start import StageStart
from carrywell.model.text import Text
from carrywell.model.week_parts import Goal, Ladder, WeekPart

KB = Path(__file__).parent.parent / "kb"

FOLDERS: dict[str, type[Item]] = {
    "findings": items.Finding,
    "combinations": items.Combination,
    "conditions": Condition,
    "facts": items.NamedFact,
    "screens": items.Screen,
    "classes": items.PainClass,
    "causes": items.Cause,
    "advice": items.Advice,
    "gates": items.Gate,
    "baby_tasks": BabyTask,
    "exercises": Exercise,
    "goals": Goal,
    "week_parts": WeekPart,
    "claims": Claim,
    "ladders": Ladder,
    "care_levels": CareLevelWords,
    "doors": DoorWords,
    "safety_net": follow_up.SafetyNet,
    "recheck": follow_up.Recheck,
    "over_time": follow_up.OverTime,
    "lasting_signs": follow_up.LastingSigns,
    "tasks": items.Task,
    "load_tasks": LoadTask,
    "private": items.PrivateResult,
    "home_tests": background.HomeTest,
    "separating_questions": background.SeparatingQuestion,
    "prognosis": background.Prognosis,
    "design_rules": background.DesignRule,
    "floors": Floor,
    "contraindications": Contraindication,
    "sources": items.Source,
    "stages": StageStart,
    "poses": Pose,
    "presupposes": accepted.Presupposes,
    "not_asked_across": accepted.NotAskedAcross,
    "no_effect": accepted.NoEffect,
}


Raw = dict[str, Any]


def read_knowledge(kb: Path = KB) -> items.Knowledge:
    """The knowledge base under `kb`. Faulty with every fault of every file; FileNotFoundError where there is none."""
    return fingerprinted(assemble(read_raw(kb)))


def assemble(raw: Raw) -> items.Knowledge:
    """Builds the items from what `read_raw` found right."""
    parts: dict[str, Any] = {"version": raw["version"], "old_ids": {k: tuple(v) for k, v in raw["old_ids"].items()}}
    parts["phrases"] = {name: Text(english, f"words/{name}") for name, english in raw["phrases"].items()}
    for folder, model in FOLDERS.items():
        found = {name: model.model_validate(value) for name, value in raw[folder].items()}
        parts[folder] = {name: with_keys(item, f"{folder}/{name}") for name, item in found.items()}
    return items.Knowledge.model_construct(**parts)


def fingerprinted(knowledge: items.Knowledge) -> items.Knowledge:
    return knowledge.model_copy(update={"digests": digests_of(knowledge, FOLDERS)})


def all_texts(knowledge: items.Knowledge) -> tuple[Text, ...]:
    """Every sentence there is, with its id, file by file."""
    of_items = (text for folder in FOLDERS for item in getattr(knowledge, folder).values() for text in texts_of(item))
    return (*of_items, *knowledge.phrases.values())


def files_of(kb: Path = KB) -> dict[str, str]:
    """Where the sentences stand: the beginning of their ids (`findings/fever#`, `words/start.`) -> the file's path."""
    paths = {folder: sorted((kb / folder).rglob("*.yaml")) for folder in (*FOLDERS, "words")}
    return {
        f"{folder}/{path.stem}{'.' if folder == 'words' else '#'}": path.relative_to(kb).as_posix()
        for folder, found in paths.items()
        for path in found
    }


def read_raw(kb: Path = KB) -> Raw:
    """The whole knowledge base as plain texts, checked. Faulty, or FileNotFoundError."""
    if not kb.is_dir():
        raise FileNotFoundError(f"{kb}: no such folder")
    faults: list[Fault] = []
    documents: dict[tuple[str, str], Document] = {}
    raw: Raw = {folder: _read_folder(kb, folder, model, documents, faults) for folder, model in FOLDERS.items()}
    raw["phrases"] = _read_phrases(kb, faults)
    raw["old_ids"] = _read_old_ids(kb, documents, faults)
    raw["version"] = _read_version(kb, faults)
    faults += _stray_files(kb)
    knowledge = assemble(raw)
    faults += references.check(knowledge, documents, _unread(kb, raw))
    if not faults:  # the second books are compared with a whole first one
        faults += [*check_floors(knowledge, documents), *check_contraindications(knowledge, documents)]
    if faults:
        raise Faulty(faults)
    return raw


def _read_folder(
    kb: Path, folder: str, model: type[Item], documents: dict[tuple[str, str], Document], faults: list[Fault]
) -> Raw:
    found: Raw = {}
    for path in sorted((kb / folder).rglob("*.yaml")):
        try:
            document = _read(kb, path)
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


def _read_phrases(kb: Path, faults: list[Fault]) -> dict[str, str]:
    phrases: dict[str, str] = {}
    for path in sorted((kb / "words").rglob("*.yaml")):
        try:
            document = _read(kb, path)
        except Faulty as faulty:
            faults += faulty.faults
            continue
        for place, english in _flat(document.value, ()):
            name = ".".join((path.stem, *place))
            if not place or not isinstance(english, str) or not english.strip():
                faults.append(document.fault_at(place, f"{name}: a sentence is expected (id: sentence)"))
            elif "TODO" in english:
                faults.append(document.fault_at(place, f"{name}: the sentence is not written yet (TODO)"))
            elif name in phrases:
                faults.append(document.fault_at(place, f"{name} stands in two files of words/; allowed is one"))
            else:
                phrases[name] = " ".join(english.split())
    return phrases


def _flat(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    if not isinstance(value, dict):
        yield place, value
        return
    for key, inside in value.items():
        yield from _flat(inside, (*place, key))


def _read_old_ids(kb: Path, documents: dict[tuple[str, str], Document], faults: list[Fault]) -> Raw:
    """Ids that stay accepted after a finding was split: old id -> the parts, the most cautious first."""
    path = kb / "old_ids.yaml"
    if not path.is_file():
        faults.append(Fault(path.name, 1, 1, "the file is missing"))
        return {}
    try:
        document = _read(kb, path)
    except Faulty as faulty:
        faults += faulty.faults
        return {}
    documents["old_ids", ""] = document
    if not isinstance(document.value, dict):
        faults.append(document.fault_at((), "a mapping (old id: [finding ids]) is expected at the top"))
        return {}
    read: Raw = {}
    for old, parts in document.value.items():
        if isinstance(parts, list) and parts and all(isinstance(part, str) for part in parts):
            read[old] = parts
        else:
            faults.append(document.fault_at((old,), f"{old}: a list of finding ids is expected"))
    return read


def _read(kb: Path, path: Path) -> Document:
    shown = _shown(kb, path)
    try:
        return read_yaml(shown, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Faulty([Fault(shown, 1, 1, "not UTF-8 text; allowed is YAML")]) from error


def _unread(kb: Path, raw: Raw) -> frozenset[tuple[str, str]]:
    paths = ((folder, path.stem) for folder in FOLDERS for path in (kb / folder).rglob("*.yaml"))
    return frozenset((folder, name) for folder, name in paths if name not in raw[folder])


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
