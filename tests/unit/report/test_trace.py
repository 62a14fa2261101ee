from __future__ import annotations

import json

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.answer import Answer
from carrywell.model.case import Case, Pain
from carrywell.report.trace import Origin, case_as_json, private_trace, trace
from tests.lib.cases import also, postpartum, pregnant

KNOWLEDGE = open_engine().knowledge


def read_again(case: Case) -> Case:
    return read_case_text("case.json", json.dumps(case_as_json(case, KNOWLEDGE)), KNOWLEDGE)


class TestCase:
    @pytest.mark.parametrize(
        "case",
        [
            pregnant(31),
            pregnant(31.5, fever="yes", vomiting="unsure", blood_pressure_upper=150.5, asked_on="2026-11-22"),
            pregnant(9, sites=["low_back"], now=0, worse_with=[], started_weeks_ago=0.5, history=[], day={}),
            postpartum(3, birth="caesarean", baby_with_me="rather_not_say", births_before=0, day={"mopping": 30}),
        ],
    )
    def test_is_the_same_case_when_it_is_read_again(self, case: Case) -> None:
        again = read_again(case)
        assert again == case
        assert again.pain.model_fields_set == case.pain.model_fields_set

    def test_nothing_makes_it_worse_is_an_answer_and_stays_one(self) -> None:
        assert case_as_json(pregnant(31, worse_with=[]), KNOWLEDGE)["pain"] == {"worse_with": []}
        assert read_again(pregnant(31, history=[])).model_fields_set == {"about", "history"}
        assert read_again(pregnant(31)).model_fields_set == {"about"}

    def test_what_a_form_left_open_is_left_out(self) -> None:
        case = pregnant(31).model_copy(update={"pain": Pain(now=3, onset=None, course=None)})
        assert case_as_json(case, KNOWLEDGE)["pain"] == {"now": 3}

    def test_private_answers_leave_no_mark(self) -> None:
        silent = pregnant(31)
        assert case_as_json(also(silent, self_harm_thoughts="yes"), KNOWLEDGE) == case_as_json(silent, KNOWLEDGE)
        told = also(pregnant(31, fever="no"), unsafe_at_home="rather_not_say")
        assert case_as_json(told, KNOWLEDGE)["answers"] == {"fever": "no"}

    def test_intimate_answers_are_part_of_it(self) -> None:
        intimate = next(name for name, one in KNOWLEDGE.findings.items() if one.intimate and not one.private)
        case = also(pregnant(31), **{intimate: "rather_not_say"})
        assert case_as_json(case, KNOWLEDGE)["answers"] == {intimate: "rather_not_say"}


class TestTrace:
    def test_names_the_whole_content_and_each_item_in_short(self) -> None:
        found = trace(Origin((pregnant(31),)), "no", ["findings/fever", "doors/ambulance"], KNOWLEDGE)
        digests = KNOWLEDGE.digests
        assert found["knowledge_digest"] == digests.whole
        assert found["items"] == {name: digests.items[name][:12] for name in ("findings/fever", "doors/ambulance")}
        assert (found["unanswered"], found["case"]) == ("no", {"about": {"weeks_pregnant": 31.0}})

    def test_of_several_moments(self) -> None:
        found = trace(Origin((pregnant(31), pregnant(32))), "no", [], KNOWLEDGE)
        assert "case" not in found
        assert [moment["about"]["weeks_pregnant"] for moment in found["moments"]] == [31, 32]


class TestPrivateTrace:
    def test_holds_the_private_answers_of_that_result_and_no_others(self) -> None:
        case = pregnant(31, unsafe_at_home="yes", injury="yes", self_harm_thoughts="unsure")
        found = private_trace(KNOWLEDGE.private["unsafe_and_hurt"], case, KNOWLEDGE)
        assert case.answers["injury"] is Answer.YES
        assert found["answers"] == {"unsafe_at_home": "yes"}
        assert found["digest"] == KNOWLEDGE.digests.short_of("private/unsafe_and_hurt")
