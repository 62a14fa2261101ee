"""One element cut out of a page: the style guide shows the pieces of the site's own pages, not copies of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = frozenset({"input", "br", "img", "meta", "link", "hr"})
_WANTED = re.compile(r"(?P<tag>[a-z0-9]+)?(?:\.(?P<kind>[\w-]+))?(?:#(?P<id>[\w-]+))?")
# What ties two elements of a page together, or one to a group: each piece gets its own.
_TIES = re.compile(r"(?<=\s)(?P<name>id|for|name|aria-describedby|aria-labelledby)=\"(?P<value>[^\"]*)\"")
_LEADS = re.compile(r'href="#(?P<value>[^"]+)"')


class NoSuchPieceError(LookupError):
    """The page has no element of that kind: the page has changed, and the list of examples has not."""


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    kinds: frozenset[str]
    id: str
    begin: int
    end: int

    def is_a(self, wanted: str) -> bool:
        found = _WANTED.fullmatch(wanted)
        if found is None:
            raise ValueError(f"{wanted!r} is no `tag.class#id`")
        tag, kind, id_ = found["tag"], found["kind"], found["id"]
        return tag in (None, self.tag) and (kind is None or kind in self.kinds) and id_ in (None, self.id)


def piece(page: str, wanted: str) -> str:
    """The first `tag.class#id`, each part optional; with a second one after a space, the smallest that holds it.

    NoSuchPieceError where the page has none.
    """
    outer, _, inner = wanted.partition(" ")
    elements = _Elements(page).found
    held = [one.begin for one in elements if inner and one.is_a(inner)]
    fitting = [one for one in elements if one.is_a(outer)]
    if inner:
        fitting = [one for one in fitting if any(one.begin < at < one.end for at in held)]
        fitting.sort(key=lambda one: one.end - one.begin)
    if not fitting:
        raise NoSuchPieceError(f"no {wanted!r} on the page")
    best = fitting[0] if inner else min(fitting, key=lambda one: one.begin)
    return page[best.begin : best.end]


def with_own_names(html: str, prefix: str) -> str:
    """The piece with `prefix` before every id, name and reference, so that several can stand on one page."""

    def tied(found: re.Match[str]) -> str:
        values = " ".join(f"{prefix}-{value}" for value in found["value"].split())
        return f'{found["name"]}="{values}"'

    return _LEADS.sub(rf'href="#{prefix}-\g<value>"', _TIES.sub(tied, html))


class _Elements(HTMLParser):
    """Every element of a page, with the place where it begins and ends."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Element] = []
        self._open: list[tuple[str, frozenset[str], str, int]] = []
        self._lines = [0]
        for line in page.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(page)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        told = (tag, frozenset((said.get("class") or "").split()), said.get("id") or "", self._at())
        if tag in _VOID:
            self._ends(told, self._at() + len(self.get_starttag_text() or ""))
        else:
            self._open.append(told)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._ends(self._open.pop(), self._at() + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            told = self._open.pop()
            self._ends(told, self._at() + len(f"</{tag}>"))
            if told[0] == tag:
                return

    def _ends(self, told: tuple[str, frozenset[str], str, int], end: int) -> None:
        self.found.append(_Element(*told, end))
