"""The link to the partner's page: it opens for a week, whole and unchanged, and carries little."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signing import Signer
from django.test import override_settings

from carrywell.model.partner_part import PartnerPart
from carrywell.web.partner_link import GOOD_FOR_DAYS, BrokenLinkError, ExpiredLinkError, address, link_for, read_link

TODAY = date(2026, 11, 22)
PART = PartnerPart(pregnant=True, weeks=24, massage=("mass_partner",), warmth=True, tasks=("laundry", "mopping"))
AFTER = PartnerPart(pregnant=False, weeks=8, loss=True)


def _signed(part: PartnerPart, today: date = TODAY) -> str:
    found = urlsplit(address(link_for(part, today)))
    assert found.path == "/partner"
    return parse_qs(found.query)["p"][0]


@pytest.mark.parametrize("part", [PART, AFTER, PartnerPart(pregnant=False, weeks=0, baby=True)])
def test_what_goes_in_comes_out(part: PartnerPart) -> None:
    assert read_link(_signed(part), TODAY).part == part


def test_it_opens_on_its_last_day_and_not_on_the_next() -> None:
    last = TODAY + timedelta(days=GOOD_FOR_DAYS)
    assert read_link(_signed(PART), last).until == last
    with pytest.raises(ExpiredLinkError):
        read_link(_signed(PART), last + timedelta(days=1))


@pytest.mark.parametrize(
    "change", [lambda text: text[:-1], lambda text: "x" + text, lambda text: text.replace(":", "")]
)
def test_a_link_that_is_not_whole_is_refused(change: object) -> None:
    with pytest.raises(BrokenLinkError):
        read_link(change(_signed(PART)), TODAY)  # type: ignore[operator]


@pytest.mark.parametrize("typed", ["", "a:b", "::", "\x00", "e30:abc", "é" * 40, "." * 4000])
def test_what_is_typed_by_hand_is_refused(typed: str) -> None:
    with pytest.raises(BrokenLinkError):
        read_link(typed, TODAY)


def test_nobody_can_open_the_gate_in_it() -> None:
    """What is carried can be read; changed, the signature no longer fits."""
    closed = _signed(AFTER)
    _, _, signature = closed.rpartition(":")
    opened, _, _ = _signed(PartnerPart(pregnant=False, weeks=8, loss=True, massage=("mass_partner",))).rpartition(":")
    with pytest.raises(BrokenLinkError):
        read_link(f"{opened}:{signature}", TODAY)


def test_another_key_opens_nothing() -> None:
    signed = _signed(PART)
    with override_settings(SECRET_KEY="another"), pytest.raises(BrokenLinkError):
        read_link(signed, TODAY)


@pytest.mark.parametrize(
    "carried", [{}, [], "p", {"on": "2026-11-29", "c": "p", "w": 90, "l": 0, "b": 0, "m": [], "h": 0, "t": []}]
)
def test_a_rightly_signed_word_that_is_no_part_is_refused(carried: object) -> None:
    with pytest.raises(BrokenLinkError):
        read_link(Signer(salt="carrywell.partner").sign_object(carried), TODAY)


def test_it_carries_these_keys_and_no_other() -> None:
    body = _signed(PART).rpartition(":")[0]
    text = urlsafe_b64decode(body[1:] + "=" * (-len(body[1:]) % 4))
    carried = json.loads(zlib.decompress(text) if body.startswith(".") else text)
    assert carried == {
        "on": "2026-11-29", "c": "p", "w": 24, "l": 0, "b": 0, "h": 1,
        "m": ["mass_partner"], "t": ["laundry", "mopping"],
    }  # fmt: skip


def test_it_is_short_enough_for_a_message() -> None:
    full = PartnerPart(
        pregnant=False,
        weeks=8,
        baby=True,
        massage=("mass_listen", "mass_partner", "mass_sacrum", "mass_steps"),
        warmth=True,
        tasks=(
            "bathing_baby",
            "carrying_baby",
            "carrying_child",
            "cooking",
            "ironing",
            "laundry",
            "lifting_child",
            "mopping",
        ),
    )
    assert len(address(link_for(full, TODAY))) < 500
