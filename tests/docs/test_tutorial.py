"""The tutorial, followed to the letter on the pages: the same woman, the same screens, the same result."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.docs.documents import read
from tests.docs.tables import section
from tests.lib.tree import ROOT

_TUTORIAL = ROOT / "docs" / "tutorial" / "first-check.md"
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_MOST_PAGES = 40

_WHERE = {
    "sites": ["low_back"], "side": "both", "now": "5", "worst_week": "7", "started_weeks_ago": "4", "onset": "gradual",
}  # fmt: skip
_CHANGES = {"worse_with": ["walking", "standing_long", "bending"], "better_with": ["rest", "lying_down"]}


class Follower:
    """Somebody who does what the tutorial says, and remembers every page."""

    def __init__(self) -> None:
        self.client = Client()
        self.seen = [_text(self.client.get("/").content)]
        self.html = self.client.get("/check").content.decode()

    @property
    def hidden(self) -> dict[str, str]:
        return {name: unescape(value) for name, value in _HIDDEN.findall(self.html)}

    def posts(self, **said: object) -> None:
        self.seen.append(_text(self.html.encode()))
        answer = self.client.post("/check", {**self.hidden, **said})
        assert answer.status_code == 200, said
        self.html = answer.content.decode()

    def follows(self) -> None:
        for _ in range(_MOST_PAGES):
            if self.hidden["page"] == "result" and 'name="fit"' in self.html:
                self.posts(fit="1")
            if self.hidden["page"] == "result":
                self.seen.append(_text(self.html.encode()))
                return
            self.posts(**_as_told(self.hidden["page"]))
        raise AssertionError("the check does not come to its end")


def _as_told(page: str) -> dict[str, object]:
    kind, _, rest = page.partition("/")
    if kind == "q":
        return _at_a_screen(rest.partition("/")[2].split(","))
    return {
        "status": {"pregnant": "1"},
        "pregnant": {"weeks_pregnant": "23", "babies": "1", "none": "1"},
        "where": _WHERE,
        "changes": _CHANGES,
        "day": {"day-mopping": "30"},
        "private": {"skip": "1"},
    }[page]


def _at_a_screen(lines: list[str]) -> dict[str, object]:
    if "worse_moving_better_rest" in lines:
        return {"worse_moving_better_rest": "yes"}
    return {"none": "1"}


def _text(html: bytes) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.decode())).split())


@pytest.fixture(scope="module")
def followed() -> Follower:
    follower = Follower()
    follower.follows()
    return follower


def test_she_can_look_after_herself(followed: Follower) -> None:
    assert 'data-level="self_care"' in followed.html


@pytest.mark.parametrize("heading", ["2. Be her", "3. Read the result"])
def test_what_the_tutorial_names_stands_on_the_pages(followed: Follower, heading: str) -> None:
    everything = " ".join(followed.seen)
    named = [" ".join(name.split()) for name in _BOLD.findall(section(read(_TUTORIAL), heading))]
    assert named
    assert [name for name in named if name not in everything] == []


def test_a_later_yes_to_numbness_is_another_card(followed: Follower) -> None:
    follower = Follower()
    follower.follows()
    nerves = next(name for name in _trail(follower) if "saddle_numbness" in name)
    follower.posts(change=nerves)
    follower.posts(saddle_numbness="yes")
    assert 'data-level="emergency_now"' in follower.html


def _trail(follower: Follower) -> list[str]:
    return re.findall(r'"(q/[^"]+)"', follower.hidden["state"])
