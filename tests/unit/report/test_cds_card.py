from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.fhir import cds_cards, cds_service, check_of
from carrywell.knowledge.response_file import Response
from carrywell.model.care import CareLevel, Speed
from carrywell.model.text import LANGUAGES
from carrywell.report.cds_card import LONGEST_SUMMARY, card
from tests.lib.deciding import read, reported

ENGINE = open_engine()
WANTED = {Speed.NOW: "critical", Speed.TODAY: "warning", Speed.TWO_DAYS: "warning"}


def response(asked: Any = None, **case: Any) -> Response:
    return Response(read({"about": {"weeks_pregnant": 30}, **case}), "Patient/1", asked)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", CareLevel)
def test_each_level_has_its_indicator_and_a_short_summary(level: CareLevel, language: str) -> None:
    voice = ENGINE.voice(language)
    report = reported({"about": {"weeks_pregnant": 30}})
    care = report["care"] | {"level": level.value, "title": voice(ENGINE.knowledge.care_levels[level].title)}
    shown = card(report | {"care": care}, None, voice)
    assert shown["indicator"] == WANTED.get(level.speed, "info")
    assert care["title"] in shown["summary"]
    assert len(shown["summary"]) < LONGEST_SUMMARY


def test_the_card_says_when_she_answered_and_what() -> None:
    (shown,) = cds_cards(ENGINE, "en", [response(asked_on="2026-11-22", answers={"fluid_leak": "yes"})])
    assert shown["detail"].startswith("2026-11-22\n\n")
    assert "questions are still open" in shown["detail"]
    assert shown["source"]["label"].startswith("Carrywell ")


def test_what_she_was_asked_through_counts_as_asked() -> None:
    (shown,) = cds_cards(ENGINE, "en", [response("asked", answers={"fluid_leak": "yes"})])
    assert shown["indicator"] == "warning"
    assert "questions are still open" not in shown["detail"]
    assert ENGINE.knowledge.findings["fluid_leak"].me.english in shown["detail"]


def test_no_answers_no_card() -> None:
    assert cds_cards(ENGINE, "en", []) == []


def test_an_earlier_sign_still_counts_in_whatever_order_the_record_gives_them() -> None:
    earlier = response("asked", asked_on="2026-11-20", answers={"saddle_numbness": "yes"})
    later = response("asked", asked_on="2026-11-21", answers={"fever": "no"})
    for order in ([earlier, later], [later, earlier]):
        (shown,) = cds_cards(ENGINE, "en", order)
        assert shown["indicator"] == "critical"
        assert shown["detail"].startswith("2026-11-21")


def test_what_silence_counts_as_is_what_the_latest_says_whatever_the_order() -> None:
    asked = response("asked", asked_on="2026-11-21")
    open_before = response(None, asked_on="2026-11-20")
    assert check_of([asked, open_before]).unanswered == "asked"
    assert check_of([open_before, response(None, asked_on="2026-11-22"), asked]).unanswered == "cautious"
    assert check_of([response("asked"), response(None)]).unanswered == "cautious"
    assert check_of([asked], "no").unanswered == "no"


def test_answers_that_cannot_be_of_this_pregnancy_are_left_out() -> None:
    earlier = response("asked", asked_on="2024-01-01", answers={"saddle_numbness": "yes"})
    later = Response(read({"asked_on": "2026-11-21", "about": {"weeks_pregnant": 20}}), "Patient/1", "asked")
    (shown,) = cds_cards(ENGINE, "en", [earlier, later])
    assert shown["indicator"] != "critical"


def test_the_service_asks_for_the_answers_of_the_patient_in_view() -> None:
    service = cds_service(ENGINE, "en")
    assert (service["hook"], service["id"]) == ("patient-view", "back-pain-in-pregnancy")
    assert "subject=Patient/{{context.patientId}}" in service["prefetch"]["responses"]
