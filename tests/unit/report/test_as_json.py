"""The stable JSON of the contract, section 2: its keys and their types. More keys may be added; none is dropped."""

from __future__ import annotations

import json
from typing import Any

import pytest

from carrywell import __version__
from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel, Door
from carrywell.model.case import Case
from carrywell.model.rules import Fact
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS, JsonReport
from tests.lib.cases import all_no, assessed, postpartum, pregnant

TEXT, WHOLE, LIST, TEXT_OR_NONE = str, int, list, (str, type(None))


def report(case: Case, unanswered: str = "no", private: bool = False) -> dict[str, Any]:
    engine = open_engine()
    found = assessed(case, unanswered)  # type: ignore[arg-type]
    return JsonReport(engine.knowledge, engine.voice()).of(found, unanswered, private)


def has(part: dict[str, Any], **keys: Any) -> None:
    """Each key stands there, with a value of its type."""
    for name, kind in keys.items():
        assert isinstance(part[name.rstrip("_")], kind), name


CALM = all_no(
    pregnant(31, sites=["low_back"], worse_with=["bending"], better_with=["rest"], history=["back_pain_before"])
)
FEVER = pregnant(31, fever="yes", sites=["low_back"])
CASES = pytest.mark.parametrize(
    "case",
    [CALM, FEVER, pregnant(9), postpartum(2, baby_with_me="yes", birth="caesarean"), postpartum(80)],
    ids=["calm", "fever", "early", "after_birth", "later"],
)


@CASES
@pytest.mark.parametrize("unanswered", ["cautious", "no", "interviewed"])
class TestKeys:
    def test_of_the_whole(self, case: Case, unanswered: str) -> None:
        whole = report(case, unanswered)
        has(whole, carrywell=TEXT, knowledge=TEXT, care=dict, pain_class=dict, causes=LIST, plan=dict)
        has(whole, seek_help_if=LIST, recheck=dict)
        assert whole["carrywell"] == __version__
        assert whole["knowledge"] == open_engine().knowledge.version
        assert "private" not in whole
        assert json.loads(json.dumps(whole)) == whole

    def test_of_the_care(self, case: Case, unanswered: str) -> None:
        care = report(case, unanswered)["care"]
        has(care, level=TEXT, level_if_unanswered=TEXT, doors=LIST, say=TEXT, because=LIST)
        assert {care["level"], care["level_if_unanswered"]} <= {level.value for level in CareLevel}
        assert set(care["doors"]) <= {door.value for door in Door}
        for reason in care["because"]:
            has(reason, finding=TEXT, level=TEXT, with_=LIST, conditions=LIST, sources=LIST)

    def test_of_the_pain_class(self, case: Case, unanswered: str) -> None:
        found = report(case, unanswered)["pain_class"]
        has(found, likely=TEXT, also=LIST, for_=LIST, against=LIST)
        assert {found["likely"], *found["also"]} <= {*open_engine().knowledge.classes, "unclear"}

    def test_of_the_causes(self, case: Case, unanswered: str) -> None:
        causes = report(case, unanswered)["causes"]
        assert 1 <= len(causes) <= MOST_CAUSES == 3
        for cause in causes:
            has(cause, id=TEXT, says=TEXT, share=TEXT_OR_NONE, strength=TEXT, sources=LIST)

    def test_of_the_plan(self, case: Case, unanswered: str) -> None:
        plan = report(case, unanswered)["plan"]
        topics = (
            "today", "hand_over", "posture", "sleep", "movement", "relief", "equipment", "nutrition", "partner",
            "baby_care", "not_for_you",
        )  # fmt: skip
        assert set(topics) <= set(plan)
        for topic in topics:
            for entry in plan[topic]:
                has(entry, id=TEXT, kind=TEXT, says=TEXT, strength=TEXT, sources=LIST)
                assert entry["kind"] in ("do", "limit", "avoid")
        for entry in plan["not_for_you"]:
            assert entry["kind"] == "do"
            assert entry["because"]

    def test_of_what_comes_next(self, case: Case, unanswered: str) -> None:
        whole = report(case, unanswered)
        assert len(whole["seek_help_if"]) == MOST_SIGNS == 5
        has(whole["recheck"], in_hours=WHOLE, why=TEXT)


