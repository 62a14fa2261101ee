"""All facts of a case, worked out at once into two sets, are those that the plain reading finds one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.answer import Answer
from carrywell.model.case import Case as RealCase
from carrywell.model.rules import Fact, When
from carrywell.model.truth import Truth
from tests.lib.deciding import read
from tests.lib.plain_facts import PlainFacts
from tests.lib.random_cases import Case, asked_cases, cases

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
FINDINGS = sorted(KNOWLEDGE.findings)
NAMES = sorted(next(iter(KNOWLEDGE.fact_orders.values())).names)
SILENCES: dict[str, dict[str, Any]] = {
    "no": {"unanswered": Truth.FALSE},
    "cautious": {"unanswered": Truth.UNKNOWN},
    "asking": {"unanswered": Truth.UNKNOWN, "asking": True},
    "on the page": {"unanswered": Truth.FALSE, "pain_unsaid": Truth.UNKNOWN},
    "for the plan": {"unanswered": Truth.UNKNOWN, "asking": True, "withheld": Truth.UNKNOWN, "classes": ["lumbar"]},
    "withheld alone": {"unanswered": Truth.FALSE, "asking": True, "withheld": Truth.UNKNOWN},
}


def _conditions() -> Iterator[When]:
    yield from (rule.when for rule in (*ENGINE.book.rules, *ENGINE.book.private))
    yield from (finding.asked_if for finding in KNOWLEDGE.findings.values())
    for advice in KNOWLEDGE.advice.values():
        yield from (advice.applies_when, *advice.not_when, *advice.helps_when)


# The plain facts are compared by name, so here only what is made of them.
CONDITIONS = [when for when in _conditions() if not isinstance(when, Fact)]


def _said(case: Case, kept_back: list[str]) -> RealCase:
    real = read(case)
    return real.model_copy(update={"answers": real.answers | dict.fromkeys(kept_back, Answer.RATHER_NOT_SAY)})


def _same(found: Facts, plain: PlainFacts) -> None:
    assert {name: found.truth(name) for name in NAMES} == {name: plain.truth(name) for name in NAMES}
    assert [found.holds(when) for when in CONDITIONS] == [plain.holds(when) for when in CONDITIONS]


@pytest.mark.parametrize("silence", SILENCES)
@settings(max_examples=15)
@given(
    case=st.one_of(cases(), asked_cases()),
    kept_back=st.lists(st.sampled_from(FINDINGS), max_size=4),
    other=st.sampled_from(FINDINGS),
)
def test_both_readings_agree_on_every_fact_and_every_condition(
    silence: str, case: Case, kept_back: list[str], other: str
) -> None:
    real, meant = _said(case, kept_back), SILENCES[silence]
    found = Facts(real, KNOWLEDGE, **meant)
    _same(found, PlainFacts(real, KNOWLEDGE, **meant))
    for answer, supposed in ((Answer.YES, found.if_yes(other)), (Answer.NO, found.if_no([other]))):
        changed = real.model_copy(update={"answers": {**real.answers, other: answer}})
        _same(supposed, PlainFacts(changed, KNOWLEDGE, **meant))


@settings(max_examples=15)
@given(case=cases(), silence=st.sampled_from(sorted(SILENCES)))
def test_another_silence_is_the_same_as_beginning_anew(case: Case, silence: str) -> None:
    real, meant = read(case), SILENCES[silence]
    _same(Facts(real, KNOWLEDGE, Truth.FALSE).with_silence(**meant), PlainFacts(real, KNOWLEDGE, **meant))
