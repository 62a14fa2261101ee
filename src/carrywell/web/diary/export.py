"""Everything that is stored of a woman, as JSON and as tables. A test compares it with the columns of the models."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from carrywell import __version__
from carrywell.web.diary.models import Woman
from carrywell.web.diary.store import accesses_of, checks_of, days_of, scores_of, weeks_of

TABLES = ("days", "weeks", "scores", "checks")
_OURS = ("woman", "user", "id")  # who she is to the database
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def everything(woman: Woman) -> dict[str, Any]:
    user = woman.user
    return {
        "carrywell": __version__,
        "diary": _said(woman),
        "account": None
        if user is None
        else {
            "name": user.get_username(),
            "addresses": [
                {"email": address.email, "confirmed": address.verified} for address in user.emailaddress_set.all()
            ],
            "since": _plain(user.date_joined),
        },
        "checks": [_said(row) for row in checks_of(woman)],
        "days": [_said(row) for row in days_of(woman)],
        "weeks": [_said(row) for row in weeks_of(woman)],
        "scores": [_said(row) for row in scores_of(woman)],
        "accesses": [_said(row) for row in accesses_of(woman)],
    }


def as_csv(woman: Woman, table: str) -> str:
    """One table, a line a row; lists with spaces between. With the mark at the beginning that spreadsheets want."""
    rows = [_flat(row) for row in everything(woman)[table]]
    written = io.StringIO()
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(written, columns or ["day"])
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + written.getvalue()


def _said(row: Model) -> dict[str, Any]:
    fields = [field for field in row._meta.concrete_fields if field.name not in _OURS]
    return {field.name: _plain(getattr(row, field.attname)) for field in fields}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, UUID) else value


def _flat(row: dict[str, Any]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in row.items():
        if name == "activities":
            for number, activity in enumerate(value, 1):
                flat |= {f"activity_{number}": _cell(activity["name"]), f"score_{number}": _cell(activity["score"])}
        elif isinstance(value, dict):
            flat |= {f"{name}.{key}": cell for key, cell in _flat(value).items()}
        else:
            flat[name] = _cell(value)
    return flat


def _cell(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(str(part) for part in value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int | float) else text
