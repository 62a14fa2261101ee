"""What a diary says: the level stands until the next check, and days can only raise it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from carrywell.app.diary import (
    ClockRunsOutError,
    DayTold,
    Standing,
    about_on,
    day_case,
    fits_in_time,
    in_time,
    on_one_clock,
    standing,
    weeks_on,
)
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from tests.lib.cases import also, postpartum
from tests.lib.diaries import ENGINE, calm, on, scores

FIRST = date(2026, 11, 1)
NEXT = date(2026, 11, 2)
CHECK = on(calm(), FIRST)


def stands(checks: list[Case], days: list[DayTold], today: date) -> Standing:
    found = standing(ENGINE, checks, days, today)
    assert found is not None
    return found


def test_before_the_first_check_nothing_is_said() -> None:
    assert standing(ENGINE, [], scores(NEXT, [5, 6]), NEXT) is None


def test_the_check_alone_stands() -> None:
    found = stands([CHECK], [], NEXT)
    assert (found.level, found.raised) == (CareLevel.SELF_CARE, False)
    assert found.ask_again_on == FIRST + timedelta(days=7)


@pytest.mark.parametrize("pains", [[4, 3, 3, 2], [4] * 8, [3, 0, 0, 1], [None, None, 4], [4, None, None, None, 3]])
def test_ordinary_days_raise_nothing(pains: list[int | None]) -> None:
    assert not stands([CHECK], scores(NEXT, pains), NEXT + timedelta(days=10)).raised


@pytest.mark.parametrize(
    ("pains", "rule", "level"),
    [
        ([4] * 16, "not_better_2w", CareLevel.ROUTINE),
        ([4, 5, 6, 7, 8], "getting_worse_fast", CareLevel.WITHIN_2_DAYS),
    ],
    ids=["no better", "worse"],
)
def test_pain_that_does_not_settle_or_climbs_raises_the_level(
    pains: list[int | None], rule: str, level: CareLevel
) -> None:
    found = stands([CHECK], scores(NEXT, pains), NEXT + timedelta(days=20))
    assert found.raised
    assert found.level is level
    assert rule in {shown.rule.id for shown in found.deciding.moment.shown}
    assert found.ask_again_on <= FIRST + timedelta(days=7)


def test_better_days_never_lower_what_a_check_said() -> None:
    urgent = also(CHECK, fever="yes")
    alone = stands([urgent], [], NEXT)
    after = stands([urgent], scores(NEXT, [3, 2, 1, 0]), NEXT + timedelta(days=5))
    assert alone.level is after.level
    assert after.level.is_today


def test_a_day_on_the_day_of_the_check_counts_too() -> None:
    assert stands([CHECK], [DayTold(FIRST, 9)], FIRST).raised


def test_writing_each_day_is_no_call_for_help() -> None:
    """Words must not be put in her mouth: that she asked for help three times is true of checks alone."""
    found = stands([CHECK], scores(NEXT, [4] * 16), NEXT + timedelta(days=20))
    assert "third_contact" not in {shown.rule.id for shown in found.deciding.moment.shown}
    weeks = [on(calm(24 + week, started_weeks_ago=1 + week), FIRST + timedelta(weeks=week)) for week in range(3)]
    again = stands(weeks, scores(NEXT, [4] * 16), NEXT + timedelta(days=20))
    assert "third_contact" in {shown.rule.id for shown in again.check.moment.shown}


def test_a_new_check_takes_the_place_of_the_raise() -> None:
    """She was asked again, and said that it is easing."""
    later = NEXT + timedelta(days=7)
    eased = on(calm(25, now=1, course="better_over_weeks"), later)
    raised = stands([CHECK], scores(NEXT, [4, 5, 6, 7, 8]), later)
    assert raised.raised
    found = stands([CHECK, eased], scores(NEXT, [4, 5, 6, 7, 8]), later)
    assert not found.raised


def test_a_date_moved_by_a_scan_is_no_fault() -> None:
    """24 weeks on the first day, and 23 and a half a week later: her latest word holds for both."""
    earlier, latest = on_one_clock([CHECK, on(calm(23.5), FIRST + timedelta(days=7))])
    assert earlier.about.weeks_pregnant == pytest.approx(22.5)
    assert latest.about.weeks_pregnant == 23.5
    assert stands([CHECK, on(calm(23.5), FIRST + timedelta(days=7))], [], FIRST + timedelta(days=8)).level


def test_weeks_that_jump_back_do_not_fit() -> None:
    """24 weeks, and 10 a week later: another pregnancy, or a slip of the finger. Which one, only she knows."""
    assert fits_in_time([CHECK, on(calm(23.5), FIRST + timedelta(days=7))])
    assert not fits_in_time([CHECK, on(calm(10), FIRST + timedelta(days=7))])


def test_where_a_check_between_was_deleted_the_latest_count() -> None:
    """Pregnant, born, pregnant again; without the middle one the first and the last do not fit."""
    again, today = on(also(calm(10), fever="yes"), FIRST + timedelta(weeks=40)), FIRST + timedelta(weeks=41)
    assert stands([CHECK, again], [], today).level is stands([again], [], today).level


def test_after_birth_begins_a_clock_of_its_own() -> None:
    born = on(postpartum(1, ended="birth", birth="vaginal", sites=["low_back"]), FIRST + timedelta(weeks=17))
    before, after = on_one_clock([CHECK, born])
    assert before.about.weeks_pregnant == 24
    assert after.about.weeks_postpartum == 1


def test_weeks_are_counted_on_from_the_check() -> None:
    assert weeks_on(CHECK, FIRST + timedelta(days=3)) == pytest.approx(24.43)
    assert about_on(CHECK, FIRST + timedelta(days=14)).weeks_pregnant == 26


def test_a_pregnancy_does_not_go_on_for_ever_and_what_she_writes_then_is_read_all_the_same() -> None:
    """She has most likely given birth by then, which is when a clot is likeliest."""
    with pytest.raises(ClockRunsOutError):
        about_on(CHECK, FIRST + timedelta(weeks=30))
    late = scores(FIRST + timedelta(weeks=30), [9, 9])
    assert stands([CHECK], late, FIRST + timedelta(weeks=31)).raised


def test_what_a_day_raised_no_calmer_day_takes_back() -> None:
    """Only a check does, since it asks: colic, a clot and a torn placenta come and go."""
    bad = DayTold(FIRST + timedelta(days=2), 10, sites=("chest", "flank"))
    calm = [DayTold(FIRST + timedelta(days=day), 2, sites=("low_back",)) for day in (3, 4)]
    on_the_day = stands([CHECK], [bad], bad.day)
    assert on_the_day.raised
    later = stands([CHECK], [bad, *calm], FIRST + timedelta(days=4))
    assert (later.raised, later.level) == (True, on_the_day.level)
    assert later.ask_again_on <= on_the_day.ask_again_on


@pytest.mark.parametrize("told", [DayTold(FIRST, 2, 10), DayTold(FIRST, None, 10)])
def test_the_worst_of_a_day_counts_when_it_has_eased_by_the_evening(told: DayTold) -> None:
    plain = stands([CHECK], [DayTold(FIRST, 10)], FIRST)
    assert stands([CHECK], [told], FIRST).level is plain.level


def test_one_more_day_never_lowers_the_level_nor_puts_the_questions_off() -> None:
    random = Random(5)
    days: list[DayTold] = []
    before = stands([CHECK], days, FIRST + timedelta(days=30))
    for day in range(1, 25):
        sites = tuple(random.sample(("low_back", "chest", "lower_leg", "flank", "tummy_upper"), random.randrange(3)))
        days.append(DayTold(FIRST + timedelta(days=day), random.choice([None, 1, 3, 8, 10]), sites=sites))
        found = stands([CHECK], days, FIRST + timedelta(days=30))
        assert found.level.speed >= before.level.speed
        assert found.ask_again_on <= before.ask_again_on
        before = found


def test_a_day_says_no_more_than_was_said() -> None:
    moment = day_case(DayTold(NEXT, 5), CHECK)
    assert moment.answers == {}
    assert moment.pain.model_dump(exclude_unset=True) == {"now": 5}


@pytest.mark.parametrize(("first", "days", "second"), [(30, 200, 8), (10, 280, 12), (30, 290, 40)])
def test_a_later_pregnancy_is_another_one_and_her_history_stays(first: int, days: int, second: int) -> None:
    one = on(also(calm(first), fever="yes"), FIRST).model_copy(update={"history": ("disc_herniation",)})
    two = on(calm(second), FIRST + timedelta(days=days))
    assert fits_in_time([one, two])
    (read,) = in_time([one, two])
    assert (read.about.weeks_pregnant, read.history) == (second, ("disc_herniation",))
    found = stands([one, two], scores(FIRST + timedelta(days=1), [9]), FIRST + timedelta(days=days))
    assert "fever" not in {name for name, said in found.check.now.case.answers.items() if said == "yes"}


def test_a_slip_of_the_finger_is_no_other_pregnancy() -> None:
    assert not fits_in_time([on(calm(30), FIRST), on(calm(8), NEXT)])
