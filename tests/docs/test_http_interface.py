"""The bodies in docs/how-to/use-over-http.md are sent, and what the page says of the answers is in them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from carrywell.web.api.operations import api
from carrywell.web.api.problems import TITLES
from tests.docs.documents import Block, blocks, read
from tests.docs.tables import rows
from tests.lib.http_interface import ask, forget_requests
from tests.lib.tree import ROOT

_PAGE = ROOT / "docs" / "how-to" / "use-over-http.md"
_JSON = blocks(_PAGE, "json")
_PAIRS = list(zip(_JSON[::2], _JSON[1::2], strict=True))


def _shown_in(shown: Any, found: Any) -> bool:
    """Of an object some keys, of a list the first entries."""
    if isinstance(shown, dict):
        return isinstance(found, dict) and all(_shown_in(value, found.get(key)) for key, value in shown.items())
    if isinstance(shown, list):
        pairs = zip(shown, found, strict=False)
        return isinstance(found, list) and len(shown) <= len(found) and all(_shown_in(*pair) for pair in pairs)
    return bool(shown == found)


@pytest.mark.parametrize(("asked", "answer"), _PAIRS, ids=lambda block: block.kind)
def test_an_example_is_answered_as_shown(asked: Block, answer: Block) -> None:
    forget_requests()
    assert answer.kind == "json answer"
    address = asked.kind.removeprefix("json ask ")
    told = ask(address, asked.text).json()
    assert _shown_in(json.loads(answer.text), told), json.dumps(told)[:2000]


def test_the_page_names_every_status_of_a_problem() -> None:
    first = (number for row in rows(read(_PAGE)) for number in row[0].split(", "))
    shown = {int(number) for number in first if number.isdigit()}
    assert shown == set(TITLES) - {403}


def test_the_page_names_every_address() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    pages = read(_PAGE) + read(ROOT / "docs" / "how-to" / "use-fhir.md")
    missing = [path for path in paths if path.removeprefix("/api/v1/") not in pages]
    assert missing == []