class TestCare:
    def test_every_reason_says_which_rule_decided_and_on_what_ground(self) -> None:
        care = report(FEVER)["care"]
        assert (care["level"], care["doors"]) == ("same_day_maternity", ["maternity_unit"])
        (reason,) = care["because"]
        assert (reason["finding"], reason["level"], reason["with"]) == ("fever", "same_day_maternity", [])
        assert "pyelonephritis" in reason["conditions"]
        assert set(reason["sources"]) <= set(open_engine().knowledge.sources)
        assert reason["answer"] == "yes"

    def test_a_raise_names_what_was_with_it(self) -> None:
        because = report(pregnant(31, fever="yes", shaking_chills="yes"))["care"]["because"]
        assert {"shaking_chills"} in [set(reason["with"]) for reason in because if reason["finding"] == "fever"]

    def test_a_combination_is_named_where_no_finding_is(self) -> None:
        because = report(pregnant(31, high_blood_pressure="yes", blood_pressure_upper=175))["care"]["because"]
        assert "blood_pressure_severe" in [reason["finding"] for reason in because]

    def test_what_silence_counted_as_is_told(self) -> None:
        cautious, as_no = report(FEVER, "cautious")["care"], report(FEVER, "no")["care"]
        assert (cautious["unanswered_counts_as"], cautious["level"]) == ("cautious", "emergency_now")
        assert (as_no["unanswered_counts_as"], as_no["level"]) == ("no", "same_day_maternity")
        assert as_no["level_if_unanswered"] == cautious["level_if_unanswered"] == "emergency_now"
        assert as_no["level_by_answers"] == cautious["level_by_answers"] == "same_day_maternity"

    def test_self_care_has_no_door_and_no_reason(self) -> None:
        care = report(CALM)["care"]
        assert (care["level"], care["doors"], care["because"]) == ("self_care", [], [])


class TestPainClass:
    def test_a_likely_one_says_what_speaks_for_it(self) -> None:
        found = report(CALM)["pain_class"]
        assert found["likely"] == "lumbar"
        assert found["for"]
        assert found["says"] == open_engine().knowledge.classes["lumbar"].is_.english
        assert found["strength"]
        assert found["sources"]

    def test_what_speaks_against_it_is_told(self) -> None:
        found = report(pregnant(31, sites=["low_back"], worse_with=["bending"], night_rest_pain="yes"))["pain_class"]
        assert found["likely"] == "lumbar"
        assert found["against"]

    def test_without_a_likely_one_it_is_unclear_and_that_is_said(self) -> None:
        found = report(pregnant(31))["pain_class"]
        assert (found["likely"], found["for"], found["against"]) == ("unclear", [], [])
        assert found["says"] == open_engine().voice().phrase("result.unclear")
        assert found["strength"] is None


class TestPlan:
    def entries(self, plan: dict[str, Any]) -> list[str]:
        return [
            entry["id"] for topic, entries in plan.items() if topic not in ("today", "not_for_you") for entry in entries
        ]

    def test_nothing_stands_in_two_topics(self) -> None:
        entries = self.entries(report(CALM)["plan"])
        assert entries
        assert len(entries) == len(set(entries))

    def test_three_for_today_and_each_stands_in_its_topic_too(self) -> None:
        plan = report(CALM)["plan"]
        today = [entry["id"] for entry in plan["today"]]
        assert len(today) == 3
        assert set(today) <= set(self.entries(plan))

    def test_what_was_left_out_names_the_answer_that_did_it(self) -> None:
        case = all_no(pregnant(31, sites=["low_back"], weak_cervix="yes"))
        because = [reason for entry in report(case)["plan"]["not_for_you"] for reason in entry["because"]]
        assert {"fact": "weak_cervix", "answer": "yes"}.items() <= because[0].items()
        line = next(
            line for line in open_engine().knowledge.gates["exercise"].not_when if line.when == Fact("weak_cervix")
        )
        assert line.says.english in [reason["says"] for reason in because]
        assert because[0]["ask_first"] is False

    def test_or_that_it_is_not_known(self) -> None:
        not_for_you = report(pregnant(31, sites=["low_back"]), "interviewed")["plan"]["not_for_you"]
        answers = {reason["answer"] for entry in not_for_you for reason in entry["because"]}
        assert "not known" in answers

    def test_or_that_the_level_did_it(self) -> None:
        not_for_you = report(FEVER)["plan"]["not_for_you"]
        assert not_for_you
        for entry in not_for_you:
            (reason,) = entry["because"]
            assert reason == {
                "level": "same_day_maternity",
                "says": open_engine().voice().phrase("result.left_out_by_level"),
            }


class TestPrivate:
    CASE = pregnant(31, fever="yes", self_harm_thoughts="yes")

    def test_is_added_only_when_it_is_asked_for(self) -> None:
        asked = report(self.CASE, private=True)
        (result,) = asked["private"]
        assert result["id"] == "self_harm_now"
        has(result, says=TEXT, do=TEXT)
        del asked["private"]
        assert asked == report(self.CASE)

    def test_else_nothing_of_it_is_anywhere(self) -> None:
        engine = open_engine()
        written = json.dumps(report(self.CASE))
        assert written == json.dumps(report(FEVER.model_copy(update={"pain": self.CASE.pain})))
        for name, finding in engine.knowledge.findings.items():
            assert not (finding.private and f'"{name}"' in written)

    def test_without_such_answers_it_is_empty(self) -> None:
        assert report(FEVER, private=True)["private"] == []
