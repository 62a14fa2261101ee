"""What help there is on her day: minutes of it, minutes for breaks, and how many things she could do another way."""

from __future__ import annotations

from django.http import QueryDict

from carrywell.body.day import MOST_MINUTES, Help
from carrywell.web.forms.errors import FieldError

FIELDS = ("help_minutes", "rest_minutes", "changes")
MOST_CHANGES = 20
USUAL = {"help_minutes": "30", "rest_minutes": "15", "changes": "2"}


def read_help(post: QueryDict) -> tuple[Help, dict[str, str], list[FieldError]]:
    """The help, what stands in the fields, and what is wrong with them. A field that was left open is 0."""
    typed = {name: post.get(name, "").strip() for name in FIELDS} if "help_minutes" in post else dict(USUAL)
    most = {"help_minutes": MOST_MINUTES, "rest_minutes": MOST_MINUTES, "changes": MOST_CHANGES}
    read = {name: _number(text, most[name], whole=name == "changes") for name, text in typed.items()}
    errors = [FieldError(name, f"my_day.error.{name}") for name in FIELDS if read[name] is None]
    minutes, rest, changes = (read[name] or 0.0 for name in FIELDS)
    return Help(minutes, rest, int(changes)), typed, errors


def _number(text: str, most: float, *, whole: bool) -> float | None:
    try:
        value = float(text.replace(",", ".") or 0)
    except ValueError:
        return None
    return value if 0 <= value <= most and (not whole or value == int(value)) else None
