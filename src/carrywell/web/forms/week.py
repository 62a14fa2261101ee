"""What a week is planned by: what she has, her time, what she would rather do; and how the week went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from django.http import QueryDict

from carrywell.model.exercise import AT_HOME, Thing
from carrywell.model.weekly import WeekPlan
from carrywell.model.wishes import (
    DAYS,
    LEAST_MINUTES_A_DAY,
    MOST_ACTIVE_MINUTES,
    MOST_MINUTES_A_DAY,
    Helped,
    Went,
    Wishes,
)
from carrywell.web.forms.errors import FieldError

THINGS: tuple[Thing, ...] = tuple(thing for thing in get_args(Thing) if thing not in AT_HOME)
WENT: tuple[Went, ...] = get_args(Went)
OUT = "out"
SWAP, BRING_BACK = "swap-", "bring_back"


@dataclass(frozen=True, slots=True)
class Swap:
    """Something in her week, by its id, and what may take its place."""

    id: str
    others: tuple[str, ...]


def swaps(week: WeekPlan) -> list[Swap]:
    """All that she may leave out of this week, or have something else for. What to leave alone stays."""
    exercises = [Swap(one.exercise.id, tuple(other.id for other in one.instead)) for one in week.exercises]
    moving = [Swap(week.activity.exercise.id, tuple(one.id for one in week.activity.instead))] if week.activity else []
    chosen = [one for filled in week.parts for one in filled.chosen if one.advice.kind == "do"]
    advice = [Swap(one.advice.id, (one.instead.id,) if one.instead else ()) for one in chosen]
    return [*exercises, *moving, *advice]


def read_swap(post: QueryDict, before: Wishes, offered: Iterable[Swap]) -> Wishes:
    """One thing left out, or something else in its place, or one brought back. What is not offered changes nothing."""
    likes, dislikes = list(before.likes), list(before.dislikes)
    if (name := post.get(BRING_BACK)) in dislikes:
        dislikes.remove(str(name))
    for swap in offered:
        wanted = post.get(SWAP + swap.id, "")
        if wanted == OUT or wanted in swap.others:
            likes, dislikes = _without(likes, swap.id, wanted), [*_without(dislikes, wanted), swap.id]
            likes += [wanted] if wanted in swap.others else []
    return before.model_copy(update={"likes": tuple(likes), "dislikes": tuple(dislikes)})


def read_wishes(post: QueryDict, before: Wishes) -> tuple[Wishes, list[FieldError]]:
    """What she has, and her time, as this form says; what is left open in it is open."""
    errors: list[FieldError] = []
    update = {
        "things": tuple(thing for thing in THINGS if thing in post.getlist("things")),
        "days": tuple(day for day in DAYS if day in post.getlist("days")),
        "minutes_a_day": _whole(post, "minutes_a_day", (LEAST_MINUTES_A_DAY, MOST_MINUTES_A_DAY), errors),
        "active_minutes_a_week": _whole(post, "active_minutes_a_week", (0, MOST_ACTIVE_MINUTES), errors),
    }
    return (before, errors) if errors else (before.model_copy(update=update), [])


def read_feedback(post: QueryDict, week: WeekPlan) -> tuple[Mapping[str, Went], Mapping[str, Helped]]:
    """How it went and whether it helped, by the id of each exercise and of the activity."""
    names = [one.exercise.id for one in week.exercises] + ([week.activity.exercise.id] if week.activity else [])
    told = {name: one for name in names for one in WENT if one == post.get(f"went-{name}")}
    helped = post.getlist("helped")
    return told, {name: "yes" for name in names if name in helped}


def _without(names: Iterable[str], *gone: str) -> list[str]:
    return [name for name in names if name not in gone]


def _whole(post: QueryDict, name: str, span: tuple[int, int], errors: list[FieldError]) -> int | None:
    typed = post.get(name, "").strip()
    if not typed:
        return None
    value = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else -1
    if not span[0] <= value <= span[1]:
        errors.append(FieldError(name, "week_page.error.minutes", {"fewest": span[0], "most": span[1]}))
        return None
    return value
