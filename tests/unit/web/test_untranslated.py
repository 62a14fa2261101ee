"""No page holds a sentence that never went through a voice: in the pseudo-language en-XA every letter has its accent,
so a plain English word on a page is one that nobody could translate.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client, override_settings

from carrywell.app.engine import open_engine
from carrywell.knowledge.pseudo import ACCENTED, RIGHT_TO_LEFT
from carrywell.web.style_examples import ADDRESSES, PAGES, post_for
from tests.lib.english_left import has_english

ENGINE = open_engine()
_NEVER_SHOWN = ("script", "style", "template")
_READ_OUT = ("alt", "aria-label", "title", "placeholder", "data-waiting")


class _Words(HTMLParser):
    """The texts of a page that somebody sees or hears, but for lists of sources and names of languages."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        quiet = tag in _NEVER_SHOWN or "cw-sources" in (given.get("class") or "") or given.get("translate") == "no"
        quiet = quiet or given.get("lang", ACCENTED) not in (ACCENTED, RIGHT_TO_LEFT)
        if not self._is_quiet() and not quiet:
            self.texts += [value for name in _READ_OUT if (value := given.get(name))]
        if tag not in ("meta", "link", "input", "br", "img", "hr", "path", "circle", "line", "rect", "ellipse", "use"):
            self.open.append((tag, quiet))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_quiet() and data.strip():
            self.texts.append(data.strip())

    def _is_quiet(self) -> bool:
        return any(quiet for _, quiet in self.open)


def english_in(html: str) -> list[str]:
    """Texts with an English word of three letters or more."""
    words = _Words()
    words.feed(html)
    return [text for text in words.texts if has_english(text)]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    [first, *_] = settings.TEMPLATES
    spoken = ("en", "zh-Hans", ACCENTED, RIGHT_TO_LEFT)
    templates = [first | {"NAME": name, "OPTIONS": first["OPTIONS"] | {"language": name}} for name in spoken]
    with override_settings(SPOKEN=spoken, TEMPLATES=templates):
        yield Client(HTTP_HOST="localhost")


def page(client: Client, name: str, language: str) -> str:
    if name in ADDRESSES:
        return client.get(f"/{language}{ADDRESSES[name]}").content.decode()
    return client.post(f"/{language}/check", post_for(name, ENGINE)).content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_translated_whole(client: Client, name: str) -> None:
    assert english_in(page(client, name, ACCENTED)) == []


@pytest.mark.parametrize(
    "path", ["/claims", "/claims?q=14", "/baby-care/bathing", "/partner", "/partner?p=broken", "/exercises"]
)
def test_so_can_the_pages_that_are_the_same_for_everyone(client: Client, path: str) -> None:
    assert english_in(client.get(f"/{ACCENTED}{path}").content.decode()) == []


def test_the_finder_finds_a_planted_sentence() -> None:
    assert english_in('<p aria-label="Planted">[þļåñţéð]</p>') == ["Planted"]
    assert english_in("<p>Planted</p>") == ["Planted"]


def test_a_page_can_be_read_from_right_to_left(client: Client) -> None:
    assert '<html lang="ar-XB" dir="rtl"' in page(client, "start", RIGHT_TO_LEFT)
