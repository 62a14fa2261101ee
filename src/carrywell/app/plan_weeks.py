"""Use case: a plan for the next weeks, week by week, from one case and what she has and wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Any, Literal

from carrywell.app.check_case import SILENCE, Unanswered, check_case
from carrywell.app.engine import Engine
from carrywell.decide.assess import plan_facts
from carrywell.decide.weekly import as_planned, plan_week
from carrywell.model.assessment import Assessment
from carrywell.model.care import Speed
from carrywell.model.case import Case
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS
from carrywell.model.text import Voice
from carrywell.model.weekly import WeekPlan
from carrywell.model.wishes import LastWeek, Wishes
from carrywell.report.calendar_file import calendar
from carrywell.report.week_json import WeekJson

Stops = Literal["end", "questions"]

MOST_WEEKS = 12
CLOSED = "no_minutes_closed"
# What she will answer in a later week is not known. The level is that of her answers now; what is proposed still needs
# its clear no, so that the questions of a new stage close what they stand before.
LATER: Mapping[Unanswered, Unanswered] = {
    "cautious": "interviewed", "no": "no", "interviewed": "interviewed", "asked": "interviewed",
}  # fmt: skip
LAST_WEEK_PREGNANT = 42.0  # by then the baby is born, and the plan is made anew


@dataclass(frozen=True, slots=True)
class PlannedWeeks:
    """`weeks` is empty where care comes first (a level of today). `stops`: why there are fewer than were asked for."""

    now: Assessment
    weeks: tuple[WeekPlan, ...]
    stops: Stops | None = None

    @property
    def waits(self) -> bool:
        return self.now.triage.level.speed >= Speed.TODAY

    @property
    def is_quiet(self) -> bool:
        """Rest and position only, until she has been seen."""
        return self.now.triage.level.speed == Speed.TWO_DAYS


def plan_weeks(
    engine: Engine, case: Case, wishes: Wishes, weeks: int = 1, unanswered: Unanswered = "cautious"
) -> PlannedWeeks:
    """`weeks`: 1 to MOST_WEEKS. A later week is planned as if the ones before it go fine; what she tells afterwards
    changes it. It ends where a new stage brings questions that stand before any exercise.
    """
    now = check_case(engine, case, unanswered)
    if now.triage.level.speed >= Speed.TODAY:
        return PlannedWeeks(now, ())
    planned = [planned_week(engine, now, case, wishes, unanswered)]
    for at in range(1, weeks):
        wishes = wishes.model_copy(update={"last_week": as_planned(planned[-1], wishes.last_week)})
        later = weeks_later(case, at)
        if later is None:
            return PlannedWeeks(now, tuple(planned), "end")
        found = check_case(engine, later, LATER[unanswered])
        week = planned_week(engine, found, later, wishes, LATER[unanswered])
        if found.triage.level.speed >= Speed.TODAY or (planned[0].activity and week.no_minutes == CLOSED):
            return PlannedWeeks(now, tuple(planned), "questions")
        planned.append(week)
    return PlannedWeeks(now, tuple(planned))


def planned_week(engine: Engine, found: Assessment, case: Case, wishes: Wishes, unanswered: Unanswered) -> WeekPlan:
    facts = plan_facts(case, engine.knowledge, SILENCE[unanswered], found.pain.ids)
    return plan_week(found, facts, engine.knowledge, wishes)


def weeks_later(case: Case, weeks: int) -> Case | None:
    """The same woman so many weeks later; None past the weeks that can be planned."""
    about = case.about
    if about.weeks_pregnant is not None:
        then, key, last = about.weeks_pregnant + weeks, "weeks_pregnant", LAST_WEEK_PREGNANT
    else:
        then, key, last = (about.weeks_postpartum or 0.0) + weeks, "weeks_postpartum", LONGEST_POSTPARTUM_WEEKS
    if then > last:
        return None
    return case.model_copy(update={"about": about.model_copy(update={key: then})})


def weeks_as_json(
    engine: Engine, voice: Voice, planned: PlannedWeeks, wishes: Wishes, start: date | None
) -> dict[str, Any]:
    """Each week carries itself as `last_week`, as if it went fine: what did not is changed there and given back."""
    after: list[LastWeek] = []
    before = wishes.last_week
    for week in planned.weeks:
        before = as_planned(week, before)
        after.append(before)
    return WeekJson(engine.knowledge, voice).of(planned.now, planned.weeks, tuple(after), start, planned.stops)


def can_write_calendars() -> bool:
    """Whether the extra `calendar` is installed."""
    return find_spec("icalendar") is not None


def week_as_calendar(engine: Engine, voice: Voice, week: WeekPlan, start: date) -> str:
    return calendar((week,), start, engine.knowledge, voice)


def weeks_as_calendar(engine: Engine, voice: Voice, planned: PlannedWeeks, start: date) -> str:
    return calendar(planned.weeks, start, engine.knowledge, voice)
