"""The exported questionnaire: FHIRPath says of each question what the program says, and FHIR's own rules hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fhirpathpy import compile as compile_path
from fhirpathpy.models import models

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.app.steps import tasks_for
from carrywell.decide.facts import Facts
from carrywell.model.truth import Truth
from carrywell.report.fhirpath import CODES_OF_ABILITY
from tests.lib.deciding import read
from tests.lib.drawn_cases import drawn_cases
from tests.lib.random_cases import Case

Json = dict[str, Any]
Path = Callable[..., list[Any]]

ENGINE = open_engine()
FORM: Json = questions_as_fhir(ENGINE)
CASES = 60
_ENABLE_WHEN = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"

# The invariants of Questionnaire in FHIR 4.0.1, and sdc-behave-2; `all` is over every item.
INVARIANTS = {
    "que-0": "name.matches('[A-Z]([A-Za-z0-9_]){0,254}')",
    "que-1": "repeat(item).all((type = 'group' implies item.exists()) and (type = 'display' implies item.empty()))",
    "que-2": "repeat(item).linkId.isDistinct()",
    "que-3": "repeat(item).all(type != 'display' or code.empty())",
    "que-4": "repeat(item).all(answerOption.empty() or answerValueSet.empty())",
    "que-6": "repeat(item).all(type != 'display' or (required.empty() and repeats.empty()))",
    "que-7": "repeat(item).enableWhen.all(operator = 'exists' implies (answer is boolean))",
    "que-11": "repeat(item).all(answerOption.empty() or initial.empty())",
    "sdc-behave-2": f"repeat(item).all(enableWhen.empty() or extension.where(url = '{_ENABLE_WHEN}').empty())",
    "status": "status in ('draft' | 'active' | 'retired' | 'unknown')",
    "item.type": "repeat(item).all(type in ('group' | 'display' | 'choice' | 'decimal' | 'integer'))",
    "every choice has options": "repeat(item).all((type = 'choice') = answerOption.exists())",
}


def path(expression: str) -> Path:
    return compile_path(expression, models["r4"])


@pytest.fixture(scope="module")
def expressions() -> tuple[dict[str, Path], dict[str, Path]]:
    """The variables of the form in order, and the expression of each item that has one."""
    variables = {
        entry["valueExpression"]["name"]: path(entry["valueExpression"]["expression"]) for entry in FORM["extension"]
    }
    return variables, {item["linkId"]: path(said) for item in items(FORM) if (said := enable_when(item)) is not None}


def items(entry: Json) -> Iterator[Json]:
    for item in entry.get("item", ()):
        yield item
        yield from items(item)


def enable_when(item: Json) -> str | None:
    found = [entry for entry in item.get("extension", ()) if entry["url"] == _ENABLE_WHEN]
    return found[0]["valueExpression"]["expression"] if found else None


@pytest.mark.parametrize("name", INVARIANTS)
def test_the_rules_of_fhir_hold(name: str) -> None:
    assert path(INVARIANTS[name])(FORM) == [True]


def test_the_rules_of_fhir_would_see_a_fault() -> None:
    """Each of these breaks one of them."""
    item = {"linkId": "x", "text": "x", "type": "choice", "answerOption": [{"valueString": "x"}]}
    broken = {
        "que-1": {"item": [{"linkId": "x", "type": "group"}]},
        "que-2": {"item": [item, item]},
        "que-7": {"item": [{**item, "enableWhen": [{"question": "y", "operator": "exists", "answerString": "x"}]}]},
    }
    for name, fault in broken.items():
        assert path(INVARIANTS[name])({"resourceType": "Questionnaire", **fault}) == [False], name


def test_a_question_is_enabled_where_it_is_meant_for_her(
    expressions: tuple[dict[str, Path], dict[str, Path]],
) -> None:
    variables, enabled = expressions
    public = [finding for finding in ENGINE.knowledge.findings.values() if not finding.private]
    hidden = 0
    for case in drawn_cases(CASES):
        response = response_of(case)
        context: Json = {"resource": response}
        for name, variable in variables.items():
            context[name] = variable(response, context)
        facts = Facts(read(without_none_of_these(case)), ENGINE.knowledge, Truth.UNKNOWN)
        for finding in public:
            said = enabled[finding.id](response, context) if finding.id in enabled else [True]
            assert said == [facts.is_asked(finding)], f"{finding.id}: {case}"
            hidden += said == [False]
        offered = {task.id for task in tasks_for(ENGINE, read(without_none_of_these(case)))}
        for task in ENGINE.knowledge.tasks:
            said = enabled[f"day.{task}"](response, context) if f"day.{task}" in enabled else [True]
            assert said == [task in offered], f"{task}: {case}"
    assert hidden > CASES


def without_none_of_these(case: Case) -> Case:
    """An empty list says that none of these is so, which a response can only leave out."""
    pain = {key: value for key, value in case.get("pain", {}).items() if value != []}
    return Case({key: value for key, value in {**case, "pain": pain}.items() if value != []})


def response_of(case: Case) -> Json:
    """The case as a form filler would hold it: the groups of the form, and in them the items that have an answer."""
    said = {f"{part}.{key}": value for part in ("about", "pain") for key, value in case.get(part, {}).items()}
    said |= {"history": case.get("history", []), **case.get("answers", {})}
    groups = []
    for group in FORM["item"]:
        answered = [
            {"linkId": item["linkId"], "answer": found} for item in group["item"] if (found := answer(item, said))
        ]
        groups += [{"linkId": group["linkId"], "item": answered}] if answered else []
    return {"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": groups}


def answer(item: Json, said: Json) -> list[Json]:
    value = said.get(item["linkId"])
    if value is None or (item["type"] in ("decimal", "integer") and isinstance(value, str)):
        return []  # a number that she does not know is left open
    if item["type"] in ("decimal", "integer"):
        return [{f"value{item['type'].title()}": value}]
    finding = ENGINE.knowledge.findings.get(item["linkId"])
    codes = CODES_OF_ABILITY if finding is not None and finding.asks_for == "ability" else {}
    wanted = [codes.get(one, one.replace("_", "-")) for one in (value if isinstance(value, list) else [value])]
    options = [option["valueCoding"] for option in item["answerOption"]]
    found = [option for option in options if option["code"] in wanted]
    assert len(found) == len(wanted), f"{item['linkId']} offers no {wanted}"
    return [{"valueCoding": option} for option in found]
