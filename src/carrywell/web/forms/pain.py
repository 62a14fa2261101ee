"""Where it hurts, how strong, since when; what makes it worse and better; what her day holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import QueryDict

from carrywell.model.case import BETTER_WITH, COURSES, HISTORY, LONGEST_WEEKS, ONSETS, SIDES, SITES, WORSE_WITH, Case
from carrywell.model.knowledge import Task
from carrywell.web.forms.errors import FieldError

CaseAndErrors = tuple[Case, list[FieldError]]
UNSURE = "unsure"
LONGEST_DAY_MINUTES = 1440


def read_where(
    post: QueryDict, case: Case, matters: Callable[[Case], frozenset[str]] = lambda told: frozenset()
) -> CaseAndErrors:
    """`matters`: what is not said of the pain and could still raise the level. It may be *not sure*, but not empty."""
    errors: list[FieldError] = []
    sites = _several(post, "sites", SITES)
    if not sites:
        errors.append(FieldError("sites-1", "where.error.sites"))
    update: dict[str, object] = {"sites": sites}
    for name, values in (("side", SIDES), ("onset", ONSETS), ("course", COURSES)):
        update[name] = post[name] if post.get(name) in values else None
    for name in ("now", "worst_week"):
        strength = _number(post, name, 10, errors, "where.error.strength")
        if strength is not None and not strength.is_integer():
            errors.append(FieldError(name, "where.error.strength", {"highest": "10"}))
        update[name] = None if strength is None else int(strength)
    update["started_weeks_ago"] = _number(post, "started_weeks_ago", LONGEST_WEEKS, errors, "where.error.started")
    told = case.model_copy(update={"pain": case.pain.model_copy(update=update)})
    if not errors:
        open_pain = matters(told)
        open_ones = [name for name in ("onset", "course", "started_weeks_ago") if name in open_pain]
        errors = [FieldError(name, "where.error.matters") for name in open_ones if post.get(name) != UNSURE]
    return (case, errors) if errors else (told, [])


def read_changes(post: QueryDict, case: Case) -> CaseAndErrors:
    update = {
        "worse_with": _several(post, "worse_with", WORSE_WITH),
        "better_with": _several(post, "better_with", BETTER_WITH),
    }
    return case.model_copy(update={"pain": case.pain.model_copy(update=update)}), []


def read_day(post: QueryDict, case: Case, tasks: Mapping[str, Task]) -> CaseAndErrors:
    errors: list[FieldError] = []
    day: dict[str, float] = {}
    for name in tasks:
        amount = _number(post, f"day-{name}", LONGEST_DAY_MINUTES, errors, "day.error.amount")
        if amount:
            day[name] = amount
    if errors:
        return case, errors
    return case.model_copy(update={"history": _several(post, "history", HISTORY), "day": day}), []


def _several(post: QueryDict, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    chosen = set(post.getlist(name))
    return tuple(value for value in allowed if value in chosen)


def _number(post: QueryDict, name: str, highest: float, errors: list[FieldError], phrase: str) -> float | None:
    typed = post.get(name, "").strip().replace(",", ".")
    if not typed:
        return None
    try:
        value = float(typed)
    except ValueError:
        value = -1.0
    if not 0 <= value <= highest:
        errors.append(FieldError(name, phrase, {"highest": f"{highest:g}"}))
        return None
    return value
