"""Danger signs: a yes ends the questions at once, not sure is looked at once more, a contradiction is shown."""

from __future__ import annotations

from tests.lib.walker import Walker

SIGN = "chest_pain"  # an emergency, on the first screen of danger signs


def _at_the_first_danger_signs(she: Walker) -> None:
    she.starts()
    she.is_pregnant("31")
    she.walks_to("q/now/", {})


def test_an_emergency_ends_the_questions_and_she_can_come_back(she: Walker) -> None:
    # given a woman on the first screen of danger signs
    _at_the_first_danger_signs(she)
    # when she says yes to one of them
    she.answers({SIGN: "yes"})
    # then the next page is the result, and says so without scrolling
    assert she.page_name == "result"
    assert she.level == "emergency_now"
    do = she.page.locator(".cw-do")
    box = do.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844, "what to do stands on the first screen of a phone"
    # and nothing on the page asks her to go on first
    assert she.page.locator(".cw-today").count() == 0
    # when she opens that screen again and takes the answer back
    she.changes("Is any of this true for you now?")
    assert she.page.locator(f"#{SIGN}").is_checked()
    she.picks(SIGN, "no")
    she.goes_on()
    # then the questions go on where they had stopped
    assert she.page_name.startswith("q/nerves/")
    assert she.carried["case"]["answers"][SIGN] == "no"


def test_not_sure_is_looked_at_once_more_and_stays_an_emergency(she: Walker) -> None:
    # given a woman who is not sure of an emergency sign
    _at_the_first_danger_signs(she)
    she.answers({SIGN: "unsure"})
    # then that line alone is asked once more, with how she can tell already open
    assert she.page_name == f"c/now/{SIGN}"
    assert she.page.get_by_role("heading", level=1).inner_text() == "Let us look once more"
    assert she.page.get_by_text("Call now, even if the pain has eased again.").is_visible()
    assert she.page.locator("input:checked").count() == 0
    # when she is still not sure
    she.picks(SIGN, "unsure")
    she.goes_on()
    # then the safer way is taken, and the page says why
    assert she.level == "emergency_now"
    assert "You were unsure" in she.page.locator(".cw-reasons").inner_text()


def test_not_sure_can_turn_into_a_no(she: Walker) -> None:
    # given a woman who was not sure, and reads how to tell
    _at_the_first_danger_signs(she)
    she.answers({SIGN: "unsure"})
    # when she now says no
    she.picks(SIGN, "no")
    she.goes_on()
    # then the questions go on
    assert she.page_name.startswith("q/nerves/")
    # and going back shows what she said, on both pages
    she.goes_back()
    assert she.page.locator(f"#{SIGN}-no").is_checked()
    she.goes_back()
    assert she.page.locator(f"#{SIGN}-no").is_checked()


def test_a_sure_emergency_beside_an_unsure_line_costs_no_second_look(she: Walker) -> None:
    # given a woman with one sure and one unsure emergency sign
    _at_the_first_danger_signs(she)
    # when she goes on
    she.answers({SIGN: "yes", "stroke_signs": "unsure"})
    # then she reads what to do at once
    assert she.level == "emergency_now"


def test_none_of_these_beside_a_mark_is_shown_and_loses_nothing(she: Walker) -> None:
    # given a woman who marked a line
    _at_the_first_danger_signs(she)
    she.picks(SIGN, "yes")
    she.picks("heavy_bleeding", "no")
    # when she also taps none of these
    she.page.get_by_role("button", name="None of these").click()
    # then the page says what is wrong, and has the attention of a screen reader
    assert she.page.title().startswith("Error:")
    summary = she.page.get_by_role("alert")
    assert "also tapped none of these" in summary.inner_text()
    assert summary.evaluate("it => it === document.activeElement")
    # and what she marked is kept
    assert she.page.locator(f"#{SIGN}").is_checked()
    assert she.page.locator("#heavy_bleeding-no").is_checked()
    # when she follows the error
    summary.get_by_role("link").click()
    # then she stands at the line
    assert she.page.evaluate("document.activeElement.id") == SIGN
    assert she.page.locator(f"#{SIGN}").evaluate("it => it.closest('.cw-line').getBoundingClientRect().top < 844")


def test_going_on_with_nothing_marked_is_no_answer(she: Walker) -> None:
    # given a woman on the first screen of danger signs
    _at_the_first_danger_signs(she)
    # when she goes on with nothing marked
    she.goes_on()
    # then nothing was taken for a no
    assert she.page_name.startswith("q/now/")
    assert "Mark what is true for you" in she.page.get_by_role("alert").inner_text()
    assert SIGN not in she.carried["case"]["answers"]
