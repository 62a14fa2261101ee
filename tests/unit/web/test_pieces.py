from __future__ import annotations

import pytest

from carrywell.web.pieces import NoSuchPieceError, piece, with_own_names

PAGE = """<main><p class="lead">Where?</p>
<div class="group a"><label for="side">Side</label><br><input id="side" name="side"></div>
<div class="group b"><div class="group c"><input id="now"></div></div>
<svg><rect class="place"/><text>x</text></svg></main>"""


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("p", '<p class="lead">Where?</p>'),
        (".lead", '<p class="lead">Where?</p>'),
        ("input#now", '<input id="now">'),
        (".place", '<rect class="place"/>'),
        ("svg .place", '<svg><rect class="place"/><text>x</text></svg>'),
        ("div.group", '<div class="group a"><label for="side">Side</label><br><input id="side" name="side"></div>'),
        ("div.group #now", '<div class="group c"><input id="now"></div>'),
        (".b #now", '<div class="group b"><div class="group c"><input id="now"></div></div>'),
    ],
)
def test_a_piece_is_the_first_of_its_kind_or_the_smallest_around_another(wanted: str, found: str) -> None:
    assert piece(PAGE, wanted) == found


@pytest.mark.parametrize("wanted", ["table", ".place #now", "p.group", "#lead"])
def test_a_piece_that_is_not_there_is_said(wanted: str) -> None:
    with pytest.raises(NoSuchPieceError, match=wanted):
        piece(PAGE, wanted)


def test_what_names_no_piece_is_said() -> None:
    with pytest.raises(ValueError, match=r"is no `tag\.class#id`"):
        piece(PAGE, "input[name=side]")


def test_every_tie_within_a_piece_gets_its_own_name() -> None:
    html = '<a href="#side">x</a><input id="side" name="side" aria-describedby="hint error" class="name" value="id">'
    assert with_own_names(html, "one") == (
        '<a href="#one-side">x</a>'
        '<input id="one-side" name="one-side" aria-describedby="one-hint one-error" class="name" value="id">'
    )


@pytest.mark.parametrize("page", ["<p>a<b>c</p>", "<p>a</p></p></i>"])
def test_a_tag_never_closed_or_never_opened_spoils_nothing_before_it(page: str) -> None:
    assert piece(page, "p") == page.split("</p>")[0] + "</p>"
