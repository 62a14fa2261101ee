"""Several moments of the same woman: their order, the days between them, and what an earlier one says of her now.

A later moment is read with everything that earlier ones of the same pregnancy said and that still speaks for her:
every yes and every *unsure* (`decide.lasting`), who she is, how she described the pain. An earlier *no* is not carried:
it was about its own day, and silence about bladder control is never no. So a moment is never read as less than what it
says by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from carrywell.decide.lasting import answers_now
from carrywell.decide.time_between import weeks_between
from carrywell.model.case import About, Case, Pain
from carrywell.model.course import Kept
from carrywell.model.knowledge import Knowledge
from carrywell.model.told import WrongValue

# Words on how it goes that speak for calm, and are asked anew at each moment.
CALM_COURSES = ("steady", "better_over_weeks")


@dataclass(frozen=True, slots=True)
class Carried:
    """The latest moment with what earlier ones add, and the signs that her later no did not take back."""

    case: Case
    kept: tuple[Kept, ...]


def in_order(cases: Sequence[Case]) -> list[Case]:
    """By date where all have one, else as given. WrongValue when the clock of the pregnancy would run backwards."""
    if all(case.asked_on is not None for case in cases):
        cases = sorted(cases, key=lambda case: case.asked_on or date.min)
    dates = [case.asked_on for case in cases if case.asked_on is not None]
    if dates != sorted(dates):
        raise WrongValue("wrong.dates_backwards")
    for earlier, later in pairwise(cases):
        if _runs_backwards(earlier, later):
            raise WrongValue("wrong.weeks_backwards")
    return list(cases)


def _runs_backwards(earlier: Case, later: Case) -> bool:
    before, after = earlier.about, later.about
    if before.weeks_pregnant is not None and after.weeks_pregnant is not None:
        return after.weeks_pregnant < before.weeks_pregnant
    if before.weeks_postpartum is not None and after.weeks_postpartum is not None:
        return after.weeks_postpartum < before.weeks_postpartum
    return False


def carried_forward(cases: Sequence[Case], knowledge: Knowledge) -> Carried:
    """The latest case, with what earlier ones of the same pregnancy said and it leaves open; her history stays hers."""
    history = tuple(dict.fromkeys(item for case in cases for item in case.history))
    latest = cases[-1]
    cases = [*(_as_strong(case, latest, knowledge) for case in of_this_pregnancy(cases)[:-1]), latest]
    of_her = [case.model_copy(update={"about": _about(cases[: at + 1])}) for at, case in enumerate(cases)]
    answers, kept = answers_now(of_her, knowledge)
    update: dict[str, object] = {"about": of_her[-1].about, "answers": answers, "pain": _pain(cases)}
    if history:
        update["history"] = history
    day = next((case.day for case in reversed(cases) if "day" in case.model_fields_set), None)
    if day is not None:
        update["day"] = day
    return Carried(latest.model_copy(update=update), kept)


def of_this_pregnancy(cases: Sequence[Case]) -> Sequence[Case]:
    """A pregnancy after a birth or loss starts afresh: neither twins nor fever are carried into it."""
    began = [
        at for at, (before, after) in enumerate(pairwise(cases), 1) if after.about.pregnant > before.about.pregnant
    ]
    return cases[began[-1] :] if began else cases


def _as_strong(case: Case, latest: Case, knowledge: Knowledge) -> Case:
    """An earlier moment as it speaks for the pain of today: what eased a weaker pain may not ease this one."""
    before, now = case.pain.now, latest.pain.now
    if before is None or now is None or now <= before:
        return case
    answers = {name: said for name, said in case.answers.items() if knowledge.findings[name].kind != "pattern"}
    said = case.pain.model_dump(exclude_unset=True, exclude={"better_with"})
    return case.model_copy(update={"answers": answers, "pain": Pain.model_validate(said)})


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
        if said.get("course") in CALM_COURSES:
            del said["course"]
        said |= case.pain.model_dump(exclude_unset=True, exclude_none=True)
        if case.pain.started_weeks_ago is not None:
            weeks = weeks_between(case, cases[-1]) or 0.0
            said["started_weeks_ago"] = case.pain.started_weeks_ago + weeks
    return cases[-1].pain.model_copy(update=said)
