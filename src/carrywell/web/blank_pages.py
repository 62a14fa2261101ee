"""A page of the check that shows none of her answers is the same for everyone but for the hidden field that carries
them. Such a page is rendered once; after that only her state is put in.

Nothing of hers is kept: a page that shows something she said, typed or got wrong is always rendered anew.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape

from carrywell.web.compression import PageOfPieces, Piece, piece
from carrywell.web.language import language_of, render
from carrywell.web.state import State

MOST_KEPT = 512  # of some 20 kB each, a process
_MARK = "state-of-nobody"
_HERS = ("said", "unsure_numbers", "values", "chosen", "amounts", "errors")
# What else two pages of the same name can differ in: by her stage, or by her baby being with her.
_DIFFERS = ("one_by_one", "worse_with", "tasks", "matters", "pictures", "screens")

kept: dict[Hashable, tuple[Piece, ...]] = {}  # emptied when full: no page is worth remembering which came last


class _Nobody(State):
    """Stands in the page while it is rendered, and marks where the state of somebody comes."""

    def dump(self) -> str:
        return _MARK


def page_of_the_check(
    request: HttpRequest, template: str, page: str, state: State, context: Mapping[str, Any]
) -> HttpResponse:
    """The page with her state in it; 422 where it shows an error."""
    if shows_her(context):
        return render(request, template, {**context, "state": state}, status=422 if context["errors"] else 200)
    key = (language_of(request), template, page, *(_named(context.get(name)) for name in _DIFFERS))
    if (pieces := kept.get(key)) is None:
        blank = render(request, template, {**context, "state": _Nobody()})
        pieces = tuple(map(piece, blank.content.split(_MARK.encode())))
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = pieces
    return PageOfPieces(pieces, escape(state.dump()).encode())


def shows_her(context: Mapping[str, Any]) -> bool:
    """Whether anything that she said or typed stands on the page."""
    return any(_says_something(context.get(name)) for name in _HERS)


def _says_something(value: Any) -> bool:
    return any(map(_says_something, value.values())) if isinstance(value, Mapping) else bool(value)


def _named(value: Any) -> Hashable:
    """By the ids: two items of one id are the same item."""
    if isinstance(value, Mapping):
        return tuple(value.values())
    if isinstance(value, list | tuple):
        return tuple(map(_named, value))
    return getattr(value, "id", value)
