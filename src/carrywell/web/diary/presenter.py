"""From what is stored to what the page of the diary shows, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.http import HttpRequest
from django.utils.safestring import SafeString

from carrywell.app.check_case import check_case
from carrywell.app.diary import ClockRunsOutError, Standing, about_on, standing, weeks_on
from carrywell.app.engine import Engine, open_engine
from carrywell.decide.measures import MEASURES, Turn, turn
from carrywell.model.case import Case, Pain
from carrywell.model.knowledge import Advice
from carrywell.model.text import Voice
from carrywell.report.sequence import SequenceReport
from carrywell.web.clock import today as today_here
from carrywell.web.diary.chart import Point, pain_chart, week_marks
from carrywell.web.diary.first import First, due_on, first_of, kept_of, worse_after_plan
from carrywell.web.diary.models import Day, KeptCheck, Woman
from carrywell.web.diary.store import as_told, checks_of, days_of, weeks_of
from carrywell.web.language import voice_of
from carrywell.web.presenters import calendar_day
from carrywell.web.state import State

MOST_OF_PLAN = 6  # lines of her plan to tick: more would cost more than twenty seconds
DAYS_TO_COMPARE = 7
DAYS_TO_CHOOSE = 7  # earlier days with a link of their own


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table beside the chart. `entry`: she wrote that day; else a check alone stands on it."""

    date: date
    day: str
    week: str
    now: int | None
    worst: int | None
    where: str
    did: tuple[str, ...]
    line: str
    level: str
    entry: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Her last week against her first, by the middle score of each."""

    turn: Turn
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class HomePage:
    """`first`: what stands on every page of the diary, before all else. `unreadable`: a kept check is too old."""

    first: First | None
    check: KeptCheck | None
    check_day: str
    check_level: str
    due: bool
    due_day: str
    worse: bool
    unreadable: bool
    asks: State
    asks_of: str
    chart: SafeString | None
    rows: tuple[Row, ...]
    after: bool
    change: Change | None
    week_day: str


def due_day_of(woman: Woman, engine: Engine, today: date) -> date | None:
    """The day that her calendar shows."""
    kept, days = kept_of(checks_of(woman), engine), days_of(woman)
    stands = standing(engine, [case for _, case in kept.read], as_told(days), today)
    return due_on(kept, stands, days, weeks_of(woman), today)


def of_plan(woman: Woman, engine: Engine) -> tuple[Advice, ...]:
    """What she may tick: today's lines of her last check, then what else is worth doing, topic by topic."""
    read = kept_of(checks_of(woman), engine).read
    if not read:
        return ()
    plan = check_case(engine, read[-1][1], "asked").plan
    others = [advice for entries in plan.by_topic.values() for advice in entries[:1] if advice.kind == "do"]
    worth = [advice for advice in (*plan.today, *others) if advice.kind == "do" and advice.who != "partner"]
    return tuple({advice.id: advice for advice in worth}.values())[:MOST_OF_PLAN]


def home_page(woman: Woman, engine: Engine, voice: Voice, today: date) -> HomePage:
    days, weeks, kept = days_of(woman), weeks_of(woman), kept_of(checks_of(woman), engine)
    cases = [case for _, case in kept.read]
    stands = standing(engine, cases, as_told(days), today)
    due = due_on(kept, stands, days, weeks, today)
    reasons = why_raised(stands, engine, voice) if stands else ()
    first = first_of(kept, stands, reasons, days, due, engine, voice, today)
    last = kept.read[-1] if kept.read else None
    latest = kept.lost[-1] if kept.lost else last[0] if last else None  # what she did last, readable or not
    asks = _asks(last[1], days, today) if last and not (first and first.anew) else None
    return HomePage(
        first=first,
        check=latest,
        check_day=calendar_day(latest.asked_on, voice) if latest else "",
        check_level=_level(latest.level, engine, voice) if latest else "",
        due=due is not None and due <= today,
        due_day=calendar_day(due, voice) if due else "",
        worse=worse_after_plan(kept, weeks),
        unreadable=kept.unreadable,
        asks=asks or State(),
        asks_of=("pregnant" if last[1].about.pregnant else "after") if last and asks else "",
        chart=_chart(days, kept.read, voice),
        rows=rows_of(days, kept.read, engine, voice),
        after=bool(last) and not cases[-1].about.pregnant,
        change=_change(days),
        week_day=calendar_day(weeks[-1].day, voice) if weeks else "",
    )


def home_now(request: HttpRequest, woman: Woman) -> HomePage:
    return home_page(woman, open_engine(), voice_of(request), today_here())


