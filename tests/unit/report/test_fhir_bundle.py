from __future__ import annotations

from functools import cache
from typing import Any

from carrywell.app.engine import open_engine
from carrywell.app.fhir import check_as_fhir
from carrywell.app.result import Check, as_json, decide
from carrywell.model.case import Case
from carrywell.report.as_json import TOPICS
from tests.lib.deciding import read

Json = dict[str, Any]

ENGINE = open_engine()
SADDLE = {
    "asked_on": "2026-11-22",
    "about": {"weeks_pregnant": 31.5, "height_cm": 163, "weight_kg": 70, "births_before": 0},
    "answers": {"saddle_numbness": "yes", "fever": "unsure", "blood_pressure_upper": 120, "blood_pressure_lower": 70},
    "pain": {"sites": ["low_back"], "now": 6},
}
CALM = {"about": {"weeks_pregnant": 20}, "pain": {"sites": ["low_back"], "now": 2, "worse_with": ["standing_long"]}}


@cache
def case_of(kind: str) -> Case:
    return read({"saddle": SADDLE, "calm": CALM}[kind])


def bundle(kind: str = "saddle", unanswered: Any = "cautious", **more: Any) -> Json:
    return check_as_fhir(ENGINE, "en", Check((case_of(kind),), unanswered), **more)


def of_type(found: Json, kind: str) -> list[Json]:
    return [entry["resource"] for entry in found["entry"] if entry["resource"]["resourceType"] == kind]


def coding(found: Json) -> tuple[str, str]:
    return found["code"]["coding"][0]["system"], found["code"]["coding"][0]["code"]


def test_measurements_carry_their_loinc_code_and_unit() -> None:
    shown = {
        coding(one)[1]: (one["valueQuantity"]["value"], one["valueQuantity"]["code"])
        for one in of_type(bundle(), "Observation")
        if coding(one)[0] == "http://loinc.org" and "valueQuantity" in one
    }
    assert shown == {
        "18185-9": (31.5, "wk"),
        "8302-2": (163, "cm"),
        "29463-7": (70, "kg"),
        "11977-6": (0, "{#}"),
        "72514-3": (6, "{score}"),
    }


def test_blood_pressure_is_one_observation_of_two_parts() -> None:
    (pressure,) = [one for one in of_type(bundle(), "Observation") if coding(one)[1] == "85354-9"]
    parts = {part["code"]["coding"][0]["code"]: part["valueQuantity"]["value"] for part in pressure["component"]}
    assert parts == {"8480-6": 120, "8462-4": 70}


def test_the_level_and_the_class_are_those_of_the_result() -> None:
    report = as_json(ENGINE, ENGINE.voice(), decide(ENGINE, ENGINE.voice(), Check((case_of("saddle"),))))
    decided = {coding(one)[1]: one for one in of_type(bundle(), "Observation")}
    assert decided["care-level"]["valueCodeableConcept"]["coding"][0]["display"] == report["care"]["level"]
    assert decided["pain-class"]["valueCodeableConcept"]["coding"][0]["display"] == report["pain_class"]["likely"]
    (plan,) = of_type(bundle(), "CarePlan")
    assert plan["title"] == report["care"]["title"]
    wanted = {entry["id"].replace("_", "-") for topic in ("today", *TOPICS) for entry in report["plan"][topic]}
    assert {one["detail"]["code"]["coding"][0]["code"] for one in plan["activity"]} == wanted


def test_a_flag_for_each_sign_that_she_has_or_may_have_and_none_for_silence() -> None:
    flagged = {flag["code"]["coding"][0]["code"] for flag in of_type(bundle(), "Flag")}
    assert flagged == {"saddle_numbness"}  # not the fever that she is unsure of together with what was not asked
    assert of_type(bundle("calm"), "Flag") == []
    assert of_type(bundle("calm"), "CarePlan")[0]["title"] == "Get help now"
    notes = [note["text"] for note in of_type(bundle("calm"), "CarePlan")[0]["note"]]
    assert any("questions are still open" in note for note in notes)
    assert not any("questions are still open" in note["text"] for note in of_type(bundle(), "CarePlan")[0]["note"])


def test_what_is_to_be_avoided_says_so_to_a_machine() -> None:
    avoided = [one["detail"] for one in of_type(bundle(), "CarePlan")[0]["activity"] if one["detail"]["doNotPerform"]]
    kinds = {advice.id.replace("_", "-"): advice.kind for advice in ENGINE.knowledge.advice.values()}
    assert avoided
    assert {kinds[one["code"]["coding"][0]["code"]] for one in avoided} == {"avoid"}


def test_the_plan_is_a_proposal_that_no_clinician_has_seen() -> None:
    (plan,) = of_type(bundle(), "CarePlan")
    assert (plan["status"], plan["intent"]) == ("draft", "proposal")
    assert "No clinician has reviewed" in plan["description"]


def test_the_provenance_names_program_knowledge_and_source() -> None:
    found = bundle(recorded="2026-11-22T10:00:00Z")
    (provenance,) = of_type(found, "Provenance")
    answered = next(
        one["fullUrl"] for one in found["entry"] if one["resource"]["resourceType"] == "QuestionnaireResponse"
    )
    assert provenance["recorded"] == "2026-11-22T10:00:00Z"
    assert provenance["agent"][0]["who"]["display"].startswith("Carrywell ")
    assert [entity["role"] for entity in provenance["entity"]] == ["source", "derivation"]
    assert provenance["entity"][0]["what"]["reference"] == answered
    assert provenance["entity"][1]["what"]["identifier"]["value"] == ENGINE.knowledge.digests.whole
    assert "reviewed: none yet" in provenance["entity"][1]["what"]["display"]
    assert "recorded" not in of_type(bundle(), "Provenance")[0]


def test_whom_it_is_about() -> None:
    assert of_type(bundle(), "Patient") == [{"resourceType": "Patient", "active": True}]
    hers = bundle(patient="Patient/17")
    assert of_type(hers, "Patient") == []
    subjects = [one["resource"]["subject"] for one in hers["entry"] if "subject" in one["resource"]]
    assert subjects == [{"reference": "Patient/17"}] * (len(hers["entry"]) - 1)


def test_the_same_gives_the_same_and_another_woman_other_addresses() -> None:
    assert bundle() == bundle()
    addresses = {entry["fullUrl"] for entry in bundle(patient="Patient/1")["entry"]}
    assert addresses.isdisjoint(entry["fullUrl"] for entry in bundle(patient="Patient/2")["entry"])


def test_several_moments_are_several_responses_in_order_of_time() -> None:
    later = read({**SADDLE, "asked_on": "2026-11-29", "about": {"weeks_pregnant": 32.5}})
    found = check_as_fhir(ENGINE, "en", Check((later, case_of("saddle"))))
    answered = of_type(found, "QuestionnaireResponse")
    assert [one["authored"] for one in answered] == ["2026-11-22", "2026-11-29"]
    weeks = [one for one in of_type(found, "Observation") if coding(one)[1] == "18185-9"]
    assert [one["valueQuantity"]["value"] for one in weeks] == [32.5]


def test_that_she_was_asked_all_that_mattered_is_said_in_the_response() -> None:
    (answered,) = of_type(bundle("calm", "asked"), "QuestionnaireResponse")
    assert answered["extension"] == [{"url": "urn:carrywell:unanswered", "valueCode": "asked"}]
    assert "extension" not in of_type(bundle("calm", "no"), "QuestionnaireResponse")[0]
