"""Danger signs: a yes ends the questions at once, not sure is looked at once more, a contradiction is shown."""

from __future__ import annotations

from carrywell.app.engine import open_engine
from tests.lib.walker import FINDINGS, Walker

SIGN = "saddle_numbness"  # an emergency, on the first screen after her weeks
NOW = open_engine().knowledge.screens["now"].title


def _at_the_first_danger_signs(she: Walker) -> None:
    she.starts()
    she.is_pregnant("31")
    assert she.page_name.startswith("q/now/")


def _what_to_do_stands_on_the_first_screen_of_a_phone(she: Walker) -> None:
    assert she.page_name == "result"
    assert she.level == "emergency_now"
    box = she.page.locator(".cw-do").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844
    # and nothing on the page asks her to go on first
    assert she.page.locator(".cw-today").count() == 0
    assert she.page.locator("button[name=fit]").count() == 0


def test_an_emergency_under_her_weeks_ends_the_questions_and_she_can_come_back(she: Walker) -> None:
    # given a woman who is short of breath
    she.starts()
    # when she says so on the page of her weeks
    she.is_pregnant("31", {"breathless_chest_pain": "yes"})
    # then the next page is the result
    _what_to_do_stands_on_the_first_screen_of_a_phone(she)
    # when she opens that page again and takes the answer back
    she.changes(she.reads("page.names.pregnant"))
    assert she.page.locator("#chest_or_breath").is_checked()
    assert she.field("about.pregnant.weeks").input_value() == "31"
    she.picks("chest_or_breath", "no")
    she.goes_on()
    # then the questions go on where they had stopped
    assert she.page_name.startswith("q/now/")
    assert she.carried["case"]["answers"]["chest_or_breath"] == "no"


def test_an_emergency_ends_the_questions_and_she_can_come_back(she: Walker) -> None:
    # given a woman on the first screen of danger signs
    _at_the_first_danger_signs(she)
    # when she says yes to one of them
    she.answers({SIGN: "yes"})
    # then the next page is the result, and says so without scrolling
    _what_to_do_stands_on_the_first_screen_of_a_phone(she)
    # when she opens that screen again and takes the answer back
    she.changes(she.voice(NOW))
    assert she.page.locator(f"#{SIGN}").is_checked()
    she.picks(SIGN, "no")
    she.goes_on()
    # then the questions go on where they had stopped
    assert she.page_name.startswith("q/today/")
    assert she.carried["case"]["answers"][SIGN] == "no"


def test_not_sure_is_looked_at_once_more_and_stays_an_emergency(she: Walker) -> None:
    # given a woman who is not sure of an emergency sign
    _at_the_first_danger_signs(she)
    she.answers({SIGN: "unsure"})
    # then that line alone is asked once more, with how she can tell already open
    assert she.page_name == f"c/now/{SIGN}"
    assert she.page.get_by_role("heading", level=1).inner_text() == she.reads("questions.clarify.title")
    assert she.page.get_by_text(she.voice(FINDINGS[SIGN].tell)).is_visible()
    assert she.page.locator("input:checked").count() == 0
    # when she is still not sure
    she.picks(SIGN, "unsure")
    she.goes_on()
    # then the safer way is taken, and the page says why
    assert she.level == "emergency_now"
    assert she.reads("result.not_certain") in she.page.locator(".cw-reasons").inner_text()


def test_not_sure_can_turn_into_a_no(she: Walker) -> None:
    # given a woman who was not sure, and reads how to tell
    _at_the_first_danger_signs(she)
    she.answers({SIGN: "unsure"})
    # when she now says no
    she.picks(SIGN, "no")
    she.goes_on()
    # then the questions go on
    assert she.page_name.startswith("q/today/")
    # and going back shows what she said, on both pages
    she.goes_back()
    assert she.page.locator(f"#{SIGN}-no").is_checked()
    she.goes_back()
    assert she.page.locator(f"#{SIGN}-no").is_checked()


def test_an_ability_is_marked_as_lost_in_a_list_and_asked_as_an_ability_once_more(she: Walker) -> None:
    # given a woman who may have a weak leg
    _at_the_first_danger_signs(she)
    she.walks_to("q/closer/", {"leg_weakness_one": "unsure"})
    # when she marks the line, which says what is lost
    assert she.voice(FINDINGS["leg_weakness_one"].listed) in she.page.locator("main").inner_text()
    she.answers({"leg_weakness_one": "unsure"})
    # then the whole question asks whether she can
    assert she.page_name == "c/closer/leg_weakness_one"
    assert she.voice(FINDINGS["leg_weakness_one"].ask) in she.page.locator("main legend").inner_text()
    # when she finds that she can
    she.picks("leg_weakness_one", "yes")
    she.goes_on()
    # then no weakness is kept, and the list shows it as she meant it
    assert she.carried["case"]["answers"]["leg_weakness_one"] == "no"
    she.goes_back()
    assert she.page.locator("#leg_weakness_one").is_checked()
    she.goes_back()
    assert she.page.locator("#leg_weakness_one-no").is_checked()


def test_a_sure_emergency_beside_an_unsure_line_costs_no_second_look(she: Walker) -> None:
    # given a woman with one sure and one unsure emergency sign
    _at_the_first_danger_signs(she)
    # when she goes on
    she.answers({SIGN: "yes", "bowel_change": "unsure"})
    # then she reads what to do at once
    assert she.level == "emergency_now"


def test_none_of_these_beside_a_mark_is_shown_and_loses_nothing(she: Walker) -> None:
    # given a woman who marked a line
    _at_the_first_danger_signs(she)
    she.picks(SIGN, "yes")
    she.picks("bowel_change", "no")
    # when she also taps none of these
    she.button("questions.none").click()
    # then the page says what is wrong, and has the attention of a screen reader
    assert she.is_told_of_an_error
    summary = she.page.get_by_role("alert")
    assert she.reads("questions.error.none_but_marked") in summary.inner_text()
    assert summary.evaluate("it => it === document.activeElement")
    # and what she marked is kept
    assert she.page.locator(f"#{SIGN}").is_checked()
    assert she.page.locator("#bowel_change-no").is_checked()
