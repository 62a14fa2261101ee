"""What the page of her day needs of the body model and of the optimum, apart from the rest: the extras body and day."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from carrywell.app.day import weigh_day
from carrywell.app.engine import open_engine
from carrywell.body.day import ImpossibleDay
from carrywell.body.person import ImpossibleBody
from carrywell.model.case import Case
from carrywell.model.text import Voice
from carrywell.web.forms.errors import FieldError
from carrywell.web.forms.my_day import FIELDS, read_help
from carrywell.web.my_day_presenter import day_page


def context(case: Case, post: QueryDict, voice: Voice) -> dict[str, Any]:
    """`day` is None where nothing could be worked out: an error, or a day that is longer than a day."""
    help_, typed, errors = read_help(post)
    day, too_long = None, False
    if not errors:
        try:
            day = day_page(open_engine(), weigh_day(open_engine(), _weighable(case), help_), voice)
        except ImpossibleDay:
            too_long = True
    return {"day": day, "too_long": too_long, "typed": typed, "fields": FIELDS, **_errors(errors)}


def _errors(errors: list[FieldError]) -> dict[str, Any]:
    return {"errors": errors, "errors_by_field": {error.field: error for error in errors}}


def _weighable(case: Case) -> Case:
    """Numbers of her body that do not go together are left aside: shares of a day hardly depend on them."""
    from carrywell.app.load import person_of
    from carrywell.body.person import masses

    try:
        masses(person_of(case.about))
    except ImpossibleBody:
        bare = {"height_cm": None, "weight_kg": None, "weight_before_pregnancy_kg": None}
        return case.model_copy(update={"about": case.about.model_copy(update=bare)})
    return case
