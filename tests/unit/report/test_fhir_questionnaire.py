from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.model.case_kinds import Choice

Json = dict[str, Any]

ENGINE = open_engine()
FINDINGS = ENGINE.knowledge.findings
FORM = questions_as_fhir(ENGINE)


def items(entry: Json) -> Iterator[Json]:
    for item in entry.get("item", ()):
        yield item
        yield from items(item)


BY_ID = {item["linkId"]: item for item in items(FORM)}


def options(item: str) -> list[tuple[str, str]]:
    return [(one["valueCoding"]["code"], one["valueCoding"]["display"]) for one in BY_ID[item]["answerOption"]]


def test_it_is_a_draft_of_this_knowledge_base() -> None:
    assert (FORM["resourceType"], FORM["status"], FORM["language"]) == ("Questionnaire", "draft", "en")
    assert FORM["version"] == f"{ENGINE.knowledge.version}-{ENGINE.knowledge.digests.short}"
    assert FORM["url"].startswith("urn:")
    assert "No clinician has reviewed" in FORM["description"]


def test_every_public_question_is_one_item_in_its_own_words() -> None:
    public = {finding.id: finding.ask.english for finding in FINDINGS.values() if not finding.private}
    asked = {name: item["text"] for name, item in BY_ID.items() if name in FINDINGS}
    assert asked == public


def test_no_private_question_is_in_it() -> None:
    text = json.dumps(FORM)
    private = [finding for finding in FINDINGS.values() if finding.private]
    assert private
    assert [finding.id for finding in private if finding.id in text or finding.ask.english in text] == []


def test_the_answers_to_a_question() -> None:
    assert options("fever") == [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")]
    assert options("low_mood_2w")[-1] == ("rather-not-say", "Rather not say")


def test_a_yes_to_a_question_on_an_ability_has_a_code_of_its_own() -> None:
    """The finding is the loss of the ability, so that yes and no would be mistaken for each other."""
    assert options("cannot_walk") == [("able", "Yes"), ("unable", "No"), ("unsure", "Not sure")]


def test_a_number_has_its_limits() -> None:
    item = BY_ID["blood_pressure_upper"]
    limits = {entry["url"].rsplit("/", 1)[-1]: entry.get("valueDecimal") for entry in item["extension"]}
    assert item["type"] == "decimal"
    assert (limits["minValue"], limits["maxValue"]) == (60, 260)
    assert BY_ID["pain.now"]["type"] == "integer"
    assert [entry["valueInteger"] for entry in BY_ID["pain.now"]["extension"]] == [0, 10]


def test_each_group_is_what_an_umbrella_covers_under_it_or_one_of_the_screens() -> None:
    groups = {group["linkId"]: [item["linkId"] for item in group["item"]] for group in FORM["item"]}
    for finding in FINDINGS.values():
        if finding.covers:
            assert groups[f"under.{finding.id}"][0] == finding.id
            assert set(groups[f"under.{finding.id}"]) == {finding.id, *finding.covers}
    assert groups["screen.numbers"] == ["blood_pressure_lower", "blood_pressure_upper"]
    assert list(groups)[:2] == ["about", "screen.now"]
    assert list(groups)[-2:] == ["pain", "day"]


def test_emergencies_stand_before_everything_else_that_is_asked() -> None:
    order = [item["linkId"] for item in items(FORM)]
    assert order.index("saddle_numbness") < order.index("severe_pain") < order.index("epilepsy")


def test_what_is_asked_after_the_end_of_a_pregnancy_waits_for_its_weeks() -> None:
    after = {"question": "about.weeks_postpartum", "operator": "exists", "answerBoolean": True}
    assert [BY_ID[f"about.{name}"]["enableWhen"] for name in ("ended", "birth", "baby_with_me")] == [[after]] * 3
    other = {"question": "about.weeks_postpartum", "operator": "exists", "answerBoolean": False}
    assert BY_ID["about.weeks_pregnant"]["enableWhen"] == [other]


def test_how_she_can_tell_stands_below_each_question_as_help() -> None:
    for finding in FINDINGS.values():
        if finding.private:
            continue
        shown = BY_ID[finding.id]["item"]
        assert [line["text"] for line in shown] == [text.english for text in (*finding.lines, finding.tell)]
        assert [line["type"] for line in shown] == ["display"] * len(shown)
        assert shown[-1]["extension"][0]["valueCodeableConcept"]["coding"][0]["code"] == "help"


def test_nothing_of_a_baby_is_asked_unless_hers_is_with_her() -> None:
    shown = [entry for entry in BY_ID["day.bathing_baby"]["extension"] if "valueExpression" in entry]
    assert "baby" in shown[0]["valueExpression"]["expression"].lower()
    assert not [entry for entry in BY_ID["day.mopping"]["extension"] if "valueExpression" in entry]


def test_the_places_are_those_of_a_case() -> None:
    from carrywell.model.case_kinds import CASE_KINDS

    assert BY_ID["pain.sites"]["repeats"] is True
    assert [code.replace("-", "_") for code, _ in options("pain.sites")] == list(CASE_KINDS["pain.sites"].values)
    baby = CASE_KINDS["about.baby_with_me"]
    assert isinstance(baby, Choice)
    assert [code.replace("-", "_") for code, _ in options("about.baby_with_me")] == list(baby.values)
