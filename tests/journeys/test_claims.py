"""What she may have read: the page of claims, with and without a search, at a phone and at a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from carrywell.app.claims import claim_groups
from carrywell.app.engine import open_engine
from tests.lib.walker import Walker

ENGINE = open_engine()
CLAIMS = ENGINE.knowledge.claims
GROUPS = claim_groups(ENGINE.knowledge, ENGINE.voice())


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
    better = claim.get_by_text(she.voice(CLAIMS["disc_both_legs"].better))
    expect(better).not_to_be_visible()
    claim.locator("summary").click()
    expect(better).to_be_visible()
    for name in ("known", "harm", "better"):
        expect(claim.get_by_text(she.voice.label(she.reads(f"claim.{name}")), exact=True)).to_be_visible()
    for name in ("signs", "advice"):
        expect(claim.get_by_text(she.reads(f"claim.{name}"), exact=True)).to_be_visible()
    assert claim.locator(".cw-sources a").count() == len(CLAIMS["disc_both_legs"].sources)
    expect(claim.get_by_text(she.reads("result.not_reviewed"))).to_be_visible()
    claim.get_by_role("link", name=she.reads("claim.call")).click()
    assert page.url == f"{she.site}/when-to-call"


def test_two_that_contradict_each_other_lead_to_each_other(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims")
    left = page.locator("#claim-left_side")
    left.locator("summary").click()
    left.get_by_role("link", name=she.voice(CLAIMS["sleep_on_side"].belief)).click()
    assert page.url == f"{she.site}/claims#claim-sleep_on_side"
    expect(page.locator("#claim-sleep_on_side")).to_be_in_viewport()


def test_she_searches_without_a_script_and_comes_back_to_all(she_without_script: Walker) -> None:
    she = she_without_script
    page, word = she.page, {"en": "calcium", "zh-Hans": "钙"}[she.voice.language]
    page.goto(f"{she.site}/claims")
    she.field("claim.search.label").fill(word)
    she.button("claim.search.button").click()
    found = page.locator(".cw-claim").count()
    assert 3 < found < 15
    expect(page.get_by_text(she.voice.counted("claim.found", found, total=len(CLAIMS), words=word))).to_be_visible()
    expect(she.field("claim.search.label")).to_have_value(word)
    assert page.locator(".cw-claim").first.get_attribute("id") in {"claim-calcium_b1_quickly", "claim-cramps_calcium"}
    she.link("claim.search.all").click()
    assert page.locator(".cw-claim").count() == len(CLAIMS)


def test_a_search_that_finds_nothing_says_what_that_means(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/claims?q=zebra")
    expect(page.get_by_role("heading", name=she.reads("claim.none.title", words="zebra"))).to_be_visible()
    expect(page.get_by_text(she.reads("claim.none.says"))).to_be_visible()
    assert page.locator(".cw-claim").count() == 0
    she.link("claim.search.all").click()
    assert page.locator(".cw-claim").count() == len(CLAIMS)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "{words} %s {0}", "‮", "a" * 5000])
def test_whatever_is_typed_is_shown_as_text(she: Walker, typed: str) -> None:
    page = she.page
    answer = page.goto(f"{she.site}/claims")
    page.locator("#q").evaluate("(field, typed) => { field.removeAttribute('maxlength'); field.value = typed; }", typed)
    with page.expect_navigation() as navigation:
        she.button("claim.search.button").click()
    answer = navigation.value
    assert answer is not None
    assert answer.status == 200
    assert page.locator("main script").count() == 0
    assert she.field("claim.search.label").input_value() == typed[:80]


def test_it_stores_nothing_and_asks_nobody_else(she: Walker, site: str) -> None:
    page = she.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{she.site}/claims?q=calcium")
    assert [address for address in asked if not address.startswith(site)] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
