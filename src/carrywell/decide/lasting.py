"""Which earlier answers still speak for her, and which a later no takes back.

| she said before | and later                    | it counts as                                  |
|-----------------|------------------------------|-----------------------------------------------|
| yes             | nothing, unsure, rather not  | yes                                           |
| yes             | no, after somebody looked    | no                                            |
| yes             | no, and it is a lasting sign | not known, for the days in `kb/lasting_signs` |
| yes             | no, any other                | no                                            |
| unsure          | nothing                      | unsure                                        |
| no              | nothing                      | nothing: it was about its own day             |

A danger sign that has passed is not a sign that was never there: a pressed nerve, a torn vessel, a clot or waters that
have broken are not undone by a better day, and only somebody who looks can tell. *Not known* counts as yes at the
levels of today and for nothing below (`decide.triage`), as for every other open answer. Ground:
docs/explanation/over-time.md.

A question that is no longer put to her (its stage or gate has passed, or its umbrella was answered no) counts as no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carrywell.decide.facts import Facts
from carrywell.decide.time_between import days_between
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.course import Kept
from carrywell.model.follow_up import LastingSigns
from carrywell.model.knowledge import Finding, Knowledge

SEEN_SINCE = "seen_since_last_check"  # her own word that somebody examined her after the check before

Word = Answer | float | None
_LEAVES_A_YES = (None, Answer.UNSURE, Answer.RATHER_NOT_SAY)


def answers_now(cases: Sequence[Case], knowledge: Knowledge) -> tuple[Mapping[str, Answer | float], tuple[Kept, ...]]:
    """The answers that count at the last of these moments, and those among them that outlast her no."""
    group_of = {name: group for group in knowledge.lasting_signs.values() for name in group.findings}
    answers: dict[str, Answer | float] = {}
    kept: list[Kept] = []
    moments = [Facts(case, knowledge) for case in cases]
    for name in dict.fromkeys(name for case in cases for name in case.answers):
        if name == SEEN_SINCE and name not in cases[-1].answers:
            continue  # it was about the time before its own moment
        finding = knowledge.findings[name]
        words = [_word(finding, facts) for facts in moments]
        group = group_of.get(name)
        told = _outlasts(words, cases, group) if group is not None else None
        value = _carried(words) if told is None else _not_taken_back(words[told])
        if group is not None and told is not None:
            kept.append(Kept(name, cases[told], group))
        if value is not None and (value is not Answer.NO or name in cases[-1].answers):
            answers[name] = value
    return answers, tuple(kept)


def word(finding: Finding, case: Case, knowledge: Knowledge) -> Word:
    """What she said to a question at a moment. No, where it was not hers to answer then; None where she was silent."""
    return _word(finding, Facts(case, knowledge))


def _word(finding: Finding, moment: Facts) -> Word:
    answers = moment.case.answers
    said = answers.get(finding.id)
    if said is not None:
        return said
    if not moment.is_asked(finding):
        return Answer.NO
    if finding.covers and all(answers.get(covered) is Answer.NO for covered in finding.covers):
        return Answer.NO
    return None


def _carried(words: Sequence[Word]) -> Word:
    """The latest word; where that leaves a yes or a number standing, the yes or number."""
    now = words[-1]
    if now not in _LEAVES_A_YES:
        return now
    standing: Word = None
    for said in words:
        if said is Answer.NO:
            standing = None
        elif said not in _LEAVES_A_YES or (said is Answer.UNSURE and standing is None):
            standing = said
    return standing if standing is not None else now


def _not_taken_back(said: Word) -> Word:
    """A yes and a no are not known together; of two readings the higher one counts."""
    return Answer.UNSURE if isinstance(said, Answer) else said


def _outlasts(words: Sequence[Word], cases: Sequence[Case], group: LastingSigns) -> int | None:
    """Where the sign was told that a later word took back too early, with nobody having looked since it began."""
    recent = [at for at, case in enumerate(cases) if days_between(case, cases[-1]) < group.days]
    told = _told(words, recent)
    if told is None:
        return None
    denied = max((at for at in range(told) if words[at] is Answer.NO), default=-1)
    first = next(at for at in range(denied + 1, told + 1) if words[at] is not None)
    seen = any(case.answers.get(SEEN_SINCE) is Answer.YES for case in cases[first + 1 :])
    return None if seen else told


def _told(words: Sequence[Word], recent: Sequence[int]) -> int | None:
    """Where the last yes stands that a no took back; of readings the highest, if a lower one or a no came after it."""
    readings = [(said, at) for at in recent if isinstance(said := words[at], float | int)]
    if readings:
        _, highest = max(readings)
        return highest if any(_is_less(said) for said in words[highest + 1 :]) else None
    yes = max((at for at in recent if words[at] is Answer.YES), default=None)
    return yes if yes is not None and Answer.NO in words[yes:] else None


def _is_less(said: Word) -> bool:
    """Whether a word after the highest reading takes it back: any other reading, or a no to the question before it."""
    return isinstance(said, float | int) or said is Answer.NO
