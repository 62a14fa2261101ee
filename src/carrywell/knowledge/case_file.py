"""Reads a case (docs/reference/case-file.md) strictly: a fault names its place, what was found, what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from carrywell.knowledge.build import build
from carrywell.knowledge.data_file import read_data_text, read_text_file
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import Document
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.case_kinds import LONGEST_DAY_MINUTES
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.told import Told, told

_ANSWERS: Mapping[str, Answer] = {answer.value: answer for answer in Answer}
_AS_YES_OR_NO = {"true": "yes", "false": "no"}
# Ids of the evidence that are asked elsewhere in a case file.
_PAIN_NOW = "pain_nrs"
_STAGE = "stage"


def read_case_file(path: Path, knowledge: Knowledge) -> Case:
    """Faulty when the case is wrong; OSError when the file cannot be read."""
    return read_case_text(str(path), read_text_file(path, told("wanted.case_text")), knowledge)


def read_case_text(file: str, content: str, knowledge: Knowledge) -> Case:
    """`file` is only the name in the faults; a name ending in .json must hold JSON."""
    return case_in(read_data_text(file, content), knowledge)


def case_in(document: Document, knowledge: Knowledge) -> Case:
    value = document.value
    if not isinstance(value, dict):
        raise Faulty([Fault(document.file, 1, 1, told("fault.case_top", keys=tuple(Case.model_fields)))])
    faults: list[Fault] = []
    answers = _answers(document, knowledge, faults)
    day = _day(document, knowledge, faults)
    whole = {
        **value,
        **({"answers": answers} if answers is not None else {}),
        **({"day": day} if day is not None else {}),
    }
    _pain_now(whole, document, faults)
    try:
        case = build(Case, replace(document, value=whole))
    except Faulty as faulty:
        raise Faulty([*faults, *faulty.faults]) from faulty
    _stage(value, case, document, faults)
    if faults:
        raise Faulty(faults)
    return case


def _section(name: str, document: Document, faults: list[Fault]) -> Mapping[str, Any] | None:
    assert isinstance(document.value, dict)
    if name not in document.value:
        return None
    section = document.value[name]
    if section == "":
        return {}
    if not isinstance(section, dict):
        faults.append(document.fault_at((name,), told("fault.section", name=name, found=repr(section))))
        return {}
    return section


def _answers(document: Document, knowledge: Knowledge, faults: list[Fault]) -> dict[str, Answer | float] | None:
    said = _section("answers", document, faults)
    if said is None:
        return None
    read: dict[str, Answer | float] = {}
    for name, value in said.items():
        if name in (_PAIN_NOW, _STAGE):
            continue
        parts = knowledge.old_ids.get(name)
        finding = knowledge.findings.get(parts[0] if parts else name)
        if finding is None:
            says = told("fault.unknown_id", name=repr(name), allowed=_near(name, knowledge))
            faults.append(document.fault_on_key(("answers", name), says))
            continue
        answer = _answer(finding, value)
        if answer is None:
            faults.append(document.fault_at(("answers", name), _wrong(name, value, _allowed(finding))))
            continue
        for part in _meant(parts, answer) if parts else (name,):
            if part == name or part not in said:
                read[part] = answer
            elif answer is not Answer.NO and str(said[part]) != str(answer):
                says = told("fault.stands_for", name=name, part=part)
                faults.append(document.fault_at(("answers", name), says))
    return read


def _meant(parts: tuple[str, ...], answer: Answer | float) -> tuple[str, ...]:
    """An old id's no is a no to all its parts; its yes or unsure means the most cautious part."""
    return parts if answer is Answer.NO else parts[:1]


def _wrong(name: str, found: object, allowed: Told | tuple[str, ...]) -> Told:
    return told("fault.of", name=name, says=told("fault.found", found=repr(found), allowed=allowed))


def _near(name: str, knowledge: Knowledge) -> Told:
    near = get_close_matches(name, [*knowledge.findings, *knowledge.old_ids], n=3)
    return told("fault.findings_near", near=tuple(near)) if near else told("fault.findings")


def _answer(finding: Finding, value: object) -> Answer | float | None:
    text = _AS_YES_OR_NO.get(str(value).lower(), str(value))
    if finding.asks_for == "number":
        return Answer.UNSURE if text == "unsure" else _number(text, finding.lowest, finding.highest)
    if text == Answer.RATHER_NOT_SAY and not finding.intimate:
        return None
    return _ANSWERS.get(text)


def _allowed(finding: Finding) -> Told | tuple[str, ...]:
    if finding.asks_for == "number":
        return told("fault.number_or_unsure", low=f"{finding.lowest:g}", high=f"{finding.highest:g}")
    return ("yes", "no", "unsure", "rather_not_say") if finding.intimate else ("yes", "no", "unsure")


def _number(text: object, lowest: float | None, highest: float | None) -> float | None:
    try:
        number = float(str(text))
    except ValueError:
        return None
    low, high = lowest if lowest is not None else float("-inf"), highest if highest is not None else float("inf")
    return number if low <= number <= high else None


def _day(document: Document, knowledge: Knowledge, faults: list[Fault]) -> dict[str, float] | None:
    said = _section("day", document, faults)
    if said is None:
        return None
    read: dict[str, float] = {}
    for name, value in said.items():
        if name not in knowledge.tasks:
            says = told("fault.unknown_task", name=repr(name), allowed=tuple(sorted(knowledge.tasks)))
            faults.append(document.fault_on_key(("day", name), says))
            continue
        number = _number(value, 0, LONGEST_DAY_MINUTES)
        if number is None:
            allowed = told("fault.minutes_or_times", most=LONGEST_DAY_MINUTES)
            faults.append(document.fault_at(("day", name), _wrong(name, value, allowed)))
            continue
        read[name] = number
    return read


def _pain_now(whole: dict[str, Any], document: Document, faults: list[Fault]) -> None:
    """`answers.pain_nrs` is the pain now; said twice, the two must agree."""
    said = _section("answers", document, faults) or {}
    if _PAIN_NOW not in said:
        return
    pain = whole.get("pain", {})
    number = _number(said[_PAIN_NOW], 0, 10)
    if number is None or number != int(number):
        allowed = told("fault.whole_between", low=0, high=10)
        faults.append(document.fault_at(("answers", _PAIN_NOW), _wrong(_PAIN_NOW, said[_PAIN_NOW], allowed)))
    elif not isinstance(pain, dict):
        return  # a fault of its own
    elif "now" in pain and _number(pain["now"], 0, 10) != number:
        says = told("fault.differ", one=_PAIN_NOW, other="pain.now")
        faults.append(document.fault_at(("answers", _PAIN_NOW), says))
    else:
        whole["pain"] = {**pain, "now": int(number)}


def _stage(value: Mapping[str, Any], case: Case, document: Document, faults: list[Fault]) -> None:
    """`answers.stage` says the weeks once more; it must agree with `about`."""
    answers = value.get("answers")
    if not isinstance(answers, dict) or _STAGE not in answers:
        return
    weeks = case.about.weeks_pregnant if case.about.pregnant else case.about.weeks_postpartum
    if _number(answers[_STAGE], 0, None) != weeks:
        says = _wrong(_STAGE, answers[_STAGE], told("fault.weeks_of_about"))
        faults.append(document.fault_at(("answers", _STAGE), says))
