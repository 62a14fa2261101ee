"""Every resource that goes out is valid FHIR R4 by the judges of tests/lib/fhir_validity.py, and these see faults."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.app.fhir import check_as_fhir
from carrywell.app.result import Check
from carrywell.knowledge.case_file import read_case_file
from carrywell.model.text import LANGUAGES
from tests.lib.deciding import read
from tests.lib.drawn_cases import drawn_cases
from tests.lib.fhir_validity import faults, references, resources
from tests.lib.tree import ROOT

Json = dict[str, Any]

ENGINE = open_engine()
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
SADDLE = ROOT / "examples" / "numb-saddle-after-birth.yaml"
CASES = 10
SOME_TIME = "2026-11-22T10:00:00Z"


@cache
def of_saddle() -> Json:
    return check_as_fhir(ENGINE, "en", Check((read_case_file(SADDLE, ENGINE.knowledge),)), recorded=SOME_TIME)


def one(kind: str) -> Json:
    """A resource of this kind, to plant a fault in."""
    if kind == "Questionnaire":
        return copy.deepcopy(questions_as_fhir(ENGINE))
    if kind == "Bundle":
        return copy.deepcopy(of_saddle())
    return copy.deepcopy(next(found for found in resources(of_saddle()) if found["resourceType"] == kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_valid(language: str) -> None:
    assert faults(questions_as_fhir(ENGINE, language)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_bundle_of_an_example_is_valid(path: Any) -> None:
    bundle = check_as_fhir(ENGINE, "en", Check((read_case_file(path, ENGINE.knowledge),), "asked"))
    assert faults(bundle) == []


def test_the_bundle_of_any_case_is_valid_and_refers_only_to_what_is_in_it() -> None:
    for case in drawn_cases(CASES):
        bundle = check_as_fhir(ENGINE, "zh-Hans", Check((read(case),)), recorded=SOME_TIME)
        assert faults(bundle) == [], case
        assert set(references(bundle)) <= {entry["fullUrl"] for entry in bundle["entry"]}, case


def first_item(resource: Json) -> Json:
    return resource["item"][0]["item"][0]


def plant(kind: str, change: Callable[[Json], Any]) -> Json:
    resource = one(kind)
    change(resource)
    return resource


def without(key: str) -> Callable[[Json], Any]:
    return lambda resource: resource.pop(key)


def with_(**values: Any) -> Callable[[Json], Any]:
    return lambda resource: resource.update(values)


def in_item(**values: Any) -> Callable[[Json], Any]:
    return lambda resource: first_item(resource).update(values)


# One fault each; those that somebody might make, and all those by which libraries were compared (decision 18).
PLANTED: dict[str, tuple[str, Callable[[Json], Any]]] = {
    "a status that there is not": ("QuestionnaireResponse", with_(status="nope")),
    "a misspelt type of item": ("Questionnaire", in_item(type="bolean")),
    "a status of an observation that there is not": ("Observation", with_(status="done")),
    "a status of a flag that there is not": ("Flag", with_(status="severe")),
    "an intent that there is not": ("CarePlan", with_(intent="wish")),
    "no intent": ("CarePlan", without("intent")),
    "an item without linkId": ("QuestionnaireResponse", lambda found: first_item(found).pop("linkId")),
    "an observation without a code": ("Observation", without("code")),
    "two values": ("Observation", with_(valueString="5")),
    "an element that there is not": ("Flag", with_(urgency="high")),
    "one where a list is expected": ("CarePlan", with_(note={"text": "x"})),
    "a list where one is expected": ("Flag", with_(code=[{"text": "x"}])),
    "a day that there is not": ("CarePlan", with_(created="2026-13-45")),
    "a date in words": ("QuestionnaireResponse", with_(authored="yesterday")),
    "que-1: a group of nothing": ("Questionnaire", lambda found: found["item"][0].pop("item")),
    "que-2: a linkId twice": ("Questionnaire", lambda found: found["item"].append(found["item"][-1])),
    "que-7: exists with a word": (
        "Questionnaire",
        in_item(enableWhen=[{"question": "about.babies", "operator": "exists", "answerString": "x"}]),
    ),
    "qrs-1: answer and item": (
        "QuestionnaireResponse",
        in_item(item=[{"linkId": "x", "answer": [{"valueString": "y"}]}]),
    ),
    "an answer twice": ("QuestionnaireResponse", lambda found: found["item"].append(found["item"][0])),
    "an item that says nothing": ("QuestionnaireResponse", lambda found: first_item(found).pop("answer")),
    "a flag about nobody": ("Flag", without("subject")),
    "no agent": ("Provenance", without("agent")),
    "no target": ("Provenance", without("target")),
    "no word on when": ("Provenance", without("recorded")),
    "a role that there is not": ("Provenance", lambda found: found["entity"][0].update(role="cause")),
    "a value in words where it is coded": (
        "Observation",
        lambda found: found.update(valueCodeableConcept="x") or found.pop("valueQuantity"),
    ),
    "a type of bundle that there is not": ("Bundle", with_(type="heap")),
    "an address twice": ("Bundle", lambda found: found["entry"].append(found["entry"][0])),
    "a resource of no type": ("Bundle", lambda found: found["entry"][0].update(resource={"resourceType": "Woman"})),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    """In resources that are valid without it, as the tests above say."""
    kind, change = PLANTED[fault]
    assert faults(plant(kind, change)), f"nobody sees: {fault}"


def test_the_private_track_is_in_no_resource() -> None:
    """With every private question answered yes, one after another and all at once."""
    private = [finding for finding in ENGINE.knowledge.findings.values() if finding.private]
    assert private
    words = {finding.id for finding in private} | {
        text.english for finding in private for text in (finding.ask, finding.me, finding.tell, finding.why)
    }
    words |= set(ENGINE.knowledge.private)
    words |= {text.english for result in ENGINE.knowledge.private.values() for text in (result.says, result.do)}
    said = [{finding.id: "yes"} for finding in private] + [{finding.id: "yes" for finding in private}]
    for answers in said:
        case = read({"about": {"weeks_pregnant": 30}, "answers": answers})
        written = json.dumps(check_as_fhir(ENGINE, "en", Check((case,))), ensure_ascii=False)
        assert [word for word in words if word in written] == []
    assert [word for word in words if word in json.dumps(questions_as_fhir(ENGINE), ensure_ascii=False)] == []


def test_a_private_answer_changes_nothing_in_the_bundle() -> None:
    plain = read({"about": {"weeks_pregnant": 30}})
    private = [finding.id for finding in ENGINE.knowledge.findings.values() if finding.private]
    told = read({"about": {"weeks_pregnant": 30}, "answers": dict.fromkeys(private, "yes")})
    of_plain, of_told = (check_as_fhir(ENGINE, "en", Check((case,))) for case in (plain, told))
    assert of_told == of_plain
