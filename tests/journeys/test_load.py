"""The pages "What loads my back": a slider moves picture and bar, with and without a script, for everyone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from carrywell.app.engine import open_engine
from carrywell.web.state import State
from tests.lib.browser import DESK
from tests.lib.cases import all_no, pregnant
from tests.lib.walker import Walker

BENT = "load/nappy_bed"
# As a form of the check does it, once all is answered.
_COMES_TO_HER_RESULT = """state => {
  const form = document.querySelector("main form");
  form.querySelector("[name=state]").value = state;
  form.querySelector("[name=page]").value = "result";
  form.submit();
}"""


def middle(page: Page, part: str = "this") -> float:
    """Where the bar of a way has its mark, as a share of her own standing."""
    return float(page.locator(f"[data-part={part}] .cw-bar").get_attribute("data-middle") or "")


def waits_for_another(page: Page, before: float) -> float:
    page.wait_for_function(
        "was => Number(document.querySelector('[data-part=this] .cw-bar').dataset.middle) !== was", arg=before
    )
    return middle(page)


def trunk(page: Page) -> str:
    return page.locator("[data-part=this] svg.figure path").nth(3).get_attribute("d") or ""


def test_from_the_start_she_comes_to_a_task_and_on_to_another_way(she: Walker) -> None:
    page = she.page
    page.goto(she.site)
    she.link("load_list.title").click()
    for name in ("nappy_bed", "nappy_floor"):
        called = page.locator(f"a[href$='/load/{name}']").inner_text()
        page.locator(f"a[href$='/load/{name}']").click()
        assert page.locator("h1").inner_text() == called
        assert page.locator("[data-part] svg.figure").count() == 2


def test_a_higher_place_shows_at_once_that_it_loads_less(she: Walker) -> None:
    """By keyboard: the page stays, the figure straightens, bar and words follow."""
    page = she.page
    page.goto(f"{she.site}/{BENT}")
    bent, drawn_bent, words = middle(page), trunk(page), page.get_by_role("status").last.inner_text()
    page.evaluate("window.stayed = true")
    page.locator("#height").focus()
    page.keyboard.press("End")
    upright = waits_for_another(page, bent)
    assert upright < bent / 2
    assert trunk(page) != drawn_bent
    assert page.locator("[data-part=this] [role=status]").inner_text() != words
    assert page.locator("output[for=height]").inner_text() == "110 cm"
    assert page.locator("#height").get_attribute("aria-valuetext") == "110 cm"
    assert page.evaluate("window.stayed && document.activeElement.id") == "height"
    assert page.url == f"{she.site}/{BENT}", "what she tries is in no address"


def test_the_week_moves_both_ways(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/{BENT}?when=pregnant&weeks=20")
    this, less = middle(page), page.locator("[data-part=less] svg.figure").inner_html()
    page.locator("#weeks").focus()
    page.keyboard.press("End")
    waits_for_another(page, this)
    page.wait_for_function("was => document.querySelector('[data-part=less] svg.figure').innerHTML !== was", arg=less)
    assert page.locator("output[for=weeks]").inner_text() == she.reads("load_page.weeks_of.pregnant", n=42)


def test_an_opened_fold_stays_open_while_a_slider_moves(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/{BENT}")
    page.get_by_text(she.reads("load_page.newtons")).click()
    before = page.locator("[data-part=words] details").inner_text()
    page.locator("#reach").focus()
    page.keyboard.press("Home")
    waits_for_another(page, middle(page))
    assert page.locator("[data-part=words] details[open]").inner_text() != before


def test_where_the_site_does_not_answer_the_form_is_sent(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/{BENT}")
    page.route("**/*part=*", lambda route: route.abort())
    page.locator("#height").focus()
    page.keyboard.press("End")
    page.wait_for_url("**height=110**")
    assert page.locator("output[for=height]").inner_text() == "110 cm"


def test_without_a_script_it_is_a_form(she_without_script: Walker) -> None:
    page = she_without_script.page
    page.goto(f"{she_without_script.site}/{BENT}")
    bent = middle(page)
    page.locator("#height").focus()
    page.keyboard.press("End")
    she_without_script.button("load_page.show").click()
    assert middle(page) < bent / 2
    assert page.locator("output[for=height]").inner_text() == "110 cm"
    assert page.locator("#height").input_value() == "110"


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_who_prefers_less_motion(browser: Browser, site: str, motion: str) -> None:
    page = browser.new_page(reduced_motion=motion)  # type: ignore[arg-type]
    page.goto(f"{site}/{BENT}")
    moved = page.evaluate("""() => ['.cw-load path', '.cw-bar__band'].map(
        name => getComputedStyle(document.querySelector(name)).transitionDuration)""")
    assert (moved == ["0s", "0s"]) == (motion == "reduce")
    page.close()


def test_at_a_desk_both_ways_and_the_sliders_stand_beside_each_other(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(f"{site}/{BENT}")
    tops = [page.locator(f"[data-part={part}]").bounding_box() for part in ("this", "less")]
    sliders = page.locator(".cw-sliders").bounding_box()
    assert sliders is not None
    assert {round(box["y"]) for box in (*tops, sliders) if box} == {round(sliders["y"])}
    page.close()


def test_from_her_result_her_day_leads_to_each_task_in_her_own_numbers(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/check")
    case = all_no(pregnant(30, day={"mopping": 30, "shopping_bags": 20}))
    page.evaluate(_COMES_TO_HER_RESULT, State(case, ("pregnant",)).dump())
    she.button("my_day.open").click()
    assert page.locator(".cw-day li").count() == 2
    she.field("my_day.help_minutes").fill("30")
    she.button("my_day.work_out").click()
    mopping = she.voice(open_engine().knowledge.tasks["mopping"].name)
    assert mopping in page.locator("main").inner_text()
    page.get_by_role("button", name=she.reads("my_day.look")).first.click()
    assert page.locator("#weeks").input_value() == "30"
    before = middle(page)
    page.locator("#weeks").focus()
    page.keyboard.press("Home")
    waits_for_another(page, before)
    assert "?" not in page.url, "her week is in no address"
    she.button("result.back").click()
    assert she.page_name == "result"
