"""Several moments of the same woman: what an earlier one said and a later one does not take back still counts.

A quarter of the serious published cases could not be told from ordinary pain at first contact; what gave them away
later was new signs, or that it did not settle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from carrywell.model.answer import Answer
from carrywell.model.case import About, Case, Pain
from carrywell.model.knowledge import Knowledge

NOT_BETTER_AFTER_WEEKS = 2.0


@dataclass(frozen=True, slots=True)
class Change:
    """Findings that are yes now and were not before, and whether the pain is stronger than before."""

    new: tuple[str, ...]
    pain_stronger: bool


def in_order(cases: Sequence[Case]) -> list[Case]:
    """By date where all have one, else as given. ValueError when the clock of the pregnancy would run backwards."""
    if all(case.asked_on is not None for case in cases):
        cases = sorted(cases, key=lambda case: case.asked_on or date.min)
    dates = [case.asked_on for case in cases if case.asked_on is not None]
    if dates != sorted(dates):
        raise ValueError("the dates run backwards from one case to the next; allowed is one woman, in order of time")
    for earlier, later in pairwise(cases):
        if _runs_backwards(earlier, later):
            raise ValueError(
                "the weeks run backwards from one case to the next; allowed is one woman, in order of time"
            )
    return list(cases)


def _runs_backwards(earlier: Case, later: Case) -> bool:
    before, after = earlier.about, later.about
    if before.weeks_pregnant is not None and after.weeks_pregnant is not None:
        return after.weeks_pregnant < before.weeks_pregnant
    if before.weeks_postpartum is not None and after.weeks_postpartum is not None:
        return after.weeks_postpartum < before.weeks_postpartum
    return False


def carried_forward(cases: Sequence[Case], knowledge: Knowledge) -> Case:
    """The latest case, with what earlier ones of the same pregnancy said and it leaves open; her history stays hers."""
    history = tuple(dict.fromkeys(item for case in cases for item in case.history))
    cases = _of_this_pregnancy(cases)
    latest = cases[-1]
    answers: dict[str, Answer | float] = {}
    for case in cases:
        answers |= case.answers
    if _not_better(cases) and "not_better_2w" in knowledge.findings:
        answers.setdefault("not_better_2w", Answer.YES)
    update: dict[str, object] = {"about": _about(cases), "answers": answers, "pain": _pain(cases)}
    if history:
        update["history"] = history
    day = next((case.day for case in reversed(cases) if "day" in case.model_fields_set), None)
    if day is not None:
        update["day"] = day
    return latest.model_copy(update=update)


def _of_this_pregnancy(cases: Sequence[Case]) -> Sequence[Case]:
    """A pregnancy after a birth or loss starts afresh: neither twins nor fever are carried into it."""
    began = [
        at for at, (before, after) in enumerate(pairwise(cases), 1) if after.about.pregnant > before.about.pregnant
    ]
    return cases[began[-1] :] if began else cases


def _about(cases: Sequence[Case]) -> About:
    """Twins stay twins, and a birth stays the birth it was."""
    latest = cases[-1].about
    known: dict[str, object] = {}
    for case in cases:
        known |= case.about.model_dump(exclude_none=True, exclude={"weeks_pregnant", "weeks_postpartum"})
    if known.get("ended") == "loss" and known.get("baby_with_me") == "yes":
        return latest  # an earlier word that the latest contradicts is not kept
    return latest.model_copy(update=known)


def _pain(cases: Sequence[Case]) -> Pain:
    """What was said about the pain, the later word first; how long ago it began grows with the weeks between."""
    said: dict[str, object] = {}
    for case in cases:
        said |= case.pain.model_dump(exclude_unset=True, exclude_none=True)
        if case.pain.started_weeks_ago is not None:
            weeks = _weeks_between(case, cases[-1]) or 0.0
            said["started_weeks_ago"] = case.pain.started_weeks_ago + weeks
    return cases[-1].pain.model_copy(update=said)


def _not_better(cases: Sequence[Case]) -> bool:
    first, latest = cases[0], cases[-1]
    if len(cases) < 2 or first.pain.now is None or latest.pain.now is None:
        return False
    weeks = _weeks_between(first, latest)
    return weeks is not None and weeks >= NOT_BETTER_AFTER_WEEKS and latest.pain.now >= first.pain.now


def _weeks_between(first: Case, latest: Case) -> float | None:
    if first.asked_on and latest.asked_on:
        return (latest.asked_on - first.asked_on).days / 7
    if first.about.weeks_pregnant is not None and latest.about.weeks_pregnant is not None:
        return latest.about.weeks_pregnant - first.about.weeks_pregnant
    if first.about.weeks_postpartum is not None and latest.about.weeks_postpartum is not None:
        return latest.about.weeks_postpartum - first.about.weeks_postpartum
    return None


def change(earlier: Case, latest: Case, knowledge: Knowledge) -> Change:
    """What is new since the moment before. Private answers (violence, self-harm) stay out, as they do everywhere."""
    new = tuple(
        name
        for name, answer in latest.answers.items()
        if answer is Answer.YES and earlier.answers.get(name) is not Answer.YES and not knowledge.findings[name].private
    )
    before, now = earlier.pain.now, latest.pain.now
    return Change(new, before is not None and now is not None and now > before)
