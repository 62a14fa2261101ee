"""What a record system sends with a hook: only finished answers to our form, and only those of the patient in view."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.model.case import BETTER_WITH, HISTORY, SITES, WORSE_WITH
from carrywell.report.cds_card import MOST_RESPONSES
from carrywell.report.fhir_response import response
from carrywell.web.api.examples import REQUESTS, RESPONSE
from tests.lib.deciding import read
from tests.lib.http_interface import ask, forget_requests

HOOK = REQUESTS["cds-service"]


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    forget_requests()


def hooked(responses: Any, **more: Any) -> Any:
    return ask("cds-services/back-pain-in-pregnancy", {**HOOK, "prefetch": {"responses": responses}} | more)


def searchset(*resources: Any) -> Any:
    return {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": one} for one in resources]}


@pytest.mark.parametrize("sent", [RESPONSE, searchset(RESPONSE)])
def test_answers_in_a_searchset_or_by_themselves(sent: Any) -> None:
    assert len(hooked(sent).json()["cards"]) == 1


@pytest.mark.parametrize(
    "sent",
    [
        None,
        searchset(),
        {"resourceType": "Bundle", "entry": "x"},
        searchset({"resourceType": "OperationOutcome"}),
        searchset(RESPONSE | {"questionnaire": "urn:other"}),
        searchset(RESPONSE | {"status": "in-progress"}),
        searchset(RESPONSE | {"status": "entered-in-error"}),
    ],
)
def test_no_finished_answers_of_ours_no_card(sent: Any) -> None:
    answer = hooked(sent)
    assert (answer.status_code, answer.json()) == (200, {"cards": []})


@pytest.mark.parametrize(
    "subject", [None, {"reference": "Patient/18"}, {"reference": "Patient/170"}, {"reference": "Patient/x17"}]
)
def test_the_answers_of_another_woman_are_refused(subject: Any) -> None:
    other = {key: value for key, value in RESPONSE.items() if key != "subject"}
    answer = hooked(searchset(RESPONSE, other | ({"subject": subject} if subject else {})))
    assert answer.status_code == 422
    assert "allowed: the patient of the context, Patient/17" in answer.json()["errors"][0]["says"]


@pytest.mark.parametrize("prefetch", [{}, None, {"answers": RESPONSE}])
def test_nothing_prefetched(prefetch: Any) -> None:
    answer = ask("cds-services/back-pain-in-pregnancy", {**HOOK, "prefetch": prefetch})
    assert (answer.status_code, answer.json()["status"]) == (412, 412)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"prefetch": [RESPONSE]}, "allowed is an object with the key responses"),
        ({"hook": "order-sign"}, "hook: found 'order-sign'; allowed: patient-view"),
        ({"context": {}}, "context: allowed is an object with patientId"),
        ({"context": {"patientId": 17}}, "context: allowed is an object with patientId"),
    ],
)
def test_another_hook_or_nobody_in_view(more: Any, says: str) -> None:
    assert says in hooked(RESPONSE, **more).content.decode()


def test_as_many_answers_as_are_asked_for_fit_into_a_body() -> None:
    knowledge = open_engine().knowledge
    public = [finding for finding in knowledge.findings.values() if not finding.private]
    answers = {finding.id: finding.lowest if finding.asks_for == "number" else "no" for finding in public}
    pain = {"sites": list(SITES), "worse_with": list(WORSE_WITH), "better_with": list(BETTER_WITH), "now": 5}
    case = read({"about": {"weeks_pregnant": 30}, "answers": answers, "pain": pain, "history": list(HISTORY)})
    form = questions_as_fhir(open_engine())
    full = response(form, case, knowledge, {"reference": "Patient/17"})
    answer = hooked(searchset(*[full] * MOST_RESPONSES))
    assert (answer.status_code, len(answer.json().get("cards", ()))) == (200, 1)


def test_a_token_for_the_record_is_not_used_and_not_said_again() -> None:
    answer = hooked(RESPONSE, fhirServer="https://record.example", fhirAuthorization={"access_token": "secret-4711"})
    assert (answer.status_code, b"4711" in answer.content) == (200, False)
