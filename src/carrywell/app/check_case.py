"""Use case: decide on one case, or on several moments of the same woman."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from carrywell.app.engine import Engine
from carrywell.decide.assess import ASKED, CAUTIOUS, COUNTS_AS_NO, INTERVIEWED, assess
from carrywell.decide.sequence import Change, carried_forward, change, in_order
from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel
from carrywell.model.case import Case

Unanswered = Literal["cautious", "no", "interviewed", "asked"]
_SILENCE = {"cautious": CAUTIOUS, "no": COUNTS_AS_NO, "interviewed": INTERVIEWED, "asked": ASKED}


def check_case(engine: Engine, case: Case, unanswered: Unanswered = "cautious") -> Assessment:
    return assess(case, engine.knowledge, engine.book, _SILENCE[unanswered])


@dataclass(frozen=True, slots=True)
class Course:
    now: Assessment
    levels: tuple[CareLevel, ...]
    change: Change


def check_sequence(engine: Engine, cases: Sequence[Case], unanswered: Unanswered = "cautious") -> Course:
    """The level now, with what earlier moments said, the level at each moment, and what is new.

    ValueError when the moments cannot be of one woman in order of time.
    """
    ordered = in_order(cases)
    moments = [carried_forward(ordered[: at + 1], engine.knowledge) for at in range(len(ordered))]
    found = [check_case(engine, moment, unanswered) for moment in moments]
    levels = tuple(assessment.triage.level for assessment in found)
    return Course(found[-1], levels, change(moments[-2], moments[-1], engine.knowledge))
