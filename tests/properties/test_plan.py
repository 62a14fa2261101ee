"""The plan offers nothing that may harm her, and hides no warning because of an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.decide.plan import MOST_TODAY
from carrywell.model.assessment import Assessment
from carrywell.model.care import Speed
from tests.lib.deciding import UNANSWERED, decided
from tests.lib.naive_knowledge import NO, OPEN, stages_of
from tests.lib.naive_triage import Her
from tests.lib.random_cases import KB, Case, cases

ALWAYS: dict[str, Any] = {"all": []}
WARNINGS = {name: advice for name, advice in KB.advice.items() if advice["kind"] != "do"}


def silence(unanswered: Unanswered) -> str:
    """What an unanswered question counts as for the plan: after an interview it still needs its clear no."""
    return NO if unanswered == "no" else OPEN


def planned(found: Assessment) -> list[str]:
    return [advice.id for entries in found.plan.by_topic.values() for advice in entries]


def contraindications(name: str) -> Iterator[Any]:
    yield from KB.advice[name].get("not_when", ())
    for gate in KB.advice[name].get("gates", ()):
        for line in (*KB.gates[gate]["not_when"], *KB.gates[gate].get("ask_first_when", ())):
            yield line["when"]


def applies(name: str) -> Any:
    return KB.advice[name].get("applies_when", ALWAYS)


@given(case=cases(), unanswered=st.sampled_from(UNANSWERED))
def test_nothing_is_offered_without_a_clear_no_to_what_speaks_against_it(case: Case, unanswered: Unanswered) -> None:
    found = decided(case, unanswered)
    her = Her(case, KB, silence(unanswered), found.pain.ids, withheld=silence(unanswered))
    for name in planned(found):
        assert her.stage in stages_of(KB.advice[name])
        if name not in WARNINGS:
            assert her.must(applies(name)), f"{name} is offered, and does not surely apply"
            assert [when for when in contraindications(name) if her.may(when)] == [], f"{name} is offered in spite of"


@given(case=cases(), unanswered=st.sampled_from(UNANSWERED))
def test_every_warning_that_may_apply_is_in_the_plan(case: Case, unanswered: Unanswered) -> None:
    found = decided(case, unanswered)
    her = Her(case, KB, silence(unanswered), found.pain.ids)
    may_apply = {name for name in WARNINGS if her.stage in stages_of(WARNINGS[name]) and her.may(applies(name))}
    assert may_apply == set(planned(found)) & set(WARNINGS)


def test_warnings_rest_on_who_she_is_and_not_on_what_she_answers() -> None:
    assert [name for name in WARNINGS if KB.names(applies(name)) & set(KB.findings)] == []


@given(case=cases())
def test_what_is_left_out_says_why(case: Case) -> None:
    for left in decided(case).plan.not_for_you:
        assert left.advice.kind == "do"
        assert left.by_level or left.reasons


@given(case=cases())
def test_at_the_levels_of_today_nothing_is_done_to_the_body(case: Case) -> None:
    found = decided(case)
    acts = {advice.acts for entries in found.plan.by_topic.values() for advice in entries if advice.kind == "do"}
    if found.triage.level.speed >= Speed.TODAY:
        assert acts <= {"position"}
    if found.triage.level.speed == Speed.TWO_DAYS:
        assert acts <= {"position", "rest"}


@given(case=cases(), unanswered=st.sampled_from(UNANSWERED))
def test_no_baby_unless_she_says_that_one_is_with_her(case: Case, unanswered: Unanswered) -> None:
    plan = decided(case, unanswered).plan
    shown = [*plan.today, *(one for entries in plan.by_topic.values() for one in entries)]
    shown += [left.advice for left in plan.not_for_you]
    if case["about"].get("baby_with_me") != "yes":
        assert [advice.id for advice in shown if advice.topic == "baby_care"] == []


@given(case=cases())
def test_three_things_for_today_at_most_and_each_stands_in_the_plan(case: Case) -> None:
    found = decided(case, "no")
    today = [advice.id for advice in found.plan.today]
    assert len(today) <= MOST_TODAY == 3
    assert set(today) <= set(planned(found))
    assert not set(today) & set(WARNINGS)
    assert found.triage.level.speed < Speed.TODAY or today == []
