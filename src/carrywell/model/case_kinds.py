"""What each key of a case may hold, as data: taken from the types of `model.case` and from the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from carrywell.model.answer import Answer
from carrywell.model.case import About, Case, CasePart, Pain
from carrywell.model.knowledge import Finding


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these. `answer`: to a question, where true and false count as yes and no."""

    values: tuple[str, ...]
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a range. `or_unsure`: the word `unsure` may stand in its place."""

    lowest: float | None
    highest: float | None
    whole: bool = False
    or_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Any of these, each once."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day."""


Kind = Choice | Number | Listed | Day

LONGEST_DAY_MINUTES = 24 * 60  # of a task in `day`; its times a day have the same bound


def kind_of_answer(finding: Finding) -> Choice | Number:
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


# By dotted key: `about.weeks_pregnant`, `pain.sites`, `history`.
CASE_KINDS: Mapping[str, Kind] = {
    "asked_on": Day(),
    **{f"about.{name}": kind for name, kind in _kinds(About).items()},
    **{f"pain.{name}": kind for name, kind in _kinds(Pain).items()},
    "history": _kind(Case.model_fields["history"]),
}
