"""Which earlier answers still speak for her, and which a later no takes back.

| she said before | and later                    | it counts as                                               |
|-----------------|------------------------------|------------------------------------------------------------|
| yes             | nothing, unsure, rather not  | yes                                                        |
| yes             | no, after somebody looked    | no                                                         |
| yes             | no, and it is a lasting sign | not known, for the days in `kb/lasting_signs`              |
| yes             | no, any other                | no                                                         |
| unsure          | nothing                      | unsure                                                     |
| no              | nothing                      | nothing: it was about its own day                          |

A danger sign that has passed is not a sign that was never there: cauda equina, a torn vessel, a blood clot or waters
that have broken are not undone by a better day, and only somebody who looks can tell. *Not known* counts as yes at the
levels of today and for nothing below (`decide.triage`), which is the same rule as for every other open answer.

A question that is no longer put to her (its stage or gate has passed, or its umbrella was answered no) counts as no.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carrywell.decide.facts import Facts
from carrywell.decide.time_between import days_between
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.follow_up import LastingSigns
from carrywell.model.knowledge import Finding, Knowledge

SEEN_SINCE = "seen_since_last_check"  # her own word that somebody examined her after the check before

Answers = dict[str, Answer | float]
_LEAVES_A_YES = (None, Answer.UNSURE, Answer.RATHER_NOT_SAY)


@dataclass(frozen=True, slots=True)
class Kept:
    """A sign that she said yes to at `said_at` (the moment's place among those of this pregnancy), and denies now."""

    finding: str
    said_at: int
    because: LastingSigns


def answers_now(cases: Sequence[Case], knowledge: Knowledge) -> tuple[Answers, tuple[Kept, ...]]:
    """The answers that count at the last of these moments, and those among them that outlast her no."""
    latest = dict(cases[-1].answers)
    names = dict.fromkeys(name for case in cases for name in case.answers)
    answers: Answers = {}
    kept: list[Kept] = []
    for name in names:
        finding = knowledge.findings[name]
        words = [word(finding, case, knowledge) for case in cases]
        lasting = _outlasts(finding, words, cases, knowledge)
        value: Answer | float | None = latest.get(name)
        if lasting is not None:
            value = Answer.UNSURE if finding.asks_for != "number" else _highest(words[lasting.said_at :], value)
            kept.append(lasting)
        elif value in _LEAVES_A_YES:
            value = _last_definite(words) or value
        if value is not None:
            answers[name] = value
    return answers, tuple(kept)


def word(finding: Finding, case: Case, knowledge: Knowledge) -> Answer | float | None:
    """What she said to a question at a moment. No, where it was not hers to answer then; None where she was silent."""
    said = case.answers.get(finding.id)
    if said is not None:
        return said
    if not Facts(case, knowledge).is_asked(finding):
        return Answer.NO
    if finding.covers and all(case.answers.get(covered) is Answer.NO for covered in finding.covers):
        return Answer.NO
    return None


def _last_definite(words: Sequence[Answer | float | None]) -> Answer | float | None:
    """The last word that is carried into silence: a yes, an unsure, a number; none where she took it back."""
    last: Answer | float | None = None
    for said in words:
        if said is Answer.NO:
            last = None
        elif said not in _LEAVES_A_YES or (said is Answer.UNSURE and last is None):
            last = said
    return last


def _outlasts(
    finding: Finding, words: Sequence[Answer | float | None], cases: Sequence[Case], knowledge: Knowledge
) -> Kept | None:
    """The sign if its last yes was taken back, too early, and nobody looked since it was first told."""
    lasting = next((group for group in knowledge.lasting_signs.values() if finding.id in group.findings), None)
    if lasting is None:
        return None
    said_at = _taken_back(finding, words)
    if said_at is None or days_between(cases[said_at], cases[-1]) >= lasting.days:
        return None
    first = next(_run_back(words, said_at))
    seen = any(case.answers.get(SEEN_SINCE) is Answer.YES for case in cases[first + 1 :])
    return None if seen else Kept(finding.id, said_at, lasting)


def _taken_back(finding: Finding, words: Sequence[Answer | float | None]) -> int | None:
    """Where the last yes stands that a later no took back; of a number, the highest before a lower one."""
    if finding.asks_for == "number":
        numbers = {at: said for at, said in enumerate(words) if isinstance(said, float | int)}
        highest = max(numbers, key=lambda at: (numbers[at], at), default=None)
        return None if highest is None or highest == max(numbers) == len(words) - 1 else highest
    yes = max((at for at, said in enumerate(words) if said is Answer.YES), default=None)
    return yes if yes is not None and Answer.NO in words[yes:] else None


def _run_back(words: Sequence[Answer | float | None], said_at: int) -> Iterator[int]:
    """Where the run of yes that ends at `said_at` began: after the last no before it."""
    denied = max((at for at in range(said_at) if words[at] is Answer.NO), default=-1)
    yield next(at for at in range(denied + 1, said_at + 1) if words[at] not in _LEAVES_A_YES)


def _highest(words: Sequence[Answer | float | None], value: Answer | float | None) -> Answer | float | None:
    numbers = [said for said in (*words, value) if isinstance(said, float | int)]
    return max(numbers, default=value)


def kept_names(kept: Mapping[str, Kept]) -> tuple[str, ...]:
    return tuple(kept)
