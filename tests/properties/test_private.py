"""Answers on violence and self-harm change nothing that others may see."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from carrywell.app.play_interview import play_interview
from tests.lib.deciding import UNANSWERED, read, reported
from tests.lib.random_cases import PRIVATE, Case, cases

SAID = st.dictionaries(
    st.sampled_from(PRIVATE), st.sampled_from(["yes", "unsure", "no", "rather_not_say"]), min_size=1, max_size=4
)


def without(case: Case) -> Case:
    return Case(case, answers={name: said for name, said in case["answers"].items() if name not in PRIVATE})


@given(case=cases(), private=SAID, unanswered=st.sampled_from(UNANSWERED))
def test_the_report_is_the_same_with_and_without_them(
    case: Case, private: dict[str, str], unanswered: Unanswered
) -> None:
    silent = without(case)
    telling = Case(silent, answers={**silent["answers"], **private})
    assert reported(telling, unanswered) == reported(silent, unanswered)


@given(case=cases(), private=SAID)
def test_asked_for_they_stand_in_one_key_of_their_own(case: Case, private: dict[str, str]) -> None:
    telling = Case(case, answers={**case["answers"], **private})
    apart = reported(telling, "no", private=True)
    assert {key: apart[key] for key in apart if key != "private"} == reported(telling, "no")
    if "yes" in {private.get("immediate_danger"), private.get("self_harm_thoughts")}:
        assert apart["private"]


@settings(max_examples=40)
@given(case=cases(), private=SAID)
def test_the_interview_takes_the_same_way(case: Case, private: dict[str, str]) -> None:
    telling = Case(case, answers={**case["answers"], **private})
    shown, silent = (play_interview(open_engine(), read(one)) for one in (telling, without(case)))
    assert (shown.steps, shown.asked) == (silent.steps, silent.asked)
    assert shown.assessment.triage == silent.assessment.triage
