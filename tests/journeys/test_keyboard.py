"""Tab goes through each kind of page: every stop is met, in the order of the page, and seen where it stands.

Real keys, on the pages that have the most of their kind; what can be measured without them stands in test_every_page.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import PATIENCE_MS
from tests.lib.browser import PHONE
from tests.lib.focus import tab_through
from tests.lib.site_pages import SitePage, every_page
from tests.lib.walker import Walker

NAMES = (
    "start", "ended, wrong", "list, said", "once more", "where, said", "changes", "day", "private", "emergency_now",
    "self_care", "topic", "send to partner", "partner", "exercise", "load task", "claims not found", "baby task",
)  # fmt: skip
PAGES = [page for page in every_page() if page.name in NAMES]


@pytest.fixture(scope="module")
def one_tab(browser: Browser, site: str, language: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    context.set_default_timeout(PATIENCE_MS)
    yield Walker(context.new_page(), site, language)
    context.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_tab_meets_every_stop_in_order_and_each_is_seen(one_tab: Walker, page: SitePage) -> None:
    page.comes(one_tab)
    tabbed = tab_through(one_tab.page)
    assert tabbed.stops > 3
    assert (tabbed.unseen, tabbed.out_of_order, tabbed.upwards, tabbed.unreached) == ([], [], [], 0)


def test_each_kind_of_page_is_there() -> None:
    assert {page.name for page in PAGES} == set(NAMES)
