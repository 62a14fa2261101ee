from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.response_file import Response, read_case_or_response_file, read_response_text
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.report.fhir_response import response
from tests.lib.deciding import read
from tests.lib.drawn_cases import drawn_cases

Json = dict[str, Any]

KNOWLEDGE = open_engine().knowledge
FORM = questions_as_fhir(open_engine())
ANSWERS, VALUES = "urn:carrywell:answers", "urn:carrywell:values"
CASES = 20


def coded(link: str, code: str, system: str = ANSWERS) -> Json:
    return {"linkId": link, "answer": [{"valueCoding": {"system": system, "code": code}}]}


def said(*items: Json, **more: Any) -> Json:
    about = {"linkId": "about", "item": [{"linkId": "about.weeks_pregnant", "answer": [{"valueDecimal": 30}]}]}
    group = {"linkId": "screen.now", "item": list(items)}
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "urn:carrywell:questionnaire|2026.11",
        "status": "completed",
        "item": [about, *([group] if items else [])],
        **more,
    }


def reading(resource: Any) -> Response:
    return read_response_text("sent.json", json.dumps(resource, indent=1), KNOWLEDGE)


def refusal(resource: Any) -> str:
    with pytest.raises(Faulty) as refused:
        reading(resource)
    return str(refused.value)


def as_written(case: Case) -> Json:
    """As a case file, without what a response can only leave out: a list of nothing, and a number she does not know."""
    numbers = {name for name, finding in KNOWLEDGE.findings.items() if finding.asks_for == "number"}
    private = {name for name, finding in KNOWLEDGE.findings.items() if finding.private}
    written: Json = case.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    answers = written.pop("answers", {})
    kept = {
        name: value
        for name, value in answers.items()
        if name not in private and not (name in numbers and value == Answer.UNSURE)
    }
    pain = {key: value for key, value in written.pop("pain", {}).items() if value != []}
    parts = {"answers": kept, "pain": pain, **written}
    return {key: value for key, value in parts.items() if value not in ([], {})}


def test_what_is_written_is_read_back() -> None:
    told = 0
    for drawn in drawn_cases(CASES):
        case = read(drawn)
        back = reading(response(FORM, case, KNOWLEDGE)).case
        assert as_written(back) == as_written(case)
        told += len(case.answers)
    assert told > CASES


def test_who_when_and_what_was_asked() -> None:
    found = reading(
        said(
            coded("fever", "yes"),
            subject={"reference": "Patient/17", "display": "A name"},
            authored="2026-11-22T23:10:00+01:00",
            extension=[
                {"url": "urn:carrywell:unanswered", "valueCode": "asked"},
                {"url": "urn:other", "valueCode": "x"},
            ],
        )
    )
    assert (found.subject, found.asked) == ("Patient/17", "asked")
    assert str(found.case.asked_on) == "2026-11-22"
    assert found.case.answers == {"fever": Answer.YES}


def test_an_ability_has_codes_of_its_own() -> None:
    assert reading(said(coded("cannot_walk", "unable"))).case.answers["cannot_walk"] is Answer.YES
    assert "able, unable" in refusal(said(coded("cannot_walk", "yes"))) or "unable" in refusal(
        said(coded("cannot_walk", "yes"))
    )


def test_an_answer_within_an_answer_is_read_too() -> None:
    outer = coded("ill", "yes")
    outer["answer"][0]["item"] = [coded("fever", "yes")]
    assert reading(said(outer)).case.answers == {"ill": Answer.YES, "fever": Answer.YES}


def test_what_only_the_sender_needs_is_passed_over() -> None:
    shown = {"linkId": "fever.1", "text": "How can I tell?"}
    item = coded("fever", "no") | {"text": "Do you have a fever? \U0001f321", "extension": [{"url": "urn:x"}]}
    found = reading(said(item | {"item": [shown]}, id="17", meta={"versionId": "1"}, author={"reference": "Patient/1"}))
    assert found.case.answers == {"fever": Answer.NO}


