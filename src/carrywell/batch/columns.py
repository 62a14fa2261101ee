"""The columns of a frame of cases: named like the keys of a case file, dotted, each with what it may hold.

What may stand in a column is taken from the types of `model.case` and from the findings; nothing is listed here again.
A column that is left out is silence in every row, and so is a null; an empty list is an answer (none of these).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import polars as pl
from pydantic.fields import FieldInfo

from carrywell.model.answer import Answer
from carrywell.model.case import About, Case, CasePart, Pain
from carrywell.model.knowledge import Finding, Knowledge

LONGEST_DAY_MINUTES = 24 * 60

ID = "id"  # whatever the rows are called; carried through, never looked at
ASKED_ON = "asked_on"
PAIN_NOW = "pain.now"
PAIN_NOW_ANSWER, STAGE_ANSWER = "answers.pain_nrs", "answers.stage"  # ids of the evidence that say a thing twice


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these, as text or enum. `answer`: booleans count as yes and no, as in a case file."""

    values: tuple[str, ...]
    answer: bool = False

    @property
    def dtype(self) -> pl.DataType:
        return pl.Enum(self.values)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a range. `or_unsure`: the text `unsure` may stand in its place."""

    lowest: float | None
    highest: float | None
    whole: bool = False
    or_unsure: bool = False

    @property
    def dtype(self) -> pl.DataType:
        return pl.Float64()


@dataclass(frozen=True, slots=True)
class Listed:
    """Any of these, each once."""

    values: tuple[str, ...]

    @property
    def dtype(self) -> pl.DataType:
        return pl.List(pl.Enum(self.values))


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, as a date or as text like 2026-11-22."""

    @property
    def dtype(self) -> pl.DataType:
        return pl.Date()


Kind = Choice | Number | Listed | Day


def columns(knowledge: Knowledge) -> dict[str, Kind]:
    """Every column that a frame of cases may have, besides `id`."""
    found: dict[str, Kind] = {ASKED_ON: Day()}
    found |= {f"about.{name}": kind for name, kind in _kinds(About).items()}
    found |= {f"answers.{finding.id}": _answered(finding) for finding in knowledge.findings.values()}
    found |= {f"answers.{old}": _answered(knowledge.findings[new[0]]) for old, new in knowledge.old_ids.items()}
    found |= {f"pain.{name}": kind for name, kind in _kinds(Pain).items()}
    found["history"] = _kind(Case.model_fields["history"])
    found |= {f"day.{task}": Number(0, LONGEST_DAY_MINUTES) for task in knowledge.tasks}
    found[PAIN_NOW_ANSWER] = found[PAIN_NOW]
    found[STAGE_ANSWER] = Number(0, None)
    return found


def allowed(kind: Kind) -> str:
    """What may stand in a column, for the person whose row is wrong."""
    match kind:
        case Choice(values):
            return ", ".join(values)
        case Listed(values):
            return f"a list of these, each at most once: {', '.join(values)}"
        case Day():
            return "a day, written like 2026-11-22"
    whole = "a whole number" if kind.whole else "a number"
    upwards = f"{whole} from {kind.lowest or 0:g}"
    return (
        f"{upwards}{'' if kind.highest is None else f' to {kind.highest:g}'}{', or unsure' if kind.or_unsure else ''}"
    )


def frame_of(cases: Iterable[Case], knowledge: Knowledge) -> pl.DataFrame:
    """Cases as a frame, for what has been read from case files. A number that she is unsure of makes its column text.

    A case cannot say in a frame that its day was asked for and holds nothing.
    """
    rows = [_row(case) for case in cases]
    present = dict.fromkeys(name for row in rows for name in row)
    kinds = columns(knowledge)
    return pl.DataFrame({name: _series(name, [row.get(name) for row in rows], kinds[name]) for name in present})


def _series(name: str, values: list[Any], kind: Kind) -> pl.Series:
    if isinstance(kind, Number) and any(isinstance(value, str) for value in values):
        return pl.Series(name, [None if value is None else str(value) for value in values], dtype=pl.String)
    return pl.Series(name, values, dtype=kind.dtype, strict=False)


def _row(case: Case) -> dict[str, str | float | date | list[str]]:
    answers = {
        f"answers.{name}": str(said) if isinstance(said, Answer) else said for name, said in case.answers.items()
    }
    row: dict[str, Any] = {ASKED_ON: case.asked_on, **_said("about", case.about), **answers, **_said("pain", case.pain)}
    row |= {f"day.{task}": amount for task, amount in case.day.items()}
    if "history" in case.model_fields_set:
        row["history"] = list(case.history)
    return {name: value for name, value in row.items() if value is not None}


def _said(prefix: str, part: CasePart) -> dict[str, Any]:
    said = {name: getattr(part, name) for name in type(part).model_fields if name in part.model_fields_set}
    return {f"{prefix}.{name}": list(value) if isinstance(value, tuple) else value for name, value in said.items()}


def _answered(finding: Finding) -> Kind:
    if finding.asks_for == "number":
        return Number(finding.lowest, finding.highest, or_unsure=True)
    said = tuple(answer.value for answer in Answer if answer is not Answer.RATHER_NOT_SAY or finding.intimate)
    return Choice(said, answer=True)


def _kinds(part: type[CasePart]) -> Mapping[str, Kind]:
    return {name: _kind(field) for name, field in part.model_fields.items()}


def _kind(field: FieldInfo) -> Kind:
    inner = _without_none(field.annotation)
    if get_origin(inner) is Literal:
        return Choice(get_args(inner))
    if get_origin(inner) is tuple:
        return Listed(get_args(get_args(inner)[0]))
    return Number(_bound(field, "ge"), _bound(field, "le"), whole=inner is int)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _bound(field: FieldInfo, name: str) -> float | None:
    bounds = (getattr(part, name, None) for part in field.metadata)
    return next((float(bound) for bound in bounds if bound is not None), None)
