"""What she said as a FHIR R4 (4.0.1) QuestionnaireResponse to the form of `report.fhir_questionnaire`.

Groups, order and words are those of the form; an item stands there only where she answered it. Private answers are in
none. A number that she does not know, and a list of which nothing is true, are left open: the form has no other way.
Source: hl7.org/fhir/R4/questionnaireresponse.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.response_codes import ASKED_THROUGH, CODES_OF_ABILITY, UNANSWERED_URL, code
from carrywell.report.trace import case_as_json

Json = dict[str, Any]


def response(
    form: Json, case: Case, knowledge: Knowledge, subject: Json | None = None, unanswered: str = "cautious"
) -> Json:
    """`form`: the Questionnaire that it answers. `subject`: a reference to whom it is about. `unanswered`: what silence
    was taken for; that she was asked all that mattered is said in the response.
    """
    said = _by_item(case, knowledge)
    abilities = {finding.id for finding in knowledge.findings.values() if finding.asks_for == "ability"}
    groups = [
        {"linkId": group["linkId"], "text": group["text"], "item": answered}
        for group in form["item"]
        if (answered := list(_answered(group["item"], said, abilities)))
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "language": form["language"],
        **({"extension": [{"url": UNANSWERED_URL, "valueCode": unanswered}]} if unanswered in ASKED_THROUGH else {}),
        "questionnaire": f"{form['url']}|{form['version']}",
        "status": "completed",
        **({"subject": subject, "source": subject} if subject else {}),
        **({"authored": case.asked_on.isoformat()} if case.asked_on else {}),
        "item": groups,
    }


def _by_item(case: Case, knowledge: Knowledge) -> Mapping[str, Any]:
    """Her answers by the linkIds of the form."""
    written = case_as_json(case, knowledge)
    parts = ("about", "pain", "day")
    said = {f"{part}.{key}": value for part in parts for key, value in written.get(part, {}).items()}
    return {**said, "history": written.get("history", []), **written.get("answers", {})}


def _answered(items: list[Json], said: Mapping[str, Any], abilities: set[str]) -> Iterator[Json]:
    for item in items:
        name = item["linkId"]
        value = said.get(name)
        values = value if isinstance(value, list) else [] if value is None else [value]
        if item["type"] != "choice":
            answers = [{f"value{item['type'].title()}": number} for number in values if number != Answer.UNSURE]
        else:
            meant = CODES_OF_ABILITY if name in abilities else {}
            wanted = [meant.get(one, code(one)) for one in values]
            options = {option["valueCoding"]["code"]: option["valueCoding"] for option in item["answerOption"]}
            answers = [{"valueCoding": options[one]} for one in wanted]
        if answers:
            yield {"linkId": name, "text": item["text"], "answer": answers}
