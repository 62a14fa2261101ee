"""In an aeroplane: after one visit the whole check works without a network, and comes to what the site would say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from carrywell.app.engine import open_engine
from carrywell.app.offline import Packed, packed_bundle
from carrywell.web import offline
from carrywell.web.language import root_of
from tests.journeys.conftest import PATIENCE_MS
from tests.journeys.test_care_levels import WAYS
from tests.lib.browser import PHONE, LineServer, axe_violations, site_on_a_line
from tests.lib.walker import Walker

KEPT_BUT_THE_HOUR = "Object.values(sessionStorage).join().replace(/[0-9]{13}/g, '')"
IS_KEPT = """async address => {
  const pause = () => new Promise((done) => setTimeout(done, 20));
  const end = performance.now() + 15000;
  while (!(await caches.match(address)) || !navigator.serviceWorker.controller) {
    if (performance.now() > end) throw new Error(`not kept: ${address}`);
    await pause();
  }
}"""
# What a result says, without pictures and without who said it: the phone keeps no titles of sources.
SAYS = """html => {
  const page = html ? new DOMParser().parseFromString(html, "text/html") : document.cloneNode(true);
  for (const part of page.querySelectorAll("svg, .cw-on-paper, .cw-sources")) part.remove();
  const said = (part) => (page.querySelector(part)?.textContent ?? "").replace(/\\s+/g, "");
  return [".cw-care", ".cw-sheet"].map(said);
}"""


@pytest.fixture(scope="module")
def line() -> Iterator[LineServer]:
    with site_on_a_line() as server:
        yield server


@pytest.fixture(scope="module")
def site(line: LineServer) -> str:
    return line.address


@dataclass
class Aeroplane:
    """A browser, and the line to the site. A worker that starts anew may miss that its browser has no network, so the
    line is cut as well.
    """

    context: BrowserContext
    line: LineServer

    def takes_off(self) -> None:
        self.line.cut = True
        self.context.set_offline(True)

    def lands(self) -> None:
        self.line.cut = False
        self.context.set_offline(False)


def _aboard(browser: Browser, line: LineServer, language: str) -> Aeroplane:
    """After a first visit, without a network."""
    line.cut = False
    context = browser.new_context(viewport=PHONE, service_workers="allow", locale=language)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(line.address)
    page.evaluate(IS_KEPT, f"/offline/renewed/{language}")
    page.close()
    aeroplane = Aeroplane(context, line)
    aeroplane.takes_off()
    return aeroplane


@pytest.fixture(scope="module")
def aeroplane(browser: Browser, line: LineServer, language: str) -> Iterator[Aeroplane]:
    boarded = _aboard(browser, line, language)
    yield boarded
    boarded.context.close()


@pytest.fixture
def she(aeroplane: Aeroplane, site: str, language: str) -> Iterator[Walker]:
    """In a tab of her own, in the aeroplane."""
    aeroplane.takes_off()
    page = aeroplane.context.new_page()
    yield Walker(page, site, language)
    page.evaluate("localStorage.clear()")
    page.close()


def _begins(she: Walker, weeks: str = "24", said: dict[str, str] | None = None) -> None:
    she.starts()
    she.is_pregnant(weeks, said or {})


def _where_they_part(one: str, other: str) -> tuple[str, str]:
    """Empty where they do not."""
    if one == other:
        return "", ""
    at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) == 2), 0)
    return one[max(0, at - 20) : at + 40], other[max(0, at - 20) : at + 40]


@pytest.mark.parametrize(("level", "weeks", "said", "look"), WAYS, ids=[way[0] for way in WAYS])
def test_each_level_in_the_words_of_the_site(
    she: Walker, browser: Browser, level: str, weeks: str, said: dict[str, str], look: str
) -> None:
    # given the questions answered without a network
    _begins(she, weeks, said)
    she.walks_to_the_result(said)
    # then the card has the level and its look
    assert she.level == level
    assert she.page.locator(f".nhsuk-card--care--{look}").count() == 1
    # and it all says what the site says to the same answers
    from django.test import Client

    html = (
        Client()
        .post(f"{root_of(she.voice.language)}/check", {"page": "result", "state": json.dumps(she.carried)})
        .content.decode()
    )
    for phones, sites in zip(she.page.evaluate(SAYS, None), she.page.evaluate(SAYS, html), strict=True):
        assert _where_they_part(phones, sites) == ("", "")


def test_every_kind_of_page_is_accessible_and_comes_in_order(she: Walker) -> None:
    # given a woman who is unsure, and goes on to fit the plan to her
    said = {"worse_moving_better_rest": "yes", "saddle_numbness": "unsure"}
    she.starts()
    she.says_pregnant()
    she.goes_on()
    assert she.page.locator(".nhsuk-error-summary a").count() >= 1
    assert axe_violations(she.page) == []
    she.fills("weeks_pregnant", "24+3")
    she.answers_the_first_list({})
    kinds = set()
    while (name := she.page_name) != "result":
        if (kind := name.split("/")[0]) not in kinds:
            kinds.add(kind)
            if kind in ("q", "where"):
                assert axe_violations(she.page) == [], name
        she.answers_page(name, {} if kind == "c" else said)  # looked at once more, she is sure
    assert kinds == {"q", "c", "where", "changes"}
    assert she.carried["case"]["about"]["weeks_pregnant"] == 24.43
    assert axe_violations(she.page) == []
    # when she does
    she.fits_the_plan()
    assert axe_violations(she.page) == []
    later = she.walks_to_the_result(said)
    # then her day comes, and what the plan must know
    assert later[0] == "day"
    assert later[1].startswith("q/cautions/")


def test_a_reload_loses_nothing_and_back_leads_back(she: Walker) -> None:
    _begins(she)
    she.walks_to("where", {})
    before = she.carried
    she.page.reload()
    assert (she.page_name, she.carried) == ("where", before)
    she.goes_back()
    earlier = she.page_name
    assert earlier.startswith("q/")
    she.page.go_back()
    assert she.page_name == "where"


def test_starting_over_forgets_it_all(she: Walker) -> None:
    # given a check in the middle, on a page where leaving quickly is offered
    _begins(she)
    expect(she.page.get_by_role("link", name=she.reads("site_wide.leave"))).to_be_visible()
    # when she starts over
    she.page.locator("main").get_by_role("link", name=she.reads("site_wide.start_over")).click()
    she.page.goto(f"{she.site}/offline")
    she.page.wait_for_selector("#offline-page form")
    # then nothing of hers is there
    assert she.page_name == "status"
    assert she.page.evaluate(KEPT_BUT_THE_HOUR).count("24") == 0


def test_a_check_that_loses_its_network_goes_on_where_it_was(she: Walker, aeroplane: Aeroplane) -> None:
    # given a woman in the middle of a check, with a network
    aeroplane.lands()
    _begins(she)
    at = she.page_name
    # when the network goes while she sends a page
    aeroplane.takes_off()
    she.answers({})
    she.page.wait_for_selector("#offline-page form")
    # then the next page comes all the same, with what she said before
    assert she.page_name.startswith("q/")
    assert she.page_name != at
    assert she.carried["trail"] == ["pregnant", at]


def test_a_page_never_seen_gives_way_to_when_to_call(she: Walker) -> None:
    she.page.goto(f"{she.site}/exercises")
    assert she.reads("offline.notice") in she.page.locator("main").inner_text()
    she.page.locator("main").get_by_role("link", name=she.reads("site_wide.when_to_call")).click()
    assert she.page.locator("h1").inner_text() == she.reads("page.when_to_call.title")
    assert she.page.locator(".nhsuk-card--care li").count() > 10


@pytest.mark.parametrize("root", ["", "/zh-Hans"])
def test_what_she_sends_to_her_diary_does_not_look_saved(she: Walker, root: str) -> None:
    she.page.goto(f"{she.site}/offline")
    she.page.evaluate(
        """to => {
          const form = Object.assign(document.createElement("form"), { method: "post", action: to });
          document.body.append(form);
          form.submit();
        }""",
        f"{root}/diary/day/2026-11-25",
    )
    she.page.wait_for_url("**/diary/day/2026-11-25")
    expect(she.page.locator("#offline-diary")).to_be_visible()
    expect(she.page.locator("#offline-diary")).to_have_text(she.reads("offline.diary"))
    assert axe_violations(she.page) == []
    she.page.goto(f"{she.site}/exercises")
    she.page.wait_for_selector("#offline-page form")
    expect(she.page.locator("#offline-diary")).to_be_hidden()


def test_a_plan_is_kept_where_she_asks_and_deleted_where_she_asks(she: Walker) -> None:
    # given a result, of which nothing is kept
    _begins(she)
    she.walks_to_the_result({"worse_moving_better_rest": "yes"})
    said = she.page.evaluate(SAYS, None)
    assert she.page.evaluate("Object.keys(localStorage)") == []
    # when she keeps it, and comes back in another tab
    she.page.get_by_role("button", name=she.reads("offline.keep.button")).click()
    expect(she.page.get_by_text(she.reads("offline.keep.kept"))).to_be_visible()
    later = she.beside(she.page.context.new_page())
    later.page.goto(f"{she.site}/offline")
    later.page.get_by_role("button", name=she.reads("offline.plan.open")).click()
    # then it says the same
    assert later.page.evaluate(SAYS, None) == said
    # and is gone once she deletes it
    later.page.goto(f"{she.site}/offline?again")
    later.page.evaluate("sessionStorage.clear()")
    later.page.goto(f"{she.site}/offline")
    later.page.get_by_role("button", name=she.reads("offline.plan.delete")).click()
    assert later.page.get_by_role("button", name=she.reads("offline.plan.open")).count() == 0
    assert later.page.evaluate("Object.keys(localStorage)") == []
    later.page.close()


def test_the_plan_of_a_check_with_a_network_is_kept_as_well(she: Walker, aeroplane: Aeroplane) -> None:
    # given a result that the site gave
    aeroplane.lands()
    _begins(she)
    she.walks_to_the_result({"worse_moving_better_rest": "yes"})
    say = she.page.locator(".cw-say").inner_text()
    # when she keeps its plan
    she.page.get_by_role("button", name=she.reads("offline.keep.button")).click()
    expect(she.page.get_by_text(she.reads("offline.keep.kept"))).to_be_visible()
    # then it is there without a network
    aeroplane.takes_off()
    she.page.goto(f"{she.site}/offline")
    she.page.get_by_role("button", name=she.reads("offline.plan.open")).click()
    assert she.page.locator(".cw-say").inner_text() == say


def test_a_bundle_that_was_changed_is_not_used(she: Walker) -> None:
    she.page.goto(f"{she.site}/offline")
    she.page.wait_for_selector("#offline-page form")
    she.page.evaluate(CHANGED, True)
    she.page.reload()
    expect(she.page.get_by_text(she.reads("offline.damaged"))).to_be_visible()
    assert she.page.locator("#offline-page li").count() > 10  # when to call, which needs no script
    she.page.evaluate(CHANGED, False)


CHANGED = """async change => {
  const cache = await caches.open((await caches.keys())[0]);
  const address = document.getElementById("offline").dataset.bundle;
  const text = await (await cache.match(address)).text();
  const [from, to] = change ? ["emergency_now", "self_care_____"] : ["self_care_____", "emergency_now"];
  await cache.put(address, new Response(text.replace(from, to)));
}"""
OLDER = """async days => {
  const cache = await caches.open((await caches.keys())[0]);
  const renewed = Date.now() - days * 24 * 60 * 60 * 1000;
  await cache.put(`/offline/renewed/${document.documentElement.lang}`, new Response(String(renewed)));
}"""


@pytest.mark.parametrize(("days", "key"), [(0, "today"), (3, "days"), (40, "old")])
def test_what_is_kept_says_its_age(she: Walker, days: int, key: str) -> None:
    she.page.goto(f"{she.site}/offline")
    she.page.evaluate(OLDER, days)
    she.page.reload()
    she.page.wait_for_selector("#offline-page form")
    assert she.page.locator("#offline-age").inner_text() == she.reads(f"offline.age.{key}", days=days)


def test_a_new_bundle_takes_the_place_of_the_old(
    aeroplane: Aeroplane, site: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a phone that keeps a bundle
    # when the site has a new one, and she visits it once
    title = "Routine, in other words"
    monkeypatch.setattr(offline, "packed_bundle", lambda language: _renamed(packed_bundle(language), title))
    offline.what_is_kept.cache_clear()
    aeroplane.lands()
    page = aeroplane.context.new_page()
    page.goto(site)
    page.evaluate(IS_KEPT, offline.bundle_address(language))
    aeroplane.takes_off()
    # then without a network she reads the new words
    she = Walker(page, site, language)
    _begins(she)
    she.walks_to_the_result({})
    assert page.title().startswith(title)
    # and nothing of the old is left
    assert len(page.evaluate("caches.keys()")) == 1
    page.close()
    monkeypatch.undo()
    offline.what_is_kept.cache_clear()


def _renamed(packed: Packed, title: str) -> Packed:
    from hashlib import sha256

    told = json.loads(packed.content)
    next(level for level in told["care_levels"] if level["id"] == "routine")["title"] = title
    content = json.dumps(told).encode()
    return replace(packed, content=content, digest=sha256(content).hexdigest())


def test_nothing_that_she_entered_leaves_the_phone_when_the_network_is_back(she: Walker, aeroplane: Aeroplane) -> None:
    # given a check answered without a network
    context = she.page.context
    sent: list[tuple[str, str]] = []
    _begins(she, said={"chest_pain": "yes"})
    she.walks_to_the_result({"chest_pain": "yes"})
    context.on("request", lambda request: sent.append((request.method, request.url)))
    # when the network is back, and she looks elsewhere
    aeroplane.lands()
    expect(she.page.get_by_text(she.reads("offline.back_online"))).to_be_visible()
    she.page.locator(".cw-header__call").click()
    she.page.wait_for_load_state("networkidle")
    # then only pages and files were asked for
    assert {method for method, _ in sent} == {"GET"}
    assert not [url for _, url in sent if "24" in url.partition("?")[2] or "chest" in url]
    # and what the worker keeps is the same for everyone
    kept: list[Any] = she.page.evaluate(
        "async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({url, method}) => [method, url])"
    )
    assert {method for method, _ in kept} == {"GET"}
    assert not [url for _, url in kept if "check" in url]
    assert context.cookies() == []


def test_in_chinese_as_well(browser: Browser, line: LineServer, site: str) -> None:
    # given a browser that prefers Chinese, which the worker does not hide from the site
    aeroplane = _aboard(browser, line, "zh-Hans")
    aeroplane.lands()
    page: Page = aeroplane.context.new_page()
    page.goto(site)
    assert page.url == f"{site}/zh-Hans/"
    # when the check is made without a network
    aeroplane.takes_off()
    page.goto(f"{site}/zh-Hans/exercises")
    she = Walker(page, site, "zh-Hans")
    page.locator("#offline-page button[name=pregnant]").click()
    she.fills("weeks_pregnant", "24")
    she.answers_the_first_list({})
    she.walks_to_the_result({})
    # then its result is in Chinese
    engine = open_engine()
    title = engine.voice("zh-Hans")(engine.knowledge.care_levels["routine"].title)
    assert page.locator(".nhsuk-card--care__heading").inner_text() == title
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    aeroplane.context.close()
