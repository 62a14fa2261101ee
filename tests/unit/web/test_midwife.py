from __future__ import annotations

import json

import pytest
from django.test import Client

STATE = json.dumps({"case": {"about": {"weeks_pregnant": 26}, "answers": {"fever": "yes"}}, "trail": ["pregnant"]})


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="localhost")


def test_the_page_and_the_file_are_made_from_her_answers_and_kept_by_nobody(client: Client) -> None:
    page = client.post("/report", {"state": STATE})
    assert page.status_code == 200
    assert "I have a fever, or I feel hot and feverish." in page.content.decode()
    assert page["Cache-Control"] == "private, max-age=0"
    file = client.post("/report", {"state": STATE, "pdf": "1"})
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"].startswith('attachment; filename="carrywell-midwife-')
    assert file["Cache-Control"] == "no-store"
    assert file.content.startswith(b"%PDF-")


@pytest.mark.parametrize("state", ["", "{}", '{"case": null, "trail": []}', "["])
def test_without_answers_there_is_no_page(client: Client, state: str) -> None:
    assert client.post("/report", {"state": state}).status_code == 400


def test_it_is_never_asked_for_by_an_address_alone(client: Client) -> None:
    assert client.get("/report").status_code == 405
