"""What is written and read for one woman. Every function takes her first: no row is ever found without its owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import QuerySet

from carrywell import __version__
from carrywell.app.diary import DayTold
from carrywell.app.engine import Engine
from carrywell.decide.private_track import without_private
from carrywell.knowledge.case_file import case_in
from carrywell.knowledge.yaml_text import Document
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.web.diary import statements
from carrywell.web.diary.models import Access, Day, KeptCheck, Score, Week, Woman
from carrywell.web.diary.statements import forget_before, said_of, write_day

_SPENT: dict[str, Any] = {}  # in place of what a day was before: there is no step back from here


@dataclass(frozen=True, slots=True)
class DaySaid:
    """What she said of a day. `did`: ids of what she did of her plan."""

    pain_now: int | None = None
    pain_worst: int | None = None
    sites: tuple[str, ...] = ()
    did: tuple[str, ...] = ()
    line: str = ""


@dataclass(frozen=True, slots=True)
class WeekSaid:
    """`activities`: name and score from 0 to 10, the number None where she gave none this week."""

    activities: tuple[tuple[str, int | None], ...] = ()
    helped: str = ""
    too_much: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSaid:
    instrument: str
    total: float
    items: tuple[float, ...] = field(default=())


def keep_check(woman: Woman, case: Case, level: str, engine: Engine, at: datetime) -> KeptCheck:
    """On the day on which she answered. The same check sent twice, as by a second press, is kept once."""
    asked_on = case.asked_on or at.date()
    said = without_private(case, engine.knowledge).model_copy(update={"asked_on": asked_on})
    dumped = said.model_dump(mode="json", exclude_unset=True) | {"asked_on": asked_on.isoformat()}
    with transaction.atomic():
        for kept in KeptCheck.objects.filter(woman=woman, asked_on=asked_on):
            if kept.case == dumped:
                return kept
        note_access(woman, "kept", at)
        return KeptCheck.objects.create(
            woman=woman,
            asked_on=asked_on,
            at=at,
            case=dumped,
            level=level,
            knowledge=engine.knowledge.version,
            knowledge_digest=engine.knowledge.digests.whole,
            program=__version__,
        )


def checks_of(woman: Woman) -> Sequence[KeptCheck]:
    return list(KeptCheck.objects.filter(woman=woman))


def check_of(woman: Woman, id_: UUID) -> KeptCheck | None:
    return KeptCheck.objects.filter(woman=woman, pk=id_).first()


def drop_check(woman: Woman, id_: UUID, at: datetime) -> bool:
    return _dropped(woman, KeptCheck.objects.filter(woman=woman, pk=id_), "check_deleted", at)


def _dropped(woman: Woman, found: QuerySet[Any], what: str, at: datetime) -> bool:
    """False where she has no such row; whether another woman has one, nobody is told."""
    with transaction.atomic():
        dropped = bool(found.delete()[0])
        if dropped:
            note_access(woman, what, at)
        return dropped


def case_of(kept: KeptCheck, knowledge: Knowledge) -> Case:
    """Read as strictly as a case file. Faulty where this knowledge base cannot read it any more."""
    return case_in(Document("diary", kept.case), knowledge)


def save_day(woman: Woman, day: date, said: DaySaid, at: datetime, offered: frozenset[str] | None = None) -> None:
    """One entry a day: the later word takes the place of the earlier, which `undo_day` brings back.

    `offered`: what the form let her tick. What she ticked of an earlier plan, and was not asked again, stays.
    """
    if connection.vendor == "postgresql":
        while not _saved(woman, day, said, at, offered):
            pass  # another press of hers came in between
        return
    with transaction.atomic():  # takes the lock for writing at its beginning
        _saved(woman, day, said, at, offered)


def _saved(woman: Woman, day: date, said: DaySaid, at: datetime, offered: frozenset[str] | None) -> bool:
    """False where the day was changed between reading and writing."""
    read, before = said_of(woman.pk, day)
    values = _columns(said)
    if before is not None and offered is not None:
        values["did"] += [name for name in before["did"] if name not in offered and name not in said.did]
    if before != values:
        return write_day(woman.pk, day, at, values, before, read)
    with transaction.atomic():  # a second press of the button: what it was before stays within reach
        note_access(woman, "day", at)
        forget_before(woman.pk, at)
    return True


def forget_all_before(at: datetime) -> None:
    """What anybody wrote over can be brought back on that day; then it is gone."""
    since = datetime.combine(at.date(), time())
    Day.objects.filter(before__isnull=False, at__lt=since).exclude(before=_SPENT).update(before=_SPENT)


def _columns(said: DaySaid) -> dict[str, Any]:
    return {
        "pain_now": said.pain_now,
        "pain_worst": said.pain_worst,
        "sites": list(said.sites),
        "did": list(said.did),
        "line": said.line,
    }


def undo_day(woman: Woman, day: date, saved_at: str, at: datetime) -> bool:
    """Back to what the day was before the save of that moment (as ISO): an earlier word, or no entry.

    False, and nothing is changed, where there is no such save: none, a later one, or one that was taken back already.
    """
    with transaction.atomic():
        entry = Day.objects.select_for_update().filter(woman=woman, day=day).first()
        if entry is None or not can_undo(entry) or entry.at.isoformat() != saved_at:
            return False
        note_access(woman, "day_undone", at)
        if entry.before is None:
            entry.delete()
            return True
        for name, value in entry.before.items():
            setattr(entry, name, value)
        entry.before, entry.at = _SPENT, at
        entry.save()
        return True


def can_undo(entry: Day) -> bool:
    return entry.before != _SPENT


def days_of(woman: Woman) -> Sequence[Day]:
    return list(Day.objects.filter(woman=woman))


def day_of(woman: Woman, day: date) -> Day | None:
    return Day.objects.filter(woman=woman, day=day).first()


def as_told(entries: Sequence[Day]) -> list[DayTold]:
    return [DayTold(entry.day, entry.pain_now, entry.pain_worst, tuple(entry.sites)) for entry in entries]


def save_week(woman: Woman, day: date, said: WeekSaid, at: datetime) -> Week:
    values = {
        "at": at,
        "activities": [{"name": name, "score": score} for name, score in said.activities],
        "helped": said.helped,
        "too_much": said.too_much,
    }
    with transaction.atomic():
        note_access(woman, "week", at)
        entry, _ = Week.objects.update_or_create(woman=woman, day=day, defaults=values)
        return entry


def weeks_of(woman: Woman) -> Sequence[Week]:
    return list(Week.objects.filter(woman=woman))


def add_score(woman: Woman, day: date, said: ScoreSaid, at: datetime) -> Score:
    with transaction.atomic():
        note_access(woman, "score", at)
        return Score.objects.create(
            woman=woman, day=day, at=at, instrument=said.instrument, total=said.total, items=list(said.items)
        )


def scores_of(woman: Woman) -> Sequence[Score]:
    return list(Score.objects.filter(woman=woman))


def drop_score(woman: Woman, id_: UUID, at: datetime) -> bool:
    return _dropped(woman, Score.objects.filter(woman=woman, pk=id_), "score_deleted", at)


def note_access(woman: Woman, what: str, at: datetime) -> None:
    statements.note_access(woman.pk, what, at)


def note_calendar_read(woman: Woman, at: datetime) -> None:
    """Once a day: a calendar program asks each hour, and would push all else out of her list."""
    since = datetime.combine(at.date(), time())
    if not Access.objects.filter(woman=woman, what="calendar_read", at__gte=since).exists():
        note_access(woman, "calendar_read", at)


def accesses_of(woman: Woman, most: int | None = None) -> Sequence[Access]:
    return list(Access.objects.filter(woman=woman)[:most])


def erase(woman: Woman) -> None:
    """Every row of hers, and her account with its sign-in, sessions and failed attempts. Nothing is only marked."""
    with transaction.atomic():
        user = woman.user
        woman.delete()
        if user is not None:
            erase_account(user)


def erase_account(user: Any) -> None:
    """The rest goes with the row by the keys between the tables, or by signal (account); sessions have no key."""
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    user.delete()
