"""Her week: from the result to the plan, an exercise of it, what she changes, and the week after."""

from __future__ import annotations

import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.web.state import State
from tests.lib.cases import all_no, pregnant
from tests.lib.walker import Walker

EASED = {
    "worse_moving_better_rest": "yes", "better_with:massage": "yes", "worse_with:bending": "yes",
    "worse_with:lifting": "yes", "worse_with:turning_in_bed": "yes", "history:desk_work": "yes",
    "history:back_pain_before": "yes",
}  # fmt: skip
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


# The start's own form, with the answers that the result would carry.
_SENT = """state => {
  const form = document.querySelector("main form");
  form.elements.page.value = "week";
  form.elements.state.value = state;
  form.submit();
}"""


def _plans(she: Walker, weeks: float = 24) -> None:
    """Her week, with every question answered that the plan asks."""
    pain = {"worse_with": ["bending", "lifting", "turning_in_bed"], "better_with": ["rest", "massage"]}
    case = all_no(pregnant(weeks, sites=["low_back"], history=["desk_work", "back_pain_before"], **pain))
    she.starts()
    with she.page.expect_navigation():
        she.page.evaluate(_SENT, State(case, ("pregnant", "where", "changes", "day")).dump())
    assert she.page.locator("h1").inner_text() == she.reads("week_page.title")


def test_from_her_result_through_two_weeks(she: Walker) -> None:
    # given a woman whose answers leave exercises open
    she.comes_to("result", "24", EASED)
    she.fits_the_plan()
    she.walks_to_the_result(EASED)
    she.page.locator("button[name=week]").click()
    assert she.page.locator("h1").inner_text() == she.reads("week_page.title")
    # when she opens an exercise of her week
    name = she.page.locator(".cw-planned h3").first.inner_text()
    she.page.locator("button[name=exercise]").first.click()
    assert she.page.locator("h1").inner_text() == name
    she.page.locator(".cw-timer").wait_for()
    # and goes back, and has something else in its place
    she.button("week_page.to_it").click()
    she.page.locator("details", has=she.page.locator("button[name^=swap-]")).first.locator("summary").click()
    other = she.page.locator("button[name^=swap-]").first
    wanted = she.voice(open_engine().knowledge.exercises[other.get_attribute("value") or ""].name)
    other.click()
    # then that is in her week
    assert wanted in she.page.locator(".cw-planned h3").all_inner_texts()
    # and when she says how it went
    she.page.get_by_text(she.reads("week_page.how_it_went.title")).click()
    she.picks("went-walk", "fine")
    she.button("week_page.how_it_went.next").click()
    # then the next week has grown by what went fine
    lead = she.page.locator(".cw-lead").inner_text()
    assert she.reads("week.week", number=2, when="") in lead
    assert "25" in lead
    assert she.reads("week_change.longer") in she.page.locator("main").inner_text()
    # and her result is still there
    she.button("result.back").click()
    assert she.level == "self_care"


def test_she_says_what_she_has_and_a_wrong_number_is_shown(she: Walker) -> None:
    _plans(she)
    she.page.get_by_text(she.reads("week_page.fit.title")).click()
    she.fills("minutes_a_day", "5")
    she.button("week_page.fit.button").click()
    wrong = she.reads("week_page.error.minutes", fewest=10, most=180)
    assert she.page.get_by_text(wrong).first.is_visible()
    assert she.page.locator("#minutes_a_day").input_value() == "5"
    she.fills("minutes_a_day", "15")
    she.picks("things", "pool")
    she.button("week_page.fit.button").click()
    assert she.carried["wishes"] == {"things": ["pool"], "minutes_a_day": 15}


@pytest.mark.parametrize("weeks", [24, 34])
def test_her_week_prints_on_one_sheet(she: Walker, weeks: int) -> None:
    _plans(she, weeks)
    assert len(_PAGE.findall(she.page.pdf(format="A4"))) == 1
    she.page.emulate_media(media="print")
    assert she.page.locator("main button:visible").count() == 0
    assert she.page.locator("#goals").is_visible()


def test_her_calendar_gets_the_week(she: Walker) -> None:
    _plans(she)
    with she.page.expect_download() as waiting:
        she.button("week_page.keep.calendar").click()
    kept = waiting.value
    assert re.fullmatch(r"carrywell-week-\d{4}-\d\d-\d\d\.ics", kept.suggested_filename)
    assert kept.path().read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


def test_without_a_script_all_of_it_works(she_without_script: Walker) -> None:
    she = she_without_script
    _plans(she)
    she.page.locator("button[name=exercise]").first.click()
    assert she.page.locator(".cw-amount").is_visible()
    assert she.page.locator(".cw-timer").is_hidden()
    she.button("week_page.to_it").click()
    assert she.page.locator("h1").inner_text() == she.reads("week_page.title")


def test_the_keyboard_is_enough(she: Walker) -> None:
    _plans(she)
    she.page.locator("button[name=exercise]").first.focus()
    she.page.keyboard.press("Enter")
    she.page.locator(".cw-timer").wait_for()
    she.page.locator(".cw-back").focus()
    she.page.keyboard.press("Enter")
    assert she.page.locator("h1").inner_text() == she.reads("week_page.title")


def test_an_emergency_has_no_week(she: Walker) -> None:
    she.starts()
    she.is_pregnant("31", {"heavy_bleeding": "yes"})
    she.page.locator("button[name=week]").click()
    assert she.reads("week.care_first") in she.page.locator("main").inner_text()
    assert she.page.locator("main svg").count() == 0
