"""One site and one browser a worker; for each test a woman in front of a fresh page, at the size of a phone.

The journeys on which her care hangs run in every language; the others do so with CARRYWELL_LANGUAGES=all (`make
journeys`). Only the style guide, a page for those who work on the site, is there in English alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from carrywell.model.text import LANGUAGES
from tests.lib.browser import PHONE, chromium, running_site
from tests.lib.walker import Walker

IN_EVERY_LANGUAGE = {"test_care_levels", "test_loss", "test_private_questions", "test_result"}
PATIENCE_MS = 15_000  # far above what a page takes; a button that is not there fails soon all the same


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "language" in metafunc.fixturenames:
        metafunc.parametrize("language", _languages(metafunc.module.__name__.rpartition(".")[2]), scope="module")


def _languages(module: str) -> tuple[str, ...]:
    everywhere = os.environ.get("CARRYWELL_LANGUAGES") == "all"
    return LANGUAGES if everywhere or module in IN_EVERY_LANGUAGE else LANGUAGES[:1]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    with running_site() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def she(browser: Browser, site: str, language: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE_MS)
    yield Walker(context.new_page(), site, language)
    context.close()


@pytest.fixture
def she_without_script(browser: Browser, site: str, language: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    context.set_default_timeout(PATIENCE_MS)
    yield Walker(context.new_page(), site, language)
    context.close()
