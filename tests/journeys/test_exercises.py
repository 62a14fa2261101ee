"""An exercise on its own page: pictures, steps, and a timer that counts for her, also from the floor with one hand."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page

from carrywell.app.engine import open_engine
from tests.lib.browser import DESK, PHONE
from tests.lib.page_looks import look_at
from tests.lib.walker import Walker

KINDS = ("bird_dog", "walk", "yoga_class")
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
    assert page.locator("main .cw-kinds a").count() == len(open_engine().knowledge.exercises)
    page.get_by_role("link", name="Open your knees like a shell").click()
    assert page.locator("h1").inner_text() == "Open your knees like a shell"
    page.get_by_role("link", name="Squeeze your buttocks").click()
    assert page.locator("h1").inner_text() == "Squeeze your buttocks"


@pytest.mark.parametrize("name", ["", *KINDS])
def test_everyone_can_use_it(she: Walker, name: str) -> None:
    page = she.page
    page.goto(f"{she.site}/exercises/{name}".rstrip("/"))
    page.wait_for_load_state("networkidle")
    look = look_at(page, name)
    assert (look.nameless, look.small, look.axe, look.wide_at_320, look.wide_at_zoom) == ([], [], [], [], [])


@pytest.mark.parametrize("scheme", ["dark"])
def test_by_day_and_night_at_a_desk_too(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(viewport=DESK, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/exercises/bird_dog")
    page.locator(".cw-timer").wait_for()
    look = look_at(page, scheme)
    assert (look.axe, look.nameless) == ([], [])
    context.close()


def test_the_timer_counts_moves_holds_sides_sets_and_rest(she: Walker) -> None:
    page = _opens(she, "bird_dog")
    # given the timer of an exercise with two sets of five on each side
    assert (_word(page), page.locator("[data-digits]").inner_text()) == ("Get ready", "5")
    # when she starts it
    page.get_by_role("button", name="Start").click()
    seen = []
    for _ in range(160):
        page.clock.run_for(1000)
        told = (_word(page), page.locator("[data-count]").inner_text())
        if not seen or seen[-1] != told:
            seen.append(told)
    # then each move is followed by its hold, first one side, then the other, and a rest stands between the sets
    assert seen[:5] == [
        ("Get ready", ""),
        ("Move", "Set 1 of 2, 1 of 5"),
        ("Hold", "Set 1 of 2, 1 of 5"),
        ("The other side", "Set 1 of 2, 1 of 5"),
        ("Hold", "Set 1 of 2, 1 of 5"),
    ]
    assert [word for word, _ in seen].count("Rest") == 1
    assert seen[-1][0] == "Done"
    assert page.locator("[data-told]").inner_text().strip() == "Done."
    # and it can be begun again
    page.get_by_role("button", name="Start").click()
    assert _word(page) == "Get ready"


def test_she_can_pause_go_on_and_go_back(she: Walker) -> None:
    page = _opens(she, "cat_cow")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(13_000)
    assert page.locator("[data-count]").inner_text() == "2 of 3"
    page.get_by_role("button", name="Pause").click()
    left = page.locator("[data-digits]").inner_text()
    page.clock.run_for(60_000)
    assert page.locator("[data-digits]").inner_text() == left
    page.get_by_role("button", name="One back").click()
    page.get_by_role("button", name="One back").click()
    assert (_word(page), page.locator("[data-count]").inner_text()) == ("Move", "1 of 3")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(4_000)
    assert _word(page) == "Hold"
    assert page.locator("[data-at=hold]").evaluate("it => it.classList.contains('cw-now')")


def test_it_speaks_only_when_she_ticks_that(she: Walker) -> None:
    page = _opens(she, "cat_cow", voice=True)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(6_000)
    assert page.evaluate("said") == []
    page.get_by_label("Say it aloud").check(force=True)
    page.clock.run_for(6_000)
    assert [says.strip() for says in page.evaluate("said")] == ["Hold.", "Move 2."]
    assert _word(page) == "Move", "what is said stands there as well"


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
    assert _word(page) == "Move"
    page.keyboard.press("Space")
    assert page.locator("[data-run]").inner_text() == "Go on"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_label("Say it aloud").is_checked()


def test_without_a_script_the_amount_is_told_and_no_timer_stands_there(she_without_script: Walker) -> None:
    page = she_without_script.page
    page.goto(f"{she_without_script.site}/exercises/clam")
    assert page.locator(".cw-timer").is_hidden()
    assert "5 to 10 times on each side" in page.locator(".cw-amount").inner_text()
    assert page.locator(".cw-pair svg").count() == 2


def test_on_paper_there_is_no_timer(she: Walker) -> None:
    page = _opens(she, "bird_dog")
    page.emulate_media(media="print")
    assert page.locator(".cw-timer").is_hidden()


def test_nothing_is_kept_and_nothing_leaves_the_site(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/exercises/clam")
    page.locator(".cw-timer").wait_for()
    page.get_by_role("button", name="Start").click()
    assert [address for address in asked if not address.startswith(f"{site}/")] == []
    assert context.cookies() == []
    assert json.loads(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")) == {}
    context.close()
