"""What stands before everything else on each page of a diary, and when the danger questions are due.

A check that this knowledge base cannot read is not as if it had never been: what it came to was stored beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carrywell.app.diary import ClockRunsOutError, Standing, about_on, weeks_on
from carrywell.app.engine import Engine
from carrywell.knowledge.faults import Faulty
from carrywell.model.care import CareLevel
from carrywell.model.case import About, Case
from carrywell.model.text import Voice
from carrywell.web.diary.models import Day, KeptCheck, Week
from carrywell.web.diary.store import case_of
from carrywell.web.presenters import CARD_VARIANT, ResultPage, calendar_day, present

WEEK_TO_ASK_OF_BIRTH = 42  # few pregnancies last longer; from here on a clock that nobody set anew is more likely wrong
STRONG_PAIN = 8  # of 10: without a check nothing else says how soon
CHEST = "chest"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a diary holds of checks. `read`: what this knowledge base can read. `lost`: what it cannot, since then."""

    read: tuple[tuple[KeptCheck, Case], ...]
    lost: tuple[KeptCheck, ...]
    unreadable: bool

    @property
    def urgent_lost(self) -> tuple[KeptCheck, CareLevel] | None:
        """The lost check that came to the most."""
        known = [(kept, CareLevel(kept.level)) for kept in self.lost if kept.level in set(CareLevel)]
        return max(known, key=lambda one: one[1].speed, default=None)


@dataclass(frozen=True, slots=True)
class Card:
    level: str
    variant: str
    title: str
    do: str
    how_soon: str
    doors: tuple[tuple[str, str], ...] = ()
    say: str = ""


@dataclass(frozen=True, slots=True)
class First:
    """`says`: why it comes first. `reasons`: what raised it. `ask`: the words on the button. `anew`: from the start,
    since who she is may have changed.
    """

    card: Card | None
    says: tuple[str, ...]
    reasons: tuple[str, ...]
    ask: str
    anew: bool = False


def kept_of(checks: Sequence[KeptCheck], engine: Engine) -> Kept:
    read: list[tuple[KeptCheck, Case]] = []
    lost: list[KeptCheck] = []
    unreadable = False
    for kept in checks:
        try:
            read.append((kept, case_of(kept, engine.knowledge)))
            lost = []
        except Faulty:
            unreadable = True
            lost.append(kept)
    return Kept(tuple(read), tuple(lost), unreadable)


def worse_after_plan(kept: Kept, weeks: Sequence[Week]) -> bool:
    """She said since her last check that the pain was worse after what the plan told her to do."""
    last = kept.read[-1][0].at if kept.read else None
    return any(week.too_much == "worse" and (last is None or week.at >= last) for week in weeks)


def alarming(days: Sequence[Day]) -> bool:
    """Days that would need the danger questions, of a diary without any check to judge them by."""
    return any(CHEST in day.sites or max(day.pain_now or 0, day.pain_worst or 0) >= STRONG_PAIN for day in days)


def due_on(kept: Kept, stands: Standing | None, days: Sequence[Day], weeks: Sequence[Week], today: date) -> date | None:
    """When to ask the danger signs again. None in a diary without a check, where nothing presses."""
    if kept.lost or worse_after_plan(kept, weeks) or (stands is None and alarming(days)):
        return min(today, stands.ask_again_on) if stands else today
    return stands.ask_again_on if stands else None


def clock_of(about: About, case: Case, today: date) -> str:
    """What her clock says on its own: `born` near its end, `clock` or `clock_after` past it; else empty."""
    try:
        about_on(case, today)
    except ClockRunsOutError:
        return "clock" if about.pregnant else "clock_after"
    return "born" if about.pregnant and weeks_on(case, today) >= WEEK_TO_ASK_OF_BIRTH else ""


def first_of(
    kept: Kept,
    stands: Standing | None,
    reasons: tuple[str, ...],
    days: Sequence[Day],
    due: date | None,
    engine: Engine,
    voice: Voice,
    today: date,
) -> First | None:
    last = kept.read[-1][1] if kept.read else None
    clock = clock_of(last.about, last, today) if last else ""
    clock_says = (voice.phrase(f"diary_first.{clock}", week=WEEK_TO_ASK_OF_BIRTH),) if clock else ()
    now = voice.phrase("diary_first.new" if clock else "diary.raised.ask")
    if kept.lost and not _stands_higher(stands, kept):
        return First(_lost_card(kept, engine, voice), (_lost_says(kept, voice), *clock_says), (), now, bool(clock))
    if stands is not None and (stands.raised or stands.level.is_today or kept.lost):
        raised = (voice.phrase("diary.raised.says"),) if reasons else ()
        lost = (voice.phrase("diary.unreadable"),) if kept.lost else ()
        ask = now if clock or due is None or due <= today else voice.phrase("diary.again.ask")
        card = _card(present(stands.deciding.now, engine, voice, today))
        return First(card, (*raised, *lost, *clock_says), reasons, ask, bool(clock))
    if clock:
        return First(None, clock_says, (), now, anew=True)
    if not kept.read and alarming(days):
        return First(None, (voice.phrase("diary_first.no_check"),), (), now, anew=True)
    return None


def _stands_higher(stands: Standing | None, kept: Kept) -> bool:
    lost = kept.urgent_lost
    return stands is not None and lost is not None and stands.level.speed > lost[1].speed


def _lost_says(kept: Kept, voice: Voice) -> str:
    lost = kept.urgent_lost
    if lost is None:
        return voice.phrase("diary.unreadable")
    return voice.phrase("diary_first.lost", day=calendar_day(lost[0].asked_on, voice))


def _lost_card(kept: Kept, engine: Engine, voice: Voice) -> Card | None:
    lost = kept.urgent_lost
    if lost is None:
        return None
    words = engine.knowledge.care_levels[lost[1]]
    return Card(lost[1], CARD_VARIANT[lost[1].speed], voice(words.title), voice(words.do), voice(words.how_soon))


def _card(result: ResultPage) -> Card:
    doors = tuple((name, how) for name, how in result.doors)
    return Card(result.level, result.variant, result.title, result.do, result.how_soon, doors, result.say)
