"""What stands first: on every page of a diary, also where a check cannot be read, and where her clock has run out."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from carrywell.model.case import Case
from carrywell.web.clock import today
from carrywell.web.diary.models import KeptCheck, Woman
from carrywell.web.diary.presenter import due_day_of
from carrywell.web.diary.store import DaySaid, WeekSaid, keep_check, save_day, save_week
from tests.lib.cases import postpartum
from tests.lib.diaries import ENGINE, begun, calm

TODAY = today().isoformat()
FIRST = "This comes first"


def ago(days: int) -> datetime:
    return datetime.combine(today(), datetime.min.time()) - timedelta(days=days)


def page(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def lost(woman: Woman, level: str, days: int, case: Case | None = None) -> KeptCheck:
    """A check with an answer to a question that is no longer there."""
    kept = keep_check(woman, case or calm(24), level, ENGINE, ago(days))
    kept.case["answers"]["asked_long_ago"] = "yes"
    kept.save()
    return kept


def test_an_urgent_check_that_cannot_be_read_still_stands_first(local: Client) -> None:
    woman = begun()
    keep_check(woman, calm(23), "self_care", ENGINE, ago(10))
    lost(woman, "same_day_maternity", 1)
    home = page(local.get("/diary"))
    assert home.index(FIRST) < home.index('data-level="same_day_maternity"') < home.index("A few words a day")
    assert "Answer the danger questions now" in home
    assert "You can care for this at home" not in home.split('id="course"')[0]  # the calm one of before
    assert (due_day_of(woman, ENGINE, today()) or datetime.max.date()) <= today()
    report = strip_tags(page(local.get("/diary/report")))
    assert "cannot be read by this version. It came to: " in report
    assert "At the check of " in report


def test_where_no_check_can_be_read_the_page_for_her_midwife_says_what_they_came_to(local: Client) -> None:
    lost(begun(), "emergency_now", 1)
    assert 'data-level="emergency_now"' in page(local.get("/diary"))
    assert "It came to: Get help now" in strip_tags(page(local.get("/diary/report")))
    assert local.get("/diary/report/pdf").content.startswith(b"%PDF")


def test_a_newer_check_that_can_be_read_stands_for_a_lost_one(local: Client) -> None:
    woman = begun()
    lost(woman, "emergency_now", 3)
    keep_check(woman, calm(24), "self_care", ENGINE, ago(0))
    assert FIRST not in page(local.get("/diary"))


@pytest.mark.parametrize(
    ("case", "days", "says"),
    [
        (calm(41), 40, "the pregnancy would be over now"),
        (calm(41), 8, "you have reached week 42"),
        (postpartum(155), 20, "too long ago to count on from"),
    ],
)
def test_where_her_clock_has_run_out_a_new_check_comes_first(local: Client, case: Case, days: int, says: str) -> None:
    keep_check(begun(), case, "self_care", ENGINE, ago(days))
    home = page(local.get("/diary"))
    assert home.index(FIRST) < home.index(says) < home.index("Do a new check now") < home.index("A few words a day")
    assert 'name="page" value="status"' not in home  # who she is may have changed, so it begins anew


def test_before_that_week_nothing_is_asked_of_birth(local: Client) -> None:
    keep_check(begun(), calm(41), "self_care", ENGINE, ago(3))
    assert "Have you given birth" not in page(local.get("/diary"))


def raised_diary() -> Woman:
    woman = begun()
    keep_check(woman, calm(), "self_care", ENGINE, ago(6))
    for back, pain in enumerate((8, 7, 6, 5, 4)):
        save_day(woman, today() - timedelta(days=back), DaySaid(pain, None, ("low_back",)), ago(0))
    return woman


def begins_with_it(shown: str) -> bool:
    """The block comes before any other heading of the page."""
    heading = re.search(r"<h[12] [^>]*>", shown[shown.index("<main") :])
    return heading is not None and 'id="first"' in heading[0]


def test_a_raise_stands_first_on_every_page(local: Client) -> None:
    kept = KeptCheck.objects.get(woman=raised_diary())
    ends = ("", "/week", "/scores", "/rights", "/calendar", f"/day/{TODAY}", "/report", f"/check/{kept.pk}")
    answers = [local.get(f"/diary{end}") for end in ends]
    earlier = (today() - timedelta(days=2)).isoformat()
    answers += [
        local.post("/diary/week", {"score-1": "3"}),
        local.post("/diary/scores", {}),
        local.post(f"/diary/day/{earlier}", {"pain_now": "x"}),
        local.post("/diary/delete", {}),
    ]
    for answer in answers:
        shown = page(answer)
        assert 'data-level="within_2_days"' in shown
        assert begins_with_it(shown)


def test_a_raise_speaks_with_one_voice(local: Client) -> None:
    raised_diary()
    shown = strip_tags(page(local.get("/diary")))
    assert "Answer the danger questions now" in shown
    assert "Ask the danger questions again on" not in shown


def test_a_check_under_a_raise_is_deleted_only_when_she_is_sure(local: Client) -> None:
    kept = KeptCheck.objects.get(woman=raised_diary())
    delete = f"/diary/check/{kept.pk}/delete"
    assert "Something urgent stands in your diary" in page(local.post(delete))
    assert local.post(delete, {"asked": "1"}).status_code == 422
    assert KeptCheck.objects.exists()
    assert local.post(delete, {"sure": "1"}).status_code == 302
    assert not KeptCheck.objects.exists()


@pytest.mark.parametrize(
    ("said", "first"),
    [(DaySaid(8), True), (DaySaid(3, 9), True), (DaySaid(2, None, ("chest",)), True), (DaySaid(7, 7), False)],
)
def test_without_a_check_strong_pain_and_pain_in_the_chest_lead_to_one(
    local: Client, said: DaySaid, first: bool
) -> None:
    save_day(begun(), today(), said, ago(0))
    shown = page(local.get("/diary"))
    assert (FIRST in shown) is first
    assert ("Answer the danger questions now" in shown) is first


def test_worse_after_the_plan_makes_the_questions_due_until_the_next_check(local: Client) -> None:
    woman = begun()
    keep_check(woman, calm(), "self_care", ENGINE, ago(2))
    assert (due_day_of(woman, ENGINE, today()) or today()) > today()
    save_week(woman, today(), WeekSaid((), "no", "worse"), ago(1))
    assert (due_day_of(woman, ENGINE, today()) or datetime.max.date()) <= today()
    home = strip_tags(page(local.get("/diary")))
    assert "You said that the pain was worse after the plan." in home
    assert "It is time to ask the danger questions again." in home
    report = strip_tags(page(local.get("/diary/report")))
    assert "It did not help" in report
    assert "The pain was worse after it" in report
    keep_check(woman, calm(25), "self_care", ENGINE, ago(0))
    assert (due_day_of(woman, ENGINE, today()) or today()) > today()