def _asks(last: Case, days: Sequence[Day], today: date) -> State | None:
    """The interview as it begins anew: who she is today, and the pain of today if she told it. No old answer.

    None where the clock has run out.
    """
    try:
        about = about_on(last, today)
    except ClockRunsOutError:
        return None
    told = next((day for day in days if day.day == today), None)
    said: dict[str, object] = {} if told is None or told.pain_now is None else {"now": told.pain_now}
    if told is not None and told.sites:
        said["sites"] = tuple(told.sites)
    return State(Case(about=about, pain=Pain.model_validate(said)))


def why_raised(stands: Standing, engine: Engine, voice: Voice) -> tuple[str, ...]:
    if not stands.raised:
        return ()
    told = SequenceReport(engine.knowledge, voice).of(stands.now)
    says = [found["says"] for found in told["derived"] or told["worse"]]  # what raised it; the rest would say it twice
    return tuple(dict.fromkeys(says))


def _level(level: str, engine: Engine, voice: Voice) -> str:
    words = engine.knowledge.care_levels.get(level)
    return voice(words.title) if words else level


def _change(days: Sequence[Day]) -> Change | None:
    """Only where first and last week lie apart, each with a number."""
    told = [day for day in days if day.pain_now is not None]
    if not told or (told[-1].day - told[0].day).days < 2 * DAYS_TO_COMPARE - 1:
        return None
    week = timedelta(days=DAYS_TO_COMPARE)
    before = median(day.pain_now or 0 for day in told if day.day < told[0].day + week)
    now = median(day.pain_now or 0 for day in told if day.day > told[-1].day - week)
    return Change(turn(MEASURES["pain_now"], before, now), before, now)


def _chart(days: Sequence[Day], read: Sequence[tuple[KeptCheck, Case]], voice: Voice) -> SafeString | None:
    points = {day.day: Point(day.day, day.pain_now, day.pain_worst) for day in days}
    for kept, case in read:
        told = points.get(kept.asked_on)
        now = told.now if told and told.now is not None else case.pain.now
        points[kept.asked_on] = Point(kept.asked_on, now, told.worst if told else None, check=True)
    drawn = [points[day] for day in sorted(points)]
    if sum(point.now is not None for point in drawn) < 2 or not read:
        return None
    first, last = drawn[0].day, drawn[-1].day
    latest = read[-1][1]
    start = last - timedelta(days=round(weeks_on(latest, last) * 7))
    label = voice.phrase("diary.chart.picture", first=calendar_day(first, voice), last=calendar_day(last, voice))
    axis = voice.phrase("diary.chart.weeks" if latest.about.pregnant else "diary.chart.weeks_after")
    return pain_chart(drawn, week_marks(first, last, start), label, axis)


def rows_of(
    days: Sequence[Day], read: Sequence[tuple[KeptCheck, Case]], engine: Engine, voice: Voice
) -> tuple[Row, ...]:
    """The latest first: the days, and the checks on days without an entry."""
    by_day = {day.day: day for day in days}
    levels = {kept.asked_on: (_level(kept.level, engine, voice), case) for kept, case in read}
    latest = read[-1][1] if read else None
    rows = []
    for day in sorted({*by_day, *levels}, reverse=True):
        entry, (level, case) = by_day.get(day), levels.get(day, ("", None))
        sites = entry.sites if entry else (case.pain.sites if case else ())
        advice = [
            engine.knowledge.advice[name] for name in (entry.did if entry else ()) if name in engine.knowledge.advice
        ]
        rows.append(
            Row(
                date=day,
                day=calendar_day(day, voice),
                week=_week(latest, day) if latest else "",
                now=entry.pain_now if entry else (case.pain.now if case else None),
                worst=entry.pain_worst if entry else None,
                where=", ".join(voice.phrase(f"site.{site}") for site in sites),
                did=tuple(voice(one.title) for one in advice),
                line=entry.line if entry else "",
                level=level,
                entry=entry is not None,
            )
        )
    return tuple(rows)


def _week(latest: Case, day: date) -> str:
    """Empty for a day before this pregnancy began, or before the last one ended: her latest clock does not reach it."""
    weeks = weeks_on(latest, day)
    return f"{int(weeks)}" if weeks >= 0 else ""


def earlier_days(today: date, voice: Voice) -> list[tuple[str, str]]:
    """The address part and the words of the days before today."""
    days = [today - timedelta(days=back) for back in range(1, DAYS_TO_CHOOSE + 1)]
    return [(day.isoformat(), calendar_day(day, voice)) for day in days]
