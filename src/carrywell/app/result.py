"""Use case: the whole result of a check, for programs: of one case, of several moments, or of a played interview."""

from __future__ import annotations

from dataclasses import dataclass, field

from carrywell.app import check_case as deciding
from carrywell.app.check_case import Unanswered
from carrywell.app.engine import Engine
from carrywell.app.play_interview import Played, play_interview
from carrywell.model.assessment import Assessment
from carrywell.model.case import Case
from carrywell.model.course import Course
from carrywell.model.text import Voice
from carrywell.report.as_json import Json, JsonReport
from carrywell.report.sequence import SequenceReport
from carrywell.report.trace import Origin


@dataclass(frozen=True, slots=True)
class Check:
    """What is decided on, and how. Several cases are moments of one woman; an interview is played with one case."""

    cases: tuple[Case, ...]
    unanswered: Unanswered = "cautious"
    interview: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """`more`: the keys that only an interview or a sequence has. `items`: what of the knowledge base these used."""

    check: Check
    found: Assessment
    more: Json = field(default_factory=dict)
    items: tuple[str, ...] = ()


def decide(engine: Engine, voice: Voice, check: Check) -> Result:
    """ValueError when the moments cannot be of one woman in order of time."""
    if check.interview:
        played = play_interview(engine, check.cases[0])
        return Result(check, played.assessment, {"interview": _told(played)}, _screens(engine, played))
    if len(check.cases) == 1:
        return Result(check, deciding.check_case(engine, check.cases[0], check.unanswered))
    course = deciding.check_sequence(engine, check.cases, check.unanswered)
    return Result(check, course.now, {"sequence": SequenceReport(engine.knowledge, voice).of(course)}, _time(course))


def as_json(engine: Engine, voice: Voice, result: Result, private: bool = False) -> Json:
    """The result with its trace (docs/reference/result.md)."""
    origin = Origin(result.check.cases, result.items)
    report = JsonReport(engine.knowledge, voice).of(result.found, result.check.unanswered, private, origin)
    return report | result.more


def _told(played: Played) -> Json:
    counted = {"screens": len(played.steps), "questions": len(played.asked), "decisions": played.decisions}
    return {**counted, "asked": list(played.asked), "steps": list(played.steps), "after_result": list(played.after)}


def _screens(engine: Engine, played: Played) -> tuple[str, ...]:
    return tuple(f"screens/{step}" for step in (*played.steps, *played.after) if step in engine.knowledge.screens)


def _time(course: Course) -> tuple[str, ...]:
    shown = (f"over_time/{shown.rule.id}" for shown in course.moment.shown)
    return (*shown, *(f"lasting_signs/{kept.because.id}" for kept in course.moment.kept))