@pytest.mark.parametrize(
    ("resource", "says"),
    [
        ([], "no QuestionnaireResponse"),
        ({"resourceType": "Patient"}, "no QuestionnaireResponse"),
        (said(status="in-progress"), "status: found 'in-progress'; allowed: completed, amended"),
        (said(status="entered-in-error"), "allowed: completed, amended"),
        (said(questionnaire="urn:other"), "questionnaire: found 'urn:other'; allowed: urn:carrywell:questionnaire"),
        (said(implicitRules="urn:x"), "implicitRules may change what an answer means"),
        (said(coded("fever", "no") | {"modifierExtension": [{"url": "urn:x"}]}), "modifierExtension may change"),
        (said(coded("fevr", "no")), "unknown linkId 'fevr'"),
        (said({"linkId": "fevr"}), "unknown linkId 'fevr'"),
        (said(coded("fever", "maybe")), "allowed: valueCoding with a code out of yes, no, unsure"),
        (said(coded("fever", "rather-not-say")), "allowed: valueCoding with a code out of yes, no, unsure"),
        (said(coded("fever", "no", "http://snomed.info/sct")), "found the system 'http://snomed.info/sct'"),
        (said({"linkId": "fever", "answer": [{"valueBoolean": True}]}), "found {'valueBoolean': True}"),
        (said({"linkId": "fever", "answer": []}), "allowed: a list of answers"),
        (said({"linkId": "fever", "answer": ["yes"]}), "allowed: an answer with a value[x]"),
        (said(coded("fever", "no"), coded("fever", "yes")), "the item 'fever' stands twice"),
        (said({"linkId": "fever", "answer": coded("fever", "no")["answer"] * 2}), "2 answers; allowed is one"),
        (said({"linkId": "pain.now", "answer": [{"valueDecimal": 5.5}]}), "allowed: valueInteger"),
        (
            said({"linkId": "pain.now", "answer": [{"valueInteger": 11}]}),
            "pain.now: found '11'; allowed: less than or equal to 10",
        ),
        (said({"linkId": "pain.now", "answer": [{"valueInteger": True}]}), "allowed: valueInteger"),
        (said({"linkId": "blood_pressure_upper", "answer": [{"valueDecimal": 900}]}), "a number from 60 to 260"),
        (said({"linkId": "day.mopping", "answer": [{"valueDecimal": 2000}]}), "mopping: found"),
        (said({"answer": [{"valueInteger": 1}]}), "an item without a linkId"),
        (said(item={"linkId": "about"}), "allowed: a list"),
        (said(item=[]), "the key 'about' is missing"),
        (said(authored="2026-11"), "at least to the day"),
        (said(authored="2026-02-30"), "asked_on"),
        (said(subject={"reference": "Patient/17?name=x"}), "a reference such as Patient/17"),
        (said(subject={"reference": 17}), "a reference such as Patient/17"),
        (said(extension=[{"url": "urn:carrywell:unanswered", "valueCode": "no"}]), "allowed: asked, interviewed"),
    ],
)
def test_what_is_refused(resource: Any, says: str) -> None:
    assert says in refusal(resource)


def test_every_private_question_is_refused_as_unknown() -> None:
    private = [finding.id for finding in KNOWLEDGE.findings.values() if finding.private]
    assert private
    assert all(f"unknown linkId '{name}'" in refusal(said(coded(name, "yes"))) for name in private)


def test_a_fault_names_its_place() -> None:
    assert refusal(said(coded("fever", "maybe"))).startswith("sent.json:25:")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace('"status"', '"status": "amended", "status"'), "stands twice"),
        (lambda text: text[:-1], "not JSON"),
        (lambda text: text.replace("30", "NaN"), "finite"),
        (lambda text: "[" * 60 + text + "]" * 60, "nested too deeply"),
        (lambda text: "[" * 100_000, "nested too deeply"),
    ],
)
def test_a_text_that_is_no_resource(change: Callable[[str], str], says: str) -> None:
    with pytest.raises(Faulty, match=says):
        read_response_text("sent.json", change(json.dumps(said())), KNOWLEDGE)


def test_a_case_file_is_read_as_before(tmp_path: Path) -> None:
    for name, text in (("a.yaml", "about: {weeks_pregnant: 30}"), ("b.json", '{"about": {"weeks_pregnant": 30}}')):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = read_case_or_response_file(tmp_path / name, KNOWLEDGE)
        assert (found.case.about.weeks_pregnant, found.subject, found.asked) == (30, None, None)
    (tmp_path / "c.json").write_text(json.dumps(said(coded("fever", "yes"))), encoding="utf-8")
    assert read_case_or_response_file(tmp_path / "c.json", KNOWLEDGE).case.answers == {"fever": Answer.YES}
