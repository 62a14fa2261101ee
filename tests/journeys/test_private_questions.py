"""The questions for her alone: a reason, a way past them, a way out; what she says stays on one page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Error

from carrywell.app.engine import open_engine
from carrywell.web.settings import QUICK_EXIT_URL
from tests.lib.walker import Walker

PRIVATE = (
    "immediate_danger",
    "unsafe_at_home",
    "self_harm_thoughts",
    "strange_thoughts_mood_change",
    "better_off_without_me",
    "frightening_thoughts_baby",
)
INTIMATE = "q/now/"  # the feeling in the genitals is among the first that are asked
TODAY = {"fluid_leak": "yes"}  # a shorter way than an ordinary one
HELP = open_engine().knowledge.private["unsafe_at_home_help"].says
TELLING = (
    "hurts, threatens",
    "afraid at home",
    "domestic violence",
    "dead",
    "有人伤害",
    "威胁",
    "家里害怕",
    "家庭暴力",
    "死",
)


def _at_the_private_questions(she: Walker) -> None:
    she.comes_to("private", "24", TODAY)


def test_the_private_questions_can_be_skipped(she: Walker) -> None:
    # given a woman who comes to the questions for her alone
    _at_the_private_questions(she)
    # then the page says why it asks, marks nothing for her, and has the way past them before the questions
    assert she.reads("private.why") in she.page.locator("main").inner_text()
    assert she.page.locator("input:checked").count() == 0
    skip = she.button("private.skip").first
    first = she.page.locator("fieldset").first
    assert skip.bounding_box()["y"] < first.bounding_box()["y"]  # type: ignore[index]
    # when she skips them
    skip.click()
    # then she has her result, and nothing was taken for an answer
    assert she.level == "same_day_maternity"
    assert not set(PRIVATE) & set(she.carried["case"]["answers"])


def test_what_she_says_there_is_shown_on_one_page_and_carried_nowhere(she: Walker) -> None:
    # given a woman who is not safe at home
    addresses: list[str] = []
    she.page.on("request", lambda request: addresses.append(request.url))
    _at_the_private_questions(she)
    she.picks("unsafe_at_home", "yes")
    she.picks("self_harm_thoughts", "rather_not_say")
    # when she answers
    she.button("private.answer").click()
    # then the next page answers her, and has a way out
    assert she.page.get_by_role("heading", level=1).inner_text() == she.reads("private.result.title")
    assert she.voice(HELP) in she.page.locator("main").inner_text()
    assert she.link("site_wide.leave").is_visible()
    # and even here nothing of it is in what the page carries on
    carried = json.dumps(she.carried)
    assert not [name for name in PRIVATE if name in carried]
    # when she goes on
    she.button("private.result.continue").click()
    # then the result is the same as without, with no word of it
    assert she.level == "same_day_maternity"
    result = she.page.content()
    assert not [telling for telling in (*TELLING, *PRIVATE) if telling in result]
    # and no address held an answer
    assert not [address for address in addresses if "?" in address.replace("?v=", "").removesuffix("?")]
    # and opened once more, the page knows nothing
    she.changes(she.reads("page.names.private"))
    assert she.page.locator("input:checked").count() == 0


def test_without_a_script_the_browsers_back_does_not_bring_it_up_again(she_without_script: Walker) -> None:
    """With one, these pages have no place in the history (test_steps_without_load)."""
    # given a woman who answered, read what the page said, and went on
    she = she_without_script
    she.starts()
    she.is_pregnant("24")
    she.walks_to("private", TODAY)
    she.picks("unsafe_at_home", "yes")
    she.button("private.answer").click()
    she.button("private.result.continue").click()
    # when someone else presses the browser's Back, then the browser has that page no more
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        she.page.go_back()
    # and one further back the questions stand with nothing marked
    she.page.go_back()
    assert she.page_name == "private"
    assert she.page.locator("input:checked").count() == 0


def test_answers_that_need_nothing_lead_on_to_the_result(she: Walker) -> None:
    # given a woman who says no to each
    _at_the_private_questions(she)
    for name in ("immediate_danger", "unsafe_at_home", "self_harm_thoughts"):
        she.picks(name, "no")
    # when she answers
    she.button("private.answer").click()
    # then she has her result
    assert she.level == "same_day_maternity"
    assert not set(PRIVATE) & set(she.carried["case"]["answers"])


def test_enter_on_the_page_skips_and_never_sends_half_an_answer(she: Walker) -> None:
    # given a woman who has marked a line
    _at_the_private_questions(she)
    she.picks("unsafe_at_home", "yes")
    # when Enter is pressed, for whatever reason
    she.page.locator("#unsafe_at_home").press("Enter")
    # then it is as if she had skipped
    assert she.level == "same_day_maternity"


def test_the_way_out_is_where_it_is_needed(she: Walker) -> None:
    # given a woman on an ordinary page: no way out that would only alarm her
    she.starts()
    leave = she.link("site_wide.leave")
    she.says_pregnant()
    assert leave.count() == 0
    she.starts()
    she.is_pregnant("24")
    # when the questions become intimate, and then private
    for goal in (INTIMATE, "private"):
        she.walks_to(goal, TODAY)
        # then one tap leaves, from the top of the page, to a place that says nothing about her or where she came from
        assert leave.get_attribute("href") == QUICK_EXIT_URL
        assert leave.get_attribute("rel") == "noreferrer"
        box = leave.bounding_box()
        assert box is not None
        assert box["y"] < 200
