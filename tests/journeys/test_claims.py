"""What she may have read: the page of claims, with and without a search, at a phone and at a desk."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, expect

from carrywell.app.claims import claim_groups
from carrywell.app.engine import open_engine
from tests.lib.browser import DESK, PHONE, axe_violations
from tests.lib.page_looks import look_at
from tests.lib.walker import Walker

ENGINE = open_engine()
CLAIMS = ENGINE.knowledge.claims
GROUPS = claim_groups(ENGINE.knowledge, ENGINE.voice())
HEAVIEST_KB = 45  # over the wire; it holds every claim with its sources, so that it can be read without a network
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"


def test_what_can_do_harm_comes_first_and_every_claim_is_there(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims")
    assert page.locator(".cw-claim").count() == len(CLAIMS)
    kinds = page.locator(".cw-claim .cw-verdict").evaluate_all("them => them.map(it => it.className)")
    harmful = sum("--harmful" in kind for kind in kinds)
    contradicted = sum("--contradicted" in kind for kind in kinds)
    assert harmful > 5
    assert all("--harmful" in kind for kind in kinds[:harmful])
    assert all("--contradicted" in kind for kind in kinds[harmful : harmful + contradicted])


def test_each_group_has_a_heading_that_the_list_above_leads_to(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims")
    headings = page.locator("main h2").all_inner_texts()
    assert page.locator(".cw-jump a").all_inner_texts() == headings
    assert len(headings) == len(GROUPS)
    page.get_by_role("link", name=headings[-1], exact=True).click()
    expect(page.locator(f"#{GROUPS[-1].anchor}")).to_be_in_viewport()


def test_a_claim_unfolds_to_the_evidence_better_advice_signs_and_sources(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims")
    claim = page.locator("#claim-disc_both_legs")
    expect(claim.get_by_text("emergency department")).not_to_be_visible()
    claim.locator("summary").click()
    expect(claim.get_by_text("emergency department")).to_be_visible()
    for name in ("What is known:", "What can go wrong:", "Better:", "Danger signs to ask about here", "What we advise"):
        expect(claim.get_by_text(name, exact=True)).to_be_visible()
    assert claim.locator(".cw-sources a").count() == len(CLAIMS["disc_both_legs"].sources)
    expect(claim.get_by_text("No clinician has reviewed")).to_be_visible()
    claim.get_by_role("link", name="When to call now").click()
    assert page.url == f"{she.site}/when-to-call"


def test_two_that_contradict_each_other_lead_to_each_other(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims?q=left side")
    left = page.locator("#claim-left_side")
    left.locator("summary").click()
    left.get_by_role("link", name="Sleep on your side to unload the back.").click()
    assert page.url == f"{she.site}/claims#claim-sleep_on_side"
    expect(page.locator("#claim-sleep_on_side")).to_be_in_viewport()


def test_she_searches_without_a_script_and_comes_back_to_all(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/claims")
    page.get_by_label("Search what you have read").fill("calcium")
    page.get_by_role("button", name="Search").click()
    found = page.locator(".cw-claim").count()
    assert 3 < found < 15
    expect(page.get_by_text(f"{found} of {len(CLAIMS)} lines have “calcium”")).to_be_visible()
    expect(page.get_by_label("Search what you have read")).to_have_value("calcium")
    assert page.locator(".cw-claim").first.get_attribute("id") in {"claim-calcium_b1_quickly", "claim-cramps_calcium"}
    page.get_by_role("link", name="Show all of them").click()
    assert page.locator(".cw-claim").count() == len(CLAIMS)
    context.close()


def test_a_search_that_finds_nothing_says_what_that_means(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims?q=zebra")
    expect(page.get_by_role("heading", name="Nothing here has the words “zebra”")).to_be_visible()
    expect(page.get_by_text("we have not looked at it")).to_be_visible()
    assert page.locator(".cw-claim").count() == 0
    page.get_by_role("link", name="Show all of them").click()
    assert page.locator(".cw-claim").count() == len(CLAIMS)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "{words} %s {0}", "‮", "a" * 5000])
def test_whatever_is_typed_is_shown_as_text(she: Walker, typed: str) -> None:
    page = she.page
    answer = page.goto(f"{she.site}/claims")
    page.locator("#q").evaluate("(field, typed) => { field.removeAttribute('maxlength'); field.value = typed; }", typed)
    with page.expect_navigation() as navigation:
        page.get_by_role("button", name="Search").click()
    answer = navigation.value
    assert answer is not None
    assert answer.status == 200
    assert page.locator("main script").count() == 0
    assert page.get_by_label("Search what you have read").input_value() == typed[:80]


@pytest.mark.parametrize("search", ["", "?q=massage", "?q=zebra"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_folded_or_unfolded(browser: Browser, site: str, size: dict[str, int], search: str) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{site}/claims{search}")
    assert axe_violations(page) == []
    page.evaluate(UNFOLD)
    assert axe_violations(page) == []
    context.close()


def test_it_fits_the_smallest_phone_and_is_not_too_heavy(she: Walker) -> None:
    page = she.page
    answer = page.goto(f"{she.site}/claims")
    assert answer is not None
    assert len(gzip.compress(answer.body())) < HEAVIEST_KB * 1000
    look = look_at(page, "claims")
    assert (look.nameless, look.small, look.broken) == ([], [], [])
    assert (look.wide_at_320, look.wide_at_zoom) == ([], [])


def test_it_stores_nothing_and_asks_nobody_else(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/claims?q=calcium")
    assert [address for address in asked if not address.startswith(site)] == []
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()
