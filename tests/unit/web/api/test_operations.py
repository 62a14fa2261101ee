"""What each address of the interface answers: the very JSON of the command line, and nothing kept."""

from __future__ import annotations

import io
import json
import logging
import sys
from typing import Any

import pytest
from click.testing import CliRunner

from carrywell.app.engine import open_engine
from carrywell.cli.main import main
from carrywell.web.api.examples import CASE, REQUESTS, RESPONSE
from tests.lib.http_interface import ask, forget_requests, get
from tests.lib.tree import ROOT

SADDLE = ROOT / "examples" / "numb-saddle-after-birth.yaml"
EMERGENCY = {"about": {"weeks_pregnant": 30}, "answers": {"saddle_numbness": "yes"}}
ADDRESSES = ("check", "next-question", "plan", "load", "fhir/Bundle", "cds-services/back-pain-in-pregnancy")
NAMES = dict(zip(ADDRESSES, ("check", "next-question", "plan", "load", "bundle", "cds-service"), strict=True))


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    forget_requests()


def said_by(command: str, case: Any, tmp_path: Any, *options: str) -> Any:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return json.loads(CliRunner().invoke(main, [command, str(path), "--json", "--lang", "en", *options]).stdout)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_example_is_answered_and_the_same_each_time(address: str) -> None:
    first, second = (ask(address, REQUESTS[NAMES[address]]) for _ in range(2))
    assert (first.status_code, first.content) == (200, second.content)
    assert (first["Cache-Control"], first["Content-Language"]) == ("no-store", "en")
    assert "Accept-Language" in first["Vary"]
    assert not first.cookies


def test_check_says_what_the_command_says(tmp_path: Any) -> None:
    assert ask("check", {"case": CASE}).json() == said_by("check", CASE, tmp_path)
    told = ask("check", {"case": CASE, "unanswered": "no"}).json()
    assert told == said_by("check", CASE, tmp_path, "--unanswered", "no")
    assert ask("check", {"case": CASE, "interview": True}).json() == said_by("check", CASE, tmp_path, "--interview")


def test_several_cases_are_one_woman_over_time() -> None:
    later = CASE | {"asked_on": "2026-11-29", "about": {"weeks_pregnant": 32}}
    told = ask("check", {"cases": [CASE, later], "unanswered": "no"}).json()
    assert len(told["sequence"]["levels"]) == 2
    backwards = ask("check", {"cases": [CASE, CASE | {"about": {"weeks_pregnant": 20}}]})
    assert backwards.status_code == 422
    assert "run backwards" in backwards.json()["errors"][0]["says"]


def test_a_response_is_checked_as_its_case_is() -> None:
    case = {"asked_on": "2026-11-22", "about": {"weeks_pregnant": 31}, "answers": {"fluid_leak": "yes"}}
    by_case, by_response = (ask("check", body).json() for body in ({"case": case}, {"response": RESPONSE}))
    assert by_response == by_case


def test_the_responses_of_two_women_are_not_made_one() -> None:
    other = RESPONSE | {"subject": {"reference": "Patient/18"}}
    for address in ("check", "fhir/Bundle"):
        answer = ask(address, {"responses": [RESPONSE, other]})
        assert answer.status_code == 422
        assert "about Patient/17 and Patient/18; allowed is one woman" in answer.json()["errors"][0]["says"]


def test_a_plan_is_that_of_the_command(tmp_path: Any) -> None:
    case = REQUESTS["plan"]["case"]
    told = ask("plan", {"case": case, "weeks": 2, "unanswered": "no"}).json()
    assert told == said_by("plan", case, tmp_path, "--weeks", "2", "--unanswered", "no")
    started = ask("plan", REQUESTS["plan"] | {"start": "2026-12-01"}).json()
    assert [week["from"] for week in started["weeks"]] == ["2026-12-01", "2026-12-08"]


def test_the_load_is_that_of_the_command() -> None:
    listed = get("load").json()["tasks"]
    assert listed == json.loads(CliRunner().invoke(main, ["load", "--list", "--json", "--lang", "en"]).stdout)
    name = listed[0]["task"]
    told = json.loads(CliRunner().invoke(main, ["load", name, "--json", "--lang", "en"]).stdout)
    assert ask("load", {"task": name}).json() == told
    own = ask("load", {"posture": {"angles": {"pelvis_tilt": 25}, "loads": [{"kg": 5, "at": "both_hands"}]}}).json()
    assert own["task"] is None
    assert own["compression_n"] > told["compression_n"]


def test_the_load_without_the_body_model_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import carrywell.app.load  # the module and its name in the package are both forgotten

    monkeypatch.delitem(sys.modules, "carrywell.app.load")
    monkeypatch.delattr(carrywell.app, "load")
    monkeypatch.setitem(sys.modules, "numpy", None)
    answer = ask("load", {"task": "standing"})
    assert (answer.status_code, "carrywell[body]" in answer.json()["detail"]) == (501, True)


def test_a_result_is_replayed() -> None:
    told = ask("replay", ask("check", {"case": CASE}).content)
    assert (told.status_code, told.json()["same"]) == (200, True)


def test_a_result_with_private_answers_is_not_replayed(tmp_path: Any) -> None:
    private = next(name for name, finding in open_engine().knowledge.findings.items() if finding.private)
    result = said_by("check", {**CASE, "answers": {private: "yes"}}, tmp_path, "--private")
    answer = ask("replay", result)
    assert answer.status_code == 422
    assert "take the key out" in answer.content.decode()


