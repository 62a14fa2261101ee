"""One site and one browser a worker; for each test a woman in front of a fresh page, at the size of a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.lib.browser import PHONE, chromium, running_site
from tests.lib.walker import Walker

PATIENCE_MS = 15_000  # far above what a page takes; a button that is not there fails soon all the same


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    with running_site() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def she(browser: Browser, site: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE_MS)
    yield Walker(context.new_page(), site)
    context.close()


@pytest.fixture
def she_without_script(browser: Browser, site: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    context.set_default_timeout(PATIENCE_MS)
    yield Walker(context.new_page(), site)
    context.close()
