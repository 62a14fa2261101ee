"""The interface describes itself: what it says of each operation is so."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.web.api.openapi import example
from carrywell.web.api.operations import api
from tests.lib.http_interface import ask, forget_requests, get

DOCUMENT = get("openapi.json", key=None).json()
OPERATIONS = [
    (address, method, operation)
    for address, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    forget_requests()


def test_every_operation_is_described_with_the_statuses_it_can_have() -> None:
    assert {operation["operationId"] for _, _, operation in OPERATIONS} == {
        "check", "next-question", "plan", "load-tasks", "load", "replay", "questionnaire", "bundle", "cds-services",
        "cds-service",
    }  # fmt: skip
    for address, method, operation in OPERATIONS:
        assert address.startswith("/api/v1/")
        wanted = {"200", "405", "429", "500"} | ({"400", "413", "415", "422"} if method == "post" else set())
        assert wanted <= set(operation["responses"]), address
        assert ("401" in operation["responses"]) == ("security" in operation), address


def test_every_reference_in_it_leads_somewhere() -> None:
    def references(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
            return own.union(*map(references, value.values()))
        return set().union(*map(references, value)) if isinstance(value, list) else set()

    for reference in references(DOCUMENT):
        _, section, kind, name = reference.split("/")
        assert name in DOCUMENT[section][kind], reference


@pytest.mark.parametrize("name", ["check", "next-question", "plan", "load", "replay", "bundle", "cds-service"])
def test_the_examples_are_what_the_program_answers(name: str) -> None:
    address = next(address for address, _, operation in OPERATIONS if operation["operationId"] == name)
    asked, told = example(name)
    assert ask(address.removeprefix("/api/v1/"), asked).json() == told


def test_the_findings_and_tasks_are_listed_in_the_shape_of_a_case() -> None:
    case = DOCUMENT["components"]["schemas"]["Case"]["properties"]
    assert set(open_engine().knowledge.findings) <= set(case["answers"]["propertyNames"]["enum"])
    assert set(case["day"]["propertyNames"]["enum"]) == set(open_engine().knowledge.tasks)


def test_no_page_of_documents_that_asks_others() -> None:
    assert api.docs_url is None
    assert get("docs").status_code == 404


def test_it_says_that_nobody_has_reviewed_it() -> None:
    assert "No clinician has reviewed" in DOCUMENT["info"]["description"]
    assert DOCUMENT["openapi"].startswith("3.1")
