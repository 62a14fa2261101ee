"""The moment now, read with all that came before: what she said, what still counts, and what the time between shows.

What time shows is set as the finding that it stands for, and only where she left that finding open: her own word is
never overridden. Then the one rule tree decides on the case, as on any other. Earlier moments can so only add.
"""

from __future__ import annotations

from collections.abc import Sequence

from carrywell.decide.facts import Facts
from carrywell.decide.lasting import word
from carrywell.decide.over_time import shown_by
from carrywell.decide.pain_class import classify
from carrywell.decide.sequence import carried_forward, of_this_pregnancy
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.course import Moment
from carrywell.model.follow_up import Settles
from carrywell.model.knowledge import Knowledge


def moment_now(cases: Sequence[Case], knowledge: Knowledge, leaving: frozenset[str] = frozenset()) -> Moment:
    """The last of these cases, which stand in order of time. ValueError only where there are none.

    `leaving`: rules over time that these moments cannot show (ids of `kb/over_time`).
    """
    carried = carried_forward(cases, knowledge)
    settles = _settles(carried.case, knowledge)
    every = shown_by(of_this_pregnancy(cases), settles, knowledge)
    shown = tuple(found for found in every if found.rule.id not in leaving)
    answers = dict(carried.case.answers)
    derived = []
    for found in shown:
        if found.finding is None or _is_settled(found.finding, cases[-1], carried.case, knowledge):
            continue
        if answers.get(found.finding) is not Answer.YES:
            answers[found.finding] = Answer(found.rule.answer)
        derived.append(found)
    return Moment(carried.case.model_copy(update={"answers": answers}), shown, tuple(derived), carried.kept)


def _is_settled(name: str, latest: Case, carried: Case, knowledge: Knowledge) -> bool:
    """Whether she answered it herself: now, or with an earlier yes that still stands."""
    finding = knowledge.findings.get(name)
    if finding is None or carried.answers.get(name) is Answer.YES:
        return True
    return word(finding, latest.model_copy(update={"about": carried.about}), knowledge) is not None


def _settles(case: Case, knowledge: Knowledge) -> Settles | None:
    """The shortest time of the classes that her pain may belong to."""
    ids = classify(Facts(case, knowledge), knowledge.classes).ids
    times = [settles for name in ids if (settles := knowledge.classes[name].settles) is not None]
    return min(times, key=lambda settles: settles.within_weeks, default=None)