def test_private_answers_are_in_no_answer() -> None:
    knowledge = open_engine().knowledge
    private = [finding for finding in knowledge.findings.values() if finding.private]
    case = {"about": {"weeks_pregnant": 30}, "answers": {finding.id: "yes" for finding in private}}
    words = [finding.id for finding in private] + [finding.ask.english for finding in private]
    words += [result.says.english for result in knowledge.private.values()]
    told = [ask(address, {"case": case}) for address in ("check", "next-question", "plan", "fhir/Bundle")]
    told += [get("fhir/Questionnaire"), ask("check", {"case": case, "interview": True})]
    assert [answer.status_code for answer in told] == [200] * len(told)
    assert [word for word in words for answer in told if word in answer.content.decode()] == []


def test_the_interview_leads_to_the_result_and_an_emergency_at_once() -> None:
    first = ask("next-question", {"case": {"about": {"weeks_pregnant": 30}}}).json()
    assert (first["step"], first["screen"]["id"]) == ("questions", "now")
    assert first["questions"][0]["allowed"]["values"] == ["yes", "no", "unsure"]
    assert ask("next-question", {"case": EMERGENCY}).json()["step"] == "result"


def test_the_interview_can_be_asked_to_its_end_and_decided_on() -> None:
    case: Any = {"about": {"weeks_pregnant": 30}, "answers": {}, "pain": {}}
    done: list[str] = []
    steps = []
    while (told := ask("next-question", {"case": case, "done": done}).json())["step"] != "result":
        steps.append(told["step"])
        done = told["done"]
        case["answers"] |= {line["id"]: "no" for line in told["questions"] if line["asks_for"] != "number"}
        case["answers"] |= {line["id"]: "unsure" for line in told["questions"] if line["asks_for"] == "number"}
        assert len(steps) < 20
    assert steps[-2:] == ["where", "changes"]
    assert told["may_fit_the_plan"] is True
    assert {field["key"] for field in told["fields"]} >= {"history", "day.mopping"}
    checked = ask("check", {"case": case, "unanswered": told["unanswered"]}).json()
    assert checked["care"]["level"] == "routine"
    fitted = ask("next-question", {"case": case, "done": [*done, "day"]}).json()
    assert (fitted["step"], fitted["may_fit_the_plan"]) == ("questions", False)


def test_the_fields_of_a_form_say_what_they_take() -> None:
    case: Any = {"about": {"weeks_pregnant": 30}, "answers": {"leg_weakness_one": "yes"}}
    told = ask("next-question", {"case": case})
    while told.json()["step"] == "questions":
        lines = told.json()["questions"]
        case["answers"] |= {line["id"]: "unsure" if line["asks_for"] == "number" else "no" for line in lines}
        told = ask("next-question", {"case": case})
    by_key = {field["key"]: field["allowed"] for field in told.json()["fields"]}
    assert {one["id"] for one in by_key["pain.sites"]["values"]} >= {"low_back", "flank"}
    assert by_key["pain.now"] == {"kind": "number", "lowest": 0, "highest": 10, "whole": True}


def test_words_are_in_the_language_that_is_asked_for() -> None:
    english, chinese = (ask("check", {"case": EMERGENCY}, language=name) for name in ("en", "zh-CN,zh;q=0.9,en;q=0.5"))
    assert chinese["Content-Language"] == "zh-Hans"
    assert chinese.json()["care"]["level"] == english.json()["care"]["level"]
    assert chinese.json()["trace"] == english.json()["trace"]


def test_a_card_for_the_patient_in_view() -> None:
    body = REQUESTS["cds-service"]
    (card,) = ask("cds-services/back-pain-in-pregnancy", body).json()["cards"]
    assert card["indicator"] == "critical"
    (service,) = get("cds-services", key=None).json()["services"]
    assert service["id"] == "back-pain-in-pregnancy"


def test_nothing_that_is_sent_stands_in_a_log(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.StringIO()
    for handler in logging.getLogger("django").handlers:
        if type(handler) is logging.StreamHandler:
            monkeypatch.setattr(handler, "stream", written)
    caplog.set_level(logging.DEBUG)

    def breaks(*_: object) -> None:
        raise ValueError("4711")

    monkeypatch.setattr("carrywell.web.api.answers.next_question", breaks)
    monkeypatch.setattr("carrywell.web.api.answers.plan_weeks", lambda *_: 1 / 0)
    sent = [
        ask("check", {"case": {"about": {"weeks_pregnant": 4711}}}),
        ask("next-question", {"case": {"about": {"weeks_pregnant": 30.4711}}}),
        ask("plan", {"case": {"about": {"weeks_pregnant": 30.4711}}}),
        ask("nowhere4711"),
    ]
    assert [answer.status_code for answer in sent] == [422, 422, 500, 404]
    assert sent[2].json() == {"type": "urn:carrywell:problem:500", "title": "A fault of the server", "status": 500}
    assert "ZeroDivisionError" in written.getvalue()
    assert "4711" not in written.getvalue().replace("nowhere4711", "")
    assert [one for one in caplog.records if "4711" in one.getMessage().replace("nowhere4711", "")] == []
