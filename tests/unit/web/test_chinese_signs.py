"""Between the words of a Chinese page stand Chinese signs, and a day is asked for from the year down."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from carrywell.app.engine import open_engine
from carrywell.web.style_examples import ADDRESSES, PAGES, post_for
from tests.lib.chinese import foreign_signs, has_chinese

ENGINE = open_engine()
CLIENT = Client(HTTP_HOST="localhost")
_NEVER_SHOWN = re.compile(r"<(script|style|template)\b.*?</\1>|<ul class=\"[^\"]*cw-sources.*?</ul>", re.DOTALL)
_WITHIN_A_LINE = re.compile(r"</?(?:a|b|em|span|strong)\b[^>]*>")
_READ_OUT = re.compile(r"(?:alt|aria-label|title|placeholder)=\"([^\"]*)\"")


def lines(html: str) -> list[str]:
    """What is seen, each block of the page for itself, and what is read out."""
    shown = re.sub(r"<[^>]*>", "\n", _WITHIN_A_LINE.sub("", _NEVER_SHOWN.sub("", html)))
    return [*shown.splitlines(), *_READ_OUT.findall(html)]


def page(name: str, language: str = "zh-Hans") -> str:
    if name in ADDRESSES or name.startswith("/"):
        return CLIENT.get(f"/{language}{ADDRESSES.get(name, name)}").content.decode()
    return CLIENT.post(f"/{language}/check".replace("/en/", "/"), post_for(name, ENGINE)).content.decode()


@pytest.mark.parametrize("name", [*PAGES, "/claims", "/claims?q=14", "/baby-care/bathing", "/exercises", "/load"])
def test_no_sign_of_english_stands_after_chinese(name: str) -> None:
    shown = lines(page(name))
    assert any(map(has_chinese, shown))
    assert [found for line in shown for found in foreign_signs(line)] == []


@pytest.mark.parametrize(
    ("language", "order"), [("zh-Hans", ["year", "month", "day"]), ("en", ["day", "month", "year"])]
)
def test_a_day_is_asked_for_as_the_language_writes_it(language: str, order: list[str]) -> None:
    assert re.findall(r'id="due-(day|month|year)"', page("weeks", language)) == order


def test_the_finder_finds_a_planted_sign() -> None:
    assert foreign_signs("怎么说: 我疼") == ["怎么说:"]
    assert foreign_signs("我疼。.") == ["我疼。."]
    assert foreign_signs("我疼。；我累") == ["我疼。；"]
    assert lines("<li><strong>名</strong>: 说</li>")[1] == "名: 说"
