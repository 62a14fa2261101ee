"""The link to the partner's page: signed, so that nobody can open a closed gate in it, and good for a week.

What it carries can be read by whoever has it; so it carries little (carrywell.model.partner_part). Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.signing import BadSignature, Signer

from carrywell.model.partner_part import PartnerPart

GOOD_FOR_DAYS = 7
_SALT = "carrywell.partner"


class BrokenLinkError(ValueError):
    """The link was changed on its way, is not whole, or was signed with another key."""


class ExpiredLinkError(ValueError):
    """The link was good once."""


@dataclass(frozen=True, slots=True)
class PartnerLink:
    """`until`: the last day on which it opens."""

    part: PartnerPart
    until: date


def link_for(part: PartnerPart, today: date) -> PartnerLink:
    return PartnerLink(part, today + timedelta(days=GOOD_FOR_DAYS))


def address(link: PartnerLink) -> str:
    """The path with what is carried, signed."""
    return f"/partner?{urlencode({'p': _signer().sign_object(_carried(link), compress=True)})}"


def read_link(signed: str, today: date) -> PartnerLink:
    """BrokenLinkError or ExpiredLinkError."""
    try:
        found: Any = _signer().unsign_object(signed)
        link = _link(found)
    except (BadSignature, ValueError, KeyError, TypeError) as error:
        raise BrokenLinkError("partner") from error
    if today > link.until:
        raise ExpiredLinkError(link.until.isoformat())
    return link


def _signer() -> Signer:
    return Signer(salt=_SALT)


def _carried(link: PartnerLink) -> dict[str, object]:
    part = link.part
    return {
        "on": link.until.isoformat(),
        "c": "p" if part.pregnant else "a",
        "w": part.weeks,
        "l": int(part.loss),
        "b": int(part.baby),
        "m": list(part.massage),
        "h": int(part.warmth),
        "t": list(part.tasks),
    }


def _link(found: Mapping[str, Any]) -> PartnerLink:
    part = PartnerPart(
        pregnant=found["c"] == "p",
        weeks=int(found["w"]),
        loss=bool(found["l"]),
        baby=bool(found["b"]),
        massage=tuple(str(name) for name in found["m"]),
        warmth=bool(found["h"]),
        tasks=tuple(str(name) for name in found["t"]),
    )
    part.as_case()  # refuses weeks that there are not
    return PartnerLink(part, date.fromisoformat(found["on"]))
