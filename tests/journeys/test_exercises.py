"""An exercise on its own page: pictures, steps, and a timer that counts for her, also from the floor with one hand."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page

from carrywell.app.engine import open_engine
from tests.lib.browser import PHONE
from tests.lib.walker import Walker

EXERCISES = open_engine().knowledge.exercises
LEAST_BUTTON = 60  # to be hit by a thumb from the floor
# A voice that writes down what it is given.
_VOICE = """
window.said = [];
Object.defineProperty(window, "speechSynthesis", {value: {speak: (it) => said.push(it.text), cancel: () => {}}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def _opens(she: Walker, name: str, voice: bool = False) -> Page:
    page = she.page
    page.clock.install()
    if voice:
        page.add_init_script(_VOICE)
    page.goto(f"{she.site}/exercises/{name}")
    page.locator(".cw-timer").wait_for()
    return page


def _word(page: Page) -> str:
    return page.locator("[data-word]").inner_text()


def test_from_the_list_she_comes_to_an_exercise_and_on_to_others(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/exercises")
    assert page.locator("main .cw-kinds a").count() == len(EXERCISES)
    for name in ("clam", "glute_squeeze"):
        called = she.voice(EXERCISES[name].name)
        page.get_by_role("link", name=called, exact=True).click()
        assert page.locator("h1").inner_text() == called


def test_the_timer_counts_moves_holds_sides_sets_and_rest(she: Walker) -> None:
    page = _opens(she, "bird_dog")
    # given the timer of an exercise with two sets of five on each side
    assert (_word(page), page.locator("[data-digits]").inner_text()) == (she.reads("timer.ready"), "5")
    # when she starts it
    she.button("timer.start").click()
    seen = []
    for _ in range(160):
        page.clock.run_for(1000)
        told = (_word(page), page.locator("[data-count]").inner_text())
        if not seen or seen[-1] != told:
            seen.append(told)
    # then each move is followed by its hold, first one side, then the other, and a rest stands between the sets
    first = she.reads("timer.set_of", set=1, sets=2, count=1, counts=5)
    words = ("move", "hold", "other_side", "hold")
    assert seen[:5] == [(she.reads("timer.ready"), ""), *((she.reads(f"timer.{word}"), first) for word in words)]
    assert [word for word, _ in seen].count(she.reads("timer.rest")) == 1
    assert seen[-1][0] == she.reads("timer.done")
    assert page.locator("[data-told]").inner_text().strip() == f"{she.reads('timer.done')}."
    # and it can be begun again
    she.button("timer.start").click()
    assert _word(page) == she.reads("timer.ready")


def test_she_can_pause_go_on_and_go_back(she: Walker) -> None:
    page = _opens(she, "cat_cow")
    she.button("timer.start").click()
    page.clock.run_for(13_000)
    assert page.locator("[data-count]").inner_text() == she.reads("timer.time_of", count=2, counts=3)
    she.button("timer.pause").click()
    left = page.locator("[data-digits]").inner_text()
    page.clock.run_for(60_000)
    assert page.locator("[data-digits]").inner_text() == left
    she.button("timer.back").click()
    she.button("timer.back").click()
    assert (_word(page), page.locator("[data-count]").inner_text()) == (
        she.reads("timer.move"),
        she.reads("timer.time_of", count=1, counts=3),
    )
    she.button("timer.go_on").click()
    page.clock.run_for(4_000)
    assert _word(page) == she.reads("timer.hold")
    assert page.locator("[data-at=hold]").evaluate("it => it.classList.contains('cw-now')")


def test_it_speaks_only_when_she_ticks_that(she: Walker) -> None:
    page = _opens(she, "cat_cow", voice=True)
    she.button("timer.start").click()
    page.clock.run_for(6_000)
    assert page.evaluate("said") == []
    she.field("timer.aloud").check(force=True)
    page.clock.run_for(6_000)
    assert [says.strip() for says in page.evaluate("said")] == [
        f"{she.reads('timer.hold')}.",
        f"{she.reads('timer.move')} 2.",
    ]
    assert _word(page) == she.reads("timer.move"), "what is said stands there as well"


def test_without_a_voice_the_box_is_not_offered(she: Walker) -> None:
    page = she.page
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis")
    page.goto(f"{she.site}/exercises/clam")
    page.locator(".cw-timer").wait_for()
    assert page.locator("[data-aloud]").is_hidden()


def test_its_buttons_are_for_one_thumb(she: Walker) -> None:
    page = _opens(she, "clam")
    boxes = [page.locator(f"[data-{name}]").bounding_box() for name in ("back", "run")]
    assert all(box and box["height"] >= LEAST_BUTTON for box in boxes)
    digits = page.locator("[data-digits]").bounding_box()
    assert digits
    assert digits["height"] > PHONE["width"] / 5


def test_the_keyboard_is_enough(she: Walker) -> None:
    page = _opens(she, "clam")
    page.locator("[data-back]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.clock.run_for(6_000)
    assert _word(page) == she.reads("timer.move")
    page.keyboard.press("Space")
    assert page.locator("[data-run]").inner_text() == she.reads("timer.go_on")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert she.field("timer.aloud").is_checked()


def test_without_a_script_the_amount_is_told_and_no_timer_stands_there(she_without_script: Walker) -> None:
    page = she_without_script.page
    page.goto(f"{she_without_script.site}/exercises/clam")
    assert page.locator(".cw-timer").is_hidden()
    assert re.search(r"5\D+10", page.locator(".cw-amount").inner_text())
    assert page.locator(".cw-pair svg").count() == 2


def test_on_paper_there_is_no_timer(she: Walker) -> None:
    page = _opens(she, "bird_dog")
    page.emulate_media(media="print")
    assert page.locator(".cw-timer").is_hidden()


def test_nothing_is_kept_and_nothing_leaves_the_site(she: Walker, site: str) -> None:
    page = she.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{she.site}/exercises/clam")
    page.locator(".cw-timer").wait_for()
    she.button("timer.start").click()
    assert [address for address in asked if not address.startswith(f"{site}/")] == []
    assert page.context.cookies() == []
    assert json.loads(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")) == {}
