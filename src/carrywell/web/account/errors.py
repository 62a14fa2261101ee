"""What is wrong with a form of the accounts' library, in words of ours: by the code of the fault, not by its text."""

from __future__ import annotations

from typing import Any

from carrywell.app.engine import open_engine
from carrywell.web.forms.errors import FieldError

_WHOLE_FORM = "__all__"


def form_errors(form: Any) -> list[FieldError]:
    """One a fault. What belongs to no field stands at the first one that is shown."""
    if form is None or not form.is_bound:
        return []
    first = next(iter(form.fields))
    found = []
    for field, errors in form.errors.as_data().items():
        place = first if field == _WHOLE_FORM else field
        found += [FieldError(place, _phrase(place, error.code)) for error in errors]
    return found


def _phrase(field: str, code: str | None) -> str:
    """What is wrong with this field, else with any."""
    phrases = open_engine().knowledge.phrases
    possible = (f"account_error.{field}.{code}", f"account_error.{code}")
    return next((phrase for phrase in possible if phrase in phrases), "account_error.other")
