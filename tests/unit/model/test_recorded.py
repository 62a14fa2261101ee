from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from carrywell.model.recorded import Recorded
from tests.lib.deciding import reported

RESULT = reported({"about": {"weeks_pregnant": 31}, "answers": {"fever": "yes", "cannot_walk": "yes"}}, "no")


def result(**changed: Any) -> Recorded:
    return Recorded.model_validate({**RESULT, **changed})


def traced(**changed: Any) -> Recorded:
    return result(trace={**RESULT["trace"], **changed})


class TestCompares:
    def test_level_doors_class_causes_plan_and_time(self) -> None:
        compared = result().compared()
        assert compared["care.level"] == (RESULT["care"]["level"],)
        assert compared["care.doors"] == tuple(RESULT["care"]["doors"])
        assert compared["pain_class.likely"] == (RESULT["pain_class"]["likely"],)
        assert compared["causes"] == tuple(cause["id"] for cause in RESULT["causes"])
        assert compared["plan.posture"] == tuple(advice["id"] for advice in RESULT["plan"]["posture"])
        assert compared["plan.not_for_you"] == tuple(left["id"] for left in RESULT["plan"]["not_for_you"])
        assert compared["recheck.in_hours"] == (str(RESULT["recheck"]["in_hours"]),)

    def test_the_reasons_with_what_raised_them(self) -> None:
        assert "cannot_walk: emergency_now, with fever" in result().compared()["care.because"]

    def test_no_sentence(self) -> None:
        sentence = RESULT["care"]["say"]
        assert sentence not in {line for lines in result().compared().values() for line in lines}

    def test_what_only_some_results_have_only_where_they_have_it(self) -> None:
        assert not {"sequence.levels", "interview.asked", "private"} & set(result().compared())
        sequence = {"levels": ["routine", "emergency_now"], "new": ["fever"]}
        assert result(sequence=sequence).compared()["sequence.levels"] == ("routine", "emergency_now")


class TestPrivate:
    ENTRY = ({"id": "danger_now", "answers": {"immediate_danger": "yes"}, "digest": "0123456789ab"},)

    def test_results_carry_their_own_answers_and_items(self) -> None:
        found = result(private=self.ENTRY)
        assert found.private_answers == {"immediate_danger": "yes"}
        assert found.items == {**RESULT["trace"]["items"], "private/danger_now": "0123456789ab"}

    def test_and_are_compared_with_these_answers(self) -> None:
        assert result(private=self.ENTRY).compared()["private"] == ("danger_now, immediate_danger yes",)


class TestRefuses:
    @pytest.mark.parametrize("key", ["carrywell", "knowledge", "care", "plan", "recheck", "trace"])
    def test_a_result_without_one_of_its_keys(self, key: str) -> None:
        with pytest.raises(ValidationError, match=key):
            Recorded.model_validate({name: value for name, value in RESULT.items() if name != key})

    @pytest.mark.parametrize(
        ("changed", "told"),
        [
            ({"case": None}, "wrong.case_or_moments"),
            ({"moments": [{}, {}]}, "wrong.case_or_moments"),
            ({"case": None, "moments": [{}]}, "wrong.case_or_moments"),
            ({"knowledge_digest": "abc"}, "count=64"),
            ({"items": {"findings/fever": "0123456789AB"}}, "count=12"),
            ({"unanswered": "yes"}, "'cautious', 'no', 'interviewed' or 'asked'"),
        ],
    )
    def test_a_trace_that_cannot_be(self, changed: dict[str, Any], told: str) -> None:
        with pytest.raises(ValidationError, match=told):
            traced(**changed)

    def test_an_interview_that_was_not_played_with_one_case(self) -> None:
        with pytest.raises(ValidationError, match=r"wrong\.played_with_one"):
            result(interview={"asked": []})


def test_a_key_that_a_later_version_adds_is_passed_over() -> None:
    assert result(later={"more": 1}) == result()
