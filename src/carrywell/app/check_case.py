"""Use case: decide on one case, or on several moments of the same woman."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from carrywell.app.engine import Engine
from carrywell.decide.assess import ASKED, CAUTIOUS, COUNTS_AS_NO, INTERVIEWED, assess
from carrywell.decide.change import change
from carrywell.decide.course import moment_now
from carrywell.decide.sequence import in_order
from carrywell.model.assessment import Assessment
from carrywell.model.care import Speed
from carrywell.model.case import Case
from carrywell.model.course import Course, Moment
from carrywell.model.truth import Truth

Unanswered = Literal["cautious", "no", "interviewed", "asked"]
SILENCE = {"cautious": CAUTIOUS, "no": COUNTS_AS_NO, "interviewed": INTERVIEWED, "asked": ASKED}


def check_case(
    engine: Engine, case: Case, unanswered: Unanswered = "cautious", over_time: frozenset[str] = frozenset()
) -> Assessment:
    """`over_time`: what earlier moments show besides, ids of `kb/over_time`; it only makes the program ask sooner."""
    return assess(case, engine.knowledge, engine.book, SILENCE[unanswered], over_time)


def check_sequence(engine: Engine, cases: Sequence[Case], unanswered: Unanswered = "cautious") -> Course:
    """The level now, with what earlier moments said and the time between shows, the level at each moment, what changed.

    ValueError when the moments cannot be of one woman in order of time.
    """
    ordered = in_order(cases)
    moments = [moment_now(ordered[: at + 1], engine.knowledge) for at in range(len(ordered))]
    found = [_decided(engine, moment, said, unanswered) for moment, said in zip(moments, ordered, strict=True)]
    levels = tuple(assessment.triage.level for assessment in found)
    earlier, latest = (moments[0], *moments)[-2:]
    changed = change(earlier.case, latest.case, ordered[-1], engine.knowledge)
    return Course(found[-1], levels, changed, latest)


def check_latest(
    engine: Engine, cases: Sequence[Case], unanswered: Unanswered, leaving: frozenset[str] = frozenset()
) -> Course:
    """As `check_sequence`, for a long diary: only the latest moment is decided, so `levels` holds one.

    `leaving`: rules over time that these moments cannot show. ValueError when the moments cannot be of one woman in
    order of time.
    """
    ordered = in_order(cases)
    latest = moment_now(ordered, engine.knowledge, leaving)
    earlier = moment_now(ordered[:-1] or ordered, engine.knowledge, leaving)
    found = _decided(engine, latest, ordered[-1], unanswered)
    changed = change(earlier.case, latest.case, ordered[-1], engine.knowledge)
    return Course(found, (found.triage.level,), changed, latest)


def _decided(engine: Engine, moment: Moment, said: Case, unanswered: Unanswered) -> Assessment:
    """On the moment with the pain as she described it before; and as if she had not, where that comes to more.

    A place or a beginning that she does not repeat may have changed, and what is left open counts as a possible yes.
    """
    shown = frozenset(shown.rule.id for shown in moment.shown)
    found = check_case(engine, moment.case, unanswered, shown)
    if SILENCE[unanswered].pain is Truth.FALSE:
        return found
    undescribed = check_case(engine, moment.case.model_copy(update={"pain": said.pain}), unanswered, shown)
    return undescribed if _fastest(undescribed) > _fastest(found) else found


def _fastest(found: Assessment) -> Speed:
    """Of the rules that count. Routine for want of words is no rule."""
    return max((counted.level.speed for counted in found.triage.counted), default=Speed.SELF_CARE)
