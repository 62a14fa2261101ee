"""Self-care only when every danger sign was denied, and the pain comes with movement and eases with rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from tests.lib.deciding import UNANSWERED, triaged
from tests.lib.naive_knowledge import NO, OPEN, STAGES
from tests.lib.naive_triage import Her
from tests.lib.random_cases import AT_STAGE, DANGER_SIGNS, KB, Case, calm_case, cases, with_answer

EASES = {"worse_with": ["walking"], "better_with": ["rest"]}
INTIMATE = {name for name in DANGER_SIGNS if KB.findings[name].get("intimate") == "true"}


@pytest.mark.parametrize("stage", STAGES)
def test_reached_when_all_is_denied_and_rest_eases(stage: str) -> None:
    assert triaged(calm_case(AT_STAGE[stage], **EASES), "cautious").level.value == "self_care"


@pytest.mark.parametrize("stage", STAGES)
def test_not_reached_when_rest_does_not_ease(stage: str) -> None:
    for pain in ({}, {**EASES, "better_with": ["nothing"]}, {**EASES, "worse_with": ["night"]}):
        assert triaged(calm_case(AT_STAGE[stage], **pain), "cautious").level.value == "routine"


@pytest.mark.parametrize("stage", STAGES)
def test_one_danger_sign_unasked_or_unsure_is_enough_to_lose_it(stage: str) -> None:
    calm = calm_case(AT_STAGE[stage], **EASES)
    for name in calm["answers"].keys() & set(DANGER_SIGNS):
        if _hangs_on_a_no(name, calm):
            continue
        unasked = Case(calm, answers={asked: said for asked, said in calm["answers"].items() if asked != name})
        assert triaged(with_answer(calm, name, "unsure")).level.value != "self_care", name
        if name not in INTIMATE:  # an intimate one may be left open
            assert triaged(unasked, "cautious").level.value != "self_care", name


def _hangs_on_a_no(name: str, case: Case) -> bool:
    gate = KB.names(KB.findings[name].get("asked_if", {"all": []}))
    return any(case["answers"].get(fact) == "no" for fact in gate)


@given(case=cases(), unanswered=st.sampled_from(UNANSWERED))
def test_never_beside_a_danger_sign_that_is_not_denied(case: Case, unanswered: Unanswered) -> None:
    if triaged(case, unanswered).level.value == "self_care":
        her = Her(case, KB, OPEN if unanswered == "cautious" else NO)
        asked = [name for name in DANGER_SIGNS if her.is_asked(name)]
        assert [name for name in asked if her.may(name)] == []
        assert her.must("is:eased_by_rest")
