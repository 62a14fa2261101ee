"""Use case: what a diary says now: the level, what raised it, and when to ask the danger signs again.

A kept check is a moment with answers; a day of the diary is a moment that tells only how strong the pain is and where.
Silence of a day is no answer: the level of the last check stands until the next one, and a day can only raise it. What
one day raised no later day takes back: clots, a torn placenta and colic come and go. Only a check does, since it asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from carrywell.app.check_case import check_latest
from carrywell.app.engine import Engine
from carrywell.decide.sequence import in_order
from carrywell.decide.time_between import DAYS_IN_A_WEEK
from carrywell.model.care import CareLevel
from carrywell.model.case import About, Case, Pain
from carrywell.model.course import Course
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS

_DECIMALS = 2  # weeks are kept to two
_MOST_MOVED_WEEKS = 6  # a scan moves a date by less; more is another pregnancy, or a slip of the finger
# A day of the diary is no call for help: only checks count as contacts, and three of them are needed.
_CONTACTS = frozenset({"third_contact"})
_CONTACTS_NEEDED = 3


@dataclass(frozen=True, slots=True)
class DayTold:
    """One day of the diary. `pain_now`, `pain_worst`: 0 to 10, or None where she did not say."""

    day: date
    pain_now: int | None = None
    pain_worst: int | None = None
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """`check`: as of the last kept check with all before it. `now`: with the days since. `raised`: they come to more.

    `ask_again_on`: the day on which the danger signs are due again.
    """

    check: Course
    now: Course
    raised: bool
    ask_again_on: date

    @property
    def level(self) -> CareLevel:
        return self.deciding.now.triage.level

    @property
    def deciding(self) -> Course:
        return self.now if self.raised else self.check


class ClockRunsOutError(ValueError):
    """Her weeks have gone past what a case may hold: how the pregnancy ended has to be told first."""


def weeks_on(case: Case, day: date) -> float:
    """Her weeks on a day, counted from those of a check. A check has a date (`asked_on`)."""
    assert case.asked_on is not None
    weeks = case.about.weeks_pregnant if case.about.weeks_pregnant is not None else case.about.weeks_postpartum
    return round((weeks or 0.0) + (day - case.asked_on).days / DAYS_IN_A_WEEK, _DECIMALS)


def about_on(case: Case, day: date) -> About:
    """Who she is on a day. ClockRunsOutError where the clock of the check does not reach so far."""
    weeks, pregnant = max(0.0, weeks_on(case, day)), case.about.pregnant
    if weeks > (LONGEST_PREGNANCY_WEEKS if pregnant else LONGEST_POSTPARTUM_WEEKS):
        raise ClockRunsOutError(f"{weeks:g} weeks")
    return case.about.model_copy(update={"weeks_pregnant" if pregnant else "weeks_postpartum": weeks})


def day_case(told: DayTold, check: Case) -> Case:
    """A day as a moment, on the clock of a check."""
    said: dict[str, object] = {}
    scores = [score for score in (told.pain_now, told.pain_worst) if score is not None]
    if scores:
        said["now"] = max(scores)  # written in the evening, when it has eased, the worst of the day is what counts
    if told.sites:
        said["sites"] = told.sites
    return Case(asked_on=told.day, about=_about_as_far(check, told.day), pain=Pain.model_validate(said))


def _about_as_far(check: Case, day: date) -> About:
    """Where the clock has run out, its last week: what she writes then is read all the same."""
    try:
        return about_on(check, day)
    except ClockRunsOutError:
        pregnant = check.about.pregnant
        weeks = LONGEST_PREGNANCY_WEEKS if pregnant else LONGEST_POSTPARTUM_WEEKS
        return check.about.model_copy(update={"weeks_pregnant" if pregnant else "weeks_postpartum": weeks})


def standing(engine: Engine, checks: Sequence[Case], days: Sequence[DayTold], today: date) -> Standing | None:
    """None before the first kept check. Checks and days stand in order of time; each check has its date.

    A day that is also the day of the last check counts as after it: nobody knows which came first.
    """
    if not checks:
        return None
    checks = in_time(checks)
    last = checks[-1].asked_on
    assert last is not None
    leaving = _CONTACTS if len(_pregnancies(checks)[-1]) < _CONTACTS_NEEDED else frozenset()
    before = _merged(checks, [told for told in days if told.day <= last])
    check = check_latest(engine, before, "asked", leaving)
    since = _telling([told for told in days if last <= told.day <= today], checks[-1])
    if not since:
        return Standing(check, check, False, _due(last, check))
    courses = [check_latest(engine, [*before, *since[: at + 1]], "no", leaving) for at in range(len(since))]
    now = max(reversed(courses), key=lambda course: course.now.triage.level.speed)
    raised = now.now.triage.level.speed > check.now.triage.level.speed
    due = min(
        [_due(last, check), *(_due(day.asked_on or last, course) for day, course in zip(since, courses, strict=True))]
    )
    return Standing(check, now, raised, min(due, today) if raised else due)


def fits_in_time(checks: Sequence[Case]) -> bool:
    """Whether these can be the checks of one woman, in order of time."""
    try:
        in_order(on_one_clock(_of_this_pregnancy(checks)))
    except ValueError:
        return False
    return True


def in_time(checks: Sequence[Case]) -> list[Case]:
    """The checks on their clocks; where one between them was deleted and the rest does not fit, those since then."""
    mine = _of_this_pregnancy(checks)
    return on_one_clock(mine) if fits_in_time(mine) else on_one_clock(_pregnancies(mine)[-1])


def _of_this_pregnancy(checks: Sequence[Case]) -> list[Case]:
    """Without those of an earlier one: what was said then is no course of now. Her history stays hers."""
    starts = [at for at, (before, case) in enumerate(pairwise(checks), 1) if _is_another(before, case)]
    if not starts:
        return list(checks)
    earlier, mine = checks[: starts[-1]], list(checks[starts[-1] :])
    history = tuple(dict.fromkeys(item for case in (*earlier, mine[0]) for item in case.history))
    return [mine[0].model_copy(update={"history": history}), *mine[1:]]


def _is_another(before: Case, case: Case) -> bool:
    """Both pregnant, and by the later clock this pregnancy had not begun when she answered the earlier check."""
    assert before.asked_on is not None
    return bool(before.about.pregnant and case.about.pregnant) and weeks_on(case, before.asked_on) <= 0


def on_one_clock(checks: Sequence[Case]) -> list[Case]:
    """The weeks of earlier checks of a pregnancy, counted from her latest word: a scan may have moved her date."""
    read: list[Case] = []
    for part in _pregnancies(checks):
        latest = part[-1]
        read += [case.model_copy(update={"about": _moved(case, latest)}) for case in part]
    return read


def _pregnancies(checks: Sequence[Case]) -> list[list[Case]]:
    """Checks that share a clock: of one pregnancy, or of the time after one."""
    parts = [[checks[0]]]
    for before, case in pairwise(checks):
        if before.about.pregnant == case.about.pregnant and _may_be_moved(before, case):
            parts[-1].append(case)
        else:
            parts.append([case])
    return parts


def _may_be_moved(before: Case, case: Case) -> bool:
    assert case.asked_on is not None
    return abs(weeks_on(before, case.asked_on) - weeks_on(case, case.asked_on)) <= _MOST_MOVED_WEEKS


def _moved(case: Case, latest: Case) -> About:
    assert case.asked_on is not None
    name = "weeks_pregnant" if case.about.pregnant else "weeks_postpartum"
    return case.about.model_copy(update={name: max(0.0, weeks_on(latest, case.asked_on))})


def _merged(checks: Sequence[Case], days: Sequence[DayTold]) -> list[Case]:
    """In order of time; a day takes the clock of the check before it. What came before the first check has none."""
    moments: list[Case] = []
    waiting = list(days)
    for at, case in enumerate(checks):
        following = checks[at + 1].asked_on if at + 1 < len(checks) else date.max
        moments.append(case)
        mine = [told for told in waiting if (case.asked_on or date.min) < told.day < (following or date.max)]
        moments += _telling(mine, case)
    return moments


def _telling(days: Sequence[DayTold], check: Case) -> list[Case]:
    """Days that tell of the pain, as moments."""
    moments = []
    for told in days:
        if told.pain_now is None and told.pain_worst is None and not told.sites:
            continue
        moments.append(day_case(told, check))
    return moments


def _due(on: date, course: Course) -> date:
    return on + timedelta(days=max(0, round(course.now.follow_up.in_hours / 24)))
