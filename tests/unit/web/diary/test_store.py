"""What is written is read again, for her alone; nothing private is ever in it. Runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import os
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from carrywell.model.answer import Answer
from carrywell.web.diary.models import Access, Day, KeptCheck, Score, Week, Woman
from carrywell.web.diary.statements import said_of
from carrywell.web.diary.store import (
    DaySaid,
    ScoreSaid,
    WeekSaid,
    accesses_of,
    add_score,
    as_told,
    case_of,
    check_of,
    checks_of,
    day_of,
    days_of,
    drop_check,
    drop_score,
    erase,
    keep_check,
    save_day,
    save_week,
    scores_of,
    undo_day,
    weeks_of,
)
from tests.lib.diaries import ENGINE, NOON, account, begun, calm, check_kept, full, signed_in

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
PRIVATE = sorted(finding.id for finding in ENGINE.knowledge.findings.values() if finding.private)


def test_the_database_is_the_one_that_was_asked_for() -> None:
    assert connection.vendor == ("postgresql" if os.environ.get("DATABASE_URL") else "sqlite")


def test_a_kept_check_reads_as_what_she_said() -> None:
    woman = begun()
    kept = keep_check(woman, calm(), "self_care", ENGINE, NOON)
    case = case_of(check_of(woman, kept.pk) or kept, ENGINE.knowledge)
    assert case.asked_on == TODAY
    assert case.answers == {name: said for name, said in calm().answers.items() if name not in PRIVATE}
    assert case.pain == calm().pain
    assert (kept.level, kept.knowledge) == ("self_care", ENGINE.knowledge.version)


def test_a_second_press_keeps_nothing_twice() -> None:
    woman = begun()
    first, second = (keep_check(woman, calm(), "self_care", ENGINE, NOON) for _ in range(2))
    assert first.pk == second.pk
    assert len(checks_of(woman)) == 1


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_answer_is_kept_in_no_table(name: str) -> None:
    """Not even where somebody sends it along: the page itself never does."""
    said = calm().model_copy(update={"answers": {**calm().answers, name: Answer.YES}})
    keep_check(begun(), said, "self_care", ENGINE, NOON)
    stored = [json.dumps(row, default=str) for model in apps.get_models() for row in model.objects.values()]
    assert stored
    assert not any(name in row for row in stored)


def test_no_table_has_a_column_for_what_is_private() -> None:
    columns = {field.name for model in apps.get_app_config("diary").get_models() for field in model._meta.fields}
    assert columns.isdisjoint(PRIVATE)


def test_there_is_one_entry_a_day_and_the_later_word_counts() -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4, 6, ("low_back",), ("walk_daily",), "first"), NOON)
    save_day(woman, TODAY, DaySaid(5, None, (), (), ""), NOON + timedelta(hours=2))
    (entry,) = days_of(woman)
    assert (entry.pain_now, entry.pain_worst, entry.sites, entry.did, entry.line) == (5, None, [], [], "")


def test_undo_brings_the_earlier_word_back_and_then_is_spent() -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4, line="first"), NOON)
    save_day(woman, TODAY, DaySaid(9, line="second"), NOON)
    assert undo_day(woman, TODAY, NOON.isoformat(), NOON)
    entry = day_of(woman, TODAY)
    assert entry is not None
    assert (entry.pain_now, entry.line, entry.before) == (4, "first", {})
    assert not undo_day(woman, TODAY, NOON.isoformat(), NOON)
    assert day_of(woman, TODAY) == entry


def test_a_second_press_leaves_what_was_before_within_reach() -> None:
    woman = begun()
    for minute, line in enumerate(("first", "second", "second")):
        save_day(woman, TODAY, DaySaid(4, line=line), NOON + timedelta(minutes=minute))
    entry = day_of(woman, TODAY)
    assert entry is not None
    assert undo_day(woman, TODAY, entry.at.isoformat(), NOON)
    assert [day.line for day in days_of(woman)] == ["first"]


def test_undo_of_another_save_changes_nothing() -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4, line="first"), NOON)
    save_day(woman, TODAY, DaySaid(5, line="second"), NOON + timedelta(minutes=1))
    assert not undo_day(woman, TODAY, NOON.isoformat(), NOON)
    assert [day.line for day in days_of(woman)] == ["second"]


def test_a_press_that_comes_in_between_is_neither_lost_nor_noted_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4, line="first"), NOON)
    between: list[str] = []

    def read(*asked: Any) -> Any:
        found = said_of(*asked)
        if connection.vendor == "postgresql" and not between:  # SQLite lets nobody in between
            between.append("other press")
            save_day(woman, TODAY, DaySaid(5, line="other press"), NOON + timedelta(minutes=1))
        return found

    monkeypatch.setattr("carrywell.web.diary.store.said_of", read)
    last = NOON + timedelta(minutes=2)
    save_day(woman, TODAY, DaySaid(6, line="last"), last)
    assert [day.line for day in days_of(woman)] == ["last"]
    assert [access.what for access in accesses_of(woman)] == ["day"] * (2 + len(between))
    assert undo_day(woman, TODAY, last.isoformat(), NOON)
    assert [day.line for day in days_of(woman)] == (between or ["first"])


def test_what_she_ticked_of_an_earlier_plan_stays_with_its_day() -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4, did=("heat_pack", "walk_daily")), NOON)
    save_day(woman, TODAY, DaySaid(4, did=()), NOON, offered=frozenset({"walk_daily", "slp_turn"}))
    (entry,) = days_of(woman)
    assert entry.did == ["heat_pack"]


def test_undo_of_a_first_word_leaves_no_entry() -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4), NOON)
    assert undo_day(woman, TODAY, NOON.isoformat(), NOON)
    assert days_of(woman) == []
    assert not undo_day(woman, TODAY, NOON.isoformat(), NOON)


def test_days_come_in_order_of_time_whenever_they_were_written() -> None:
    woman = begun()
    for back in (2, 0, 1):
        save_day(woman, TODAY - timedelta(days=back), DaySaid(back), NOON)
    assert [told.pain_now for told in as_told(days_of(woman))] == [2, 1, 0]


def test_a_week_and_a_score() -> None:
    woman = begun()
    save_week(woman, TODAY, WeekSaid((("lifting", 3), ("sleep", None)), "yes", "fine"), NOON)
    save_week(woman, TODAY, WeekSaid((("lifting", 5),), "no", "hard"), NOON)
    (week,) = weeks_of(woman)
    assert week.activities == [{"name": "lifting", "score": 5}]
    score = add_score(woman, TODAY, ScoreSaid("rmdq", 12, (1.0,) * 12), NOON)
    assert [found.total for found in scores_of(woman)] == [12]
    assert drop_score(woman, score.pk, NOON)
    assert scores_of(woman) == []


def test_each_change_is_in_her_list_of_accesses() -> None:
    woman = begun()
    save_day(woman, TODAY, DaySaid(4), NOON)
    undo_day(woman, TODAY, NOON.isoformat(), NOON)
    kept = keep_check(woman, calm(), "self_care", ENGINE, NOON)
    drop_check(woman, kept.pk, NOON)
    assert {access.what for access in accesses_of(woman)} == {"day", "day_undone", "kept", "check_deleted"}


def test_what_is_hers_is_found_for_nobody_else() -> None:
    anna, bea = full(account("anna")), begun(account("bea"))
    kept, score = check_kept(anna), Score.objects.get(woman=anna)
    assert check_of(bea, kept.pk) is None
    assert not drop_check(bea, kept.pk, NOON)
    assert not drop_score(bea, score.pk, NOON)
    assert not undo_day(bea, Day.objects.get(woman=anna).day, Day.objects.get(woman=anna).at.isoformat(), NOON)
    assert (checks_of(bea), days_of(bea), weeks_of(bea), scores_of(bea)) == ([], [], [], [])
    assert check_kept(anna) == kept


def test_one_woman_has_one_diary() -> None:
    begun()
    with pytest.raises(IntegrityError), transaction.atomic():
        begun()


def test_what_is_erased_is_nowhere_and_hers_alone_is_erased() -> None:
    anna, bea = account("anna"), account("bea")
    woman, other = full(anna), full(bea)
    signed_in(anna), signed_in(bea)
    erase(woman)
    for model in (KeptCheck, Day, Week, Score, Access):
        assert not model.objects.filter(woman_id=woman.pk).exists()
        assert model.objects.filter(woman=other).exists()
    assert list(Woman.objects.all()) == [other]
    assert type(anna).objects.get() == bea
    assert Session.objects.count() == 1


def test_the_tables_are_what_the_models_say() -> None:
    """No step of the tables is missing: with a change in a model, `makemigrations` has something to write."""
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_row_never_says_what_is_in_it() -> None:
    woman = full()
    rows = [woman, check_kept(woman), Day.objects.get(), Week.objects.get(), Score.objects.get()]
    rows += list(Access.objects.all())
    assert all(str(row).split()[0] in ("diary", "access", "KeptCheck", "Day", "Week", "Score") for row in rows)
    assert not any("walk" in str(row) or "turning" in str(row) for row in rows)


def test_dates_are_her_days() -> None:
    woman = begun()
    save_day(woman, date(2026, 1, 31), DaySaid(1), NOON)
    assert Day.objects.get().day == date(2026, 1, 31)
