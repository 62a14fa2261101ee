"""Her weeks: typed, or counted from a date. What cannot be is shown beside the field, with what was typed."""

from __future__ import annotations

from datetime import date

import pytest

from carrywell.app.engine import open_engine
from tests.lib.walker import Walker

TODAY = date(2026, 11, 22)
FIRST = open_engine().interviewer.first[0].id


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site runs in this process, so its only look at the clock can be set."""
    monkeypatch.setattr("carrywell.web.views.today", lambda: TODAY)


def _types_date(she: Walker, name: str, typed: str) -> None:
    for part, value in zip(("day", "month", "year"), typed.split(), strict=True):
        she.fills(f"{name}-{part}", value)


def _typed_date(she: Walker, name: str) -> str:
    return " ".join(she.page.locator(f"#{name}-{part}").input_value() for part in ("day", "month", "year"))


def _must_be_refused(she: Walker, field: str, says: str) -> None:
    """The summary leads to the field, and the same words stand beside it."""
    assert she.is_told_of_an_error
    summary = she.page.get_by_role("alert")
    assert says in summary.inner_text()
    assert says in she.page.locator(f"#{field}-error").inner_text()
    summary.get_by_role("link", name=says).click()
    assert she.page.evaluate("document.activeElement.id") == field


def test_weeks_that_cannot_be_are_shown_with_what_was_typed(she: Walker) -> None:
    # given a woman who says that she is pregnant
    she.starts()
    she.says_pregnant()
    weeks = she.field("about.pregnant.weeks")
    # when she types what cannot be a week
    for typed in ("23+9", "60", "-1", "twenty", "23+4+1"):
        weeks.fill(typed)
        she.goes_on()
        # then the page says what is allowed, and keeps it
        _must_be_refused(she, "weeks_pregnant", she.reads("about.error.weeks_range", highest=45))
        assert weeks.input_value() == typed
    # and with nothing typed it says what is needed
    weeks.fill("")
    she.goes_on()
    _must_be_refused(she, "weeks_pregnant", she.reads("about.error.weeks_missing"))
    # when she types it as midwives do
    weeks.fill("23+4")
    she.answers_the_first_list({})
    # then she goes on with 23 weeks and 4 days
    assert she.page_name.startswith("q/")
    assert she.carried["case"]["about"]["weeks_pregnant"] == pytest.approx(23 + 4 / 7, abs=0.01)


def test_weeks_are_counted_from_the_due_date(she: Walker) -> None:
    # given a woman who knows her due date, 125 days from now
    she.starts()
    she.says_pregnant()
    _types_date(she, "due", "27 3 2027")
    # when she goes on, to a result
    she.answers_the_first_list({"chest_pain": "yes"})
    # then it says 22 weeks: (280 - 125) / 7 = 22.1
    assert she.page.locator(".cw-say").inner_text().startswith(she.voice.counted("say.pregnant", 22, weeks=22))


def test_a_due_date_that_cannot_be_is_shown_with_what_was_typed(she: Walker) -> None:
    # given a woman who says that she is pregnant
    she.starts()
    she.says_pregnant()
    real = she.reads("about.error.date")
    near = she.reads("about.error.due_range")
    # when the date is not in the calendar, not in numbers, or too far away
    for typed, says in (
        ("31 2 2027", real),
        ("27 march 2027", real),
        ("27 3 " + "9" * 12, real),
        ("27 3 27", near),
        ("1 12 2027", near),
        ("1 10 2026", near),
    ):
        _types_date(she, "due", typed)
        she.goes_on()
        # then the page says so, and keeps it
        _must_be_refused(she, "due-day", says)
        assert _typed_date(she, "due") == typed


def test_weeks_and_date_that_contradict_each_other_are_not_guessed(she: Walker) -> None:
    # given a woman who typed 12 weeks, and a due date that makes 22
    she.starts()
    she.says_pregnant()
    she.field("about.pregnant.weeks").fill("12")
    _types_date(she, "due", "27 3 2027")
    # when she goes on
    she.goes_on()
    # then she is asked which of them is right
    _must_be_refused(she, "weeks_pregnant", she.reads("about.error.disagree"))
    # when she clears the weeks
    she.field("about.pregnant.weeks").fill("")
    she.answers_the_first_list({})
    # then the date counts
    assert she.carried["case"]["about"]["weeks_pregnant"] == pytest.approx(155 / 7, abs=0.01)


def test_weeks_after_a_birth_are_counted_from_its_date(she: Walker) -> None:
    # given a woman who gave birth 21 days ago
    she.starts()
    she.says_ended()
    _types_date(she, "ended_on", "1 11 2026")
    she.picks("ended", "birth")
    she.picks("recent_neuraxial", "no")
    # when she goes on, to a result
    she.answers_the_first_list({"chest_pain": "yes"})
    # then it says three weeks
    assert she.page.locator(".cw-say").inner_text().startswith(she.voice.counted("say.birth", 3, weeks=3))


def test_a_birth_date_that_cannot_be_is_shown_with_what_was_typed(she: Walker) -> None:
    # given a woman whose pregnancy has ended
    she.starts()
    she.says_ended()
    past = she.reads("about.error.ended_range")
    # when she says neither when nor how, nor anything else
    she.goes_on()
    # then each is asked for beside its field
    _must_be_refused(she, "weeks_postpartum", she.reads("about.error.ended_missing"))
    _must_be_refused(she, "ended", she.reads("about.error.how_ended"))
    _must_be_refused(she, "recent_neuraxial", she.reads("questions.error.missing"))
    _must_be_refused(she, FIRST, she.reads("questions.error.nothing_marked"))
    # when the date lies in the future, or too far back
    she.picks("ended", "loss")
    for typed in ("23 11 2026", "1 11 2023"):
        _types_date(she, "ended_on", typed)
        she.goes_on()
        # then the page says so, and keeps all that was said
        _must_be_refused(she, "ended_on-day", past)
        assert _typed_date(she, "ended_on") == typed
        assert she.page.locator("input[name=ended][value=loss]").is_checked()
