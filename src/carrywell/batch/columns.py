"""The columns of a frame of cases: named like the keys of a case file, dotted, each with what it may hold.

A column that is left out is silence in every row, and so is a null; an empty list is an answer (none of these). Answers
of the private track are no part of a cohort: such a column is let through and not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl

from carrywell.model.answer import Answer
from carrywell.model.case import Case, CasePart
from carrywell.model.case_kinds import CASE_KINDS, Choice, Day, Kind, Listed, Number, kind_of_answer
from carrywell.model.knowledge import Knowledge
from carrywell.model.told import Told, told

LONGEST_DAY_MINUTES = 24 * 60

ID = "id"  # whatever the rows are called; carried through, never looked at
PAIN_NOW = "pain.now"
PAIN_NOW_ANSWER, STAGE_ANSWER = "answers.pain_nrs", "answers.stage"  # ids of the evidence that say a thing twice


def columns(knowledge: Knowledge) -> dict[str, Kind]:
    """Every column that is looked at, in the order of a case file."""
    asked = (finding for finding in knowledge.findings.values() if not finding.private)
    found = dict(CASE_KINDS)
    found |= {f"answers.{finding.id}": kind_of_answer(finding) for finding in asked}
    found |= {f"answers.{old}": kind_of_answer(knowledge.findings[new[0]]) for old, new in knowledge.old_ids.items()}
    found |= {f"day.{task}": Number(0, LONGEST_DAY_MINUTES) for task in knowledge.tasks}
    return found | {PAIN_NOW_ANSWER: found[PAIN_NOW], STAGE_ANSWER: Number(0, None)}


def let_through(knowledge: Knowledge) -> frozenset[str]:
    """Columns that are not looked at."""
    private = (finding.id for finding in knowledge.findings.values() if finding.private)
    return frozenset({ID, *(f"answers.{name}" for name in private)})


def dtype(kind: Kind) -> pl.DataType:
    """The type in which a column is smallest and soonest read; text, and any number, will do as well."""
    match kind:
        case Choice(values):
            return pl.Enum(values)
        case Listed(values):
            return pl.List(pl.Enum(values))
        case Day():
            return pl.Date()
    return pl.Float64()


def allowed(kind: Kind) -> Told | tuple[str, ...]:
    """What may stand in a column, for the person whose row is wrong."""
    match kind:
        case Choice(values):
            return values
        case Listed(values):
            return told("wrong.a_choice_each_once", values=values)
        case Day():
            return told("wrong.a_day")
    whole, low = "whole" if kind.whole else "number", f"{kind.lowest or 0:g}"
    if kind.highest is None:
        number = told(f"wrong.{whole}_from", low=low)
    else:
        number = told(f"wrong.{whole}_within", low=low, high=f"{kind.highest:g}")
    return told("wrong.or_unsure", number=number) if kind.or_unsure else number


def frame_of(cases: Iterable[Case], knowledge: Knowledge) -> pl.DataFrame:
    """Cases as a frame, for what has been read from case files. A number that she is unsure of makes its column text.

    A case cannot say in a frame that its day was asked for and holds nothing. KeyError for a finding or task that the
    knowledge base does not have.
    """
    kinds, unseen = columns(knowledge), let_through(knowledge)
    rows = [_row(case) for case in cases]
    present = dict.fromkeys(name for row in rows for name in row if name not in unseen)
    return pl.DataFrame({name: _series(name, [row.get(name) for row in rows], kinds[name]) for name in present})


def _series(name: str, values: list[Any], kind: Kind) -> pl.Series:
    if isinstance(kind, Number) and any(isinstance(value, str) for value in values):
        return pl.Series(name, [None if value is None else str(value) for value in values], dtype=pl.String)
    return pl.Series(name, values, dtype=dtype(kind), strict=False)


def _row(case: Case) -> dict[str, str | float | date | list[str]]:
    row: dict[str, Any] = {"asked_on": case.asked_on, **_said("about", case.about), **_said("pain", case.pain)}
    row |= {f"answers.{name}": str(said) if isinstance(said, Answer) else said for name, said in case.answers.items()}
    row |= {f"day.{task}": amount for task, amount in case.day.items()}
    if "history" in case.model_fields_set:
        row["history"] = list(case.history)
    return {name: value for name, value in row.items() if value is not None}


def _said(prefix: str, part: CasePart) -> dict[str, Any]:
    said = {name: getattr(part, name) for name in type(part).model_fields if name in part.model_fields_set}
    return {f"{prefix}.{name}": list(value) if isinstance(value, tuple) else value for name, value in said.items()}
