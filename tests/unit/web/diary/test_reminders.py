"""When a reminder is due, and that one machine alone sends it. Runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection

from carrywell.web.diary.models import Woman
from carrywell.web.diary.reminders import (
    Choice,
    choose,
    claim,
    is_time,
    key_to_stop,
    next_moment,
    put_back,
    stop,
    woman_who_stops,
)
from tests.lib.diaries import account, begun

MONDAY = datetime(2026, 11, 2, 12)
DAILY = Choice("daily", 9)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice("daily", 9), datetime(2026, 11, 3, 9)),
        (Choice("daily", 13), datetime(2026, 11, 2, 13)),
        (Choice("daily", 12), datetime(2026, 11, 3, 12)),
        (Choice("due", 0), datetime(2026, 11, 3, 0)),
        (Choice("weekly", 9, 0), datetime(2026, 11, 9, 9)),
        (Choice("weekly", 13, 0), datetime(2026, 11, 2, 13)),
        (Choice("weekly", 9, 6), datetime(2026, 11, 8, 9)),
    ],
)
def test_the_next_one_is_at_her_hour_and_on_her_day(choice: Choice, expected: datetime) -> None:
    assert next_moment(choice, MONDAY) == expected


@pytest.mark.parametrize(("choice", "days"), [(DAILY, 1), (Choice("weekly", 9, 3), 7)])
def test_they_follow_each_other_evenly_over_the_ends_of_months_and_years(choice: Choice, days: int) -> None:
    moments = [next_moment(choice, datetime(2027, 12, 20))]
    while len(moments) < 20:
        moments.append(next_moment(choice, moments[-1]))
    assert {later - earlier for earlier, later in pairwise(moments)} == {timedelta(days=days)}


def test_what_was_missed_is_not_sent_in_a_heap() -> None:
    assert next_moment(DAILY, MONDAY + timedelta(days=30)) == datetime(2026, 12, 3, 9)


def test_of_questions_that_are_due_she_is_reminded_once_and_then_each_week_until_she_answers() -> None:
    due, check, reminded, days = date(2026, 11, 9), date(2026, 11, 2), None, []
    for day in (date(2026, 11, 3) + timedelta(days=number) for number in range(25)):
        if is_time(due, check, reminded, day):
            days.append(day)
            reminded = day
    assert days == [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)]


def test_after_a_check_she_is_reminded_when_the_next_is_due_however_soon() -> None:
    monday, wednesday = date(2026, 11, 2), date(2026, 11, 4)
    assert is_time(wednesday, monday, monday, wednesday)  # reminded in the morning, then asked, and again in two days
    assert not is_time(wednesday, monday, monday, wednesday - timedelta(days=1))


def test_nothing_is_due_in_a_diary_without_a_check() -> None:
    assert not is_time(None, None, None, date(2026, 11, 2))


@pytest.mark.django_db
def test_one_machine_alone_gets_it() -> None:
    woman = begun(account("anna"), MONDAY)
    choose(woman, DAILY, "en", MONDAY)
    seen_by = [Woman.objects.get(pk=woman.pk) for _ in range(3)]
    following = next_moment(DAILY, datetime(2026, 11, 3, 9))
    assert [claim(seen, following) for seen in seen_by] == [True, False, False]
    put_back(seen_by[0], following)
    assert claim(Woman.objects.get(pk=woman.pk), following)


@pytest.mark.django_db
def test_what_she_chose_meanwhile_is_neither_claimed_nor_put_back() -> None:
    woman = begun(account("anna"), MONDAY)
    choose(woman, DAILY, "en", MONDAY)
    seen, following = Woman.objects.get(pk=woman.pk), datetime(2026, 11, 4, 9)
    assert claim(seen, following)
    stop(woman)
    put_back(seen, following)
    assert not claim(seen, following)
    woman.refresh_from_db()
    assert (woman.remind, woman.remind_next, woman.remind_hour) == ("", None, None)


@pytest.mark.django_db
def test_the_program_of_the_version_before_goes_on_writing_diaries() -> None:
    """It knows none of the columns: another machine may still run it while this one is newer already."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO diary_woman (agreed_at, calendar_digest) VALUES (%s, '')", [MONDAY])
    woman = Woman.objects.get()
    assert (woman.remind, woman.remind_language, woman.remind_next) == ("", "", None)


@pytest.mark.django_db
def test_only_a_key_that_the_site_signed_stops_hers_and_no_other() -> None:
    anna, bea = begun(account("anna")), begun(account("bea"))
    key = key_to_stop(anna)
    assert woman_who_stops(key) == anna
    swapped = f"{bea.pk}.{key.partition('.')[2]}"
    for wrong in (swapped, str(anna.pk), f"{anna.pk}.", key[:-1], "", "x.y", "\0"):
        assert woman_who_stops(wrong) is None
    anna.delete()
    assert woman_who_stops(key) is None
