"""The interface described by itself: OpenAPI 3.1, with what each operation takes, answers and refuses, and an example.

The shapes are those of the types that read and write: a case, a posture, wishes, a result as a replay reads it. The
examples are answered by the program when the document is made, so they cannot be out of date; long lists are cut.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from carrywell.app.engine import open_engine
from carrywell.app.next_question import FORMS
from carrywell.model.case import About, Case
from carrywell.model.posture_parts import PostureFile
from carrywell.model.recorded import Recorded
from carrywell.model.wishes import Wishes
from carrywell.web.api import answers
from carrywell.web.api.bodies import MOST_MOMENTS, UNANSWERED, read
from carrywell.web.api.examples import REQUESTS
from carrywell.web.api.problems import PROBLEM, TITLES

Json = dict[str, Any]

DESCRIPTION = (
    "Help with back pain in pregnancy and after birth: is care needed now, why it hurts, what to do today. "
    "No clinician has reviewed the knowledge base yet. The server keeps nothing of what it is sent."
)
_MODELS: Mapping[str, type[BaseModel]] = {
    "Case": Case,
    "About": About,
    "Posture": PostureFile,
    "Wishes": Wishes,
    "Result": Recorded,
}
_REF = "#/components/schemas/"
_RESOURCE = {"type": "object", "required": ["resourceType"], "properties": {"resourceType": {"type": "string"}}}
# What ninja or Django answer before an operation is asked, and what every body may be refused for.
_ALWAYS = (401, 429)
_OF_A_BODY = (400, 413, 415, 422)


def _ref(name: str) -> Json:
    return {"$ref": f"{_REF}{name}"}


def _object(required: tuple[str, ...] = (), **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _several(of: Json) -> Json:
    return {"type": "array", "items": of, "minItems": 1, "maxItems": MOST_MOMENTS}


def _told(*required: str) -> Json:
    """An answer that has these keys at least; more may be added."""
    return {"type": "object", "required": list(required)}


_ONE = {"case": _ref("Case"), "response": _ref("QuestionnaireResponse")}
_ANSWERS = {**_ONE, "cases": _several(_ref("Case")), "responses": _several(_ref("QuestionnaireResponse"))}
_SILENCE = {"type": "string", "enum": list(UNANSWERED)}
_PATIENT = {"type": "string", "examples": ["Patient/17"]}
_INSTANT = {"type": "string", "format": "date-time"}
_WEEKS = {"type": "integer", "minimum": 1, "maximum": 12}
_BUNDLE = _object((), **_ANSWERS, unanswered=_SILENCE, patient=_PATIENT, recorded=_INSTANT)
_HOOK = {
    "type": "object",
    "required": ["hook", "context"],
    "properties": {
        "hook": {"const": "patient-view"},
        "context": {"type": "object", "required": ["patientId"], "properties": {"patientId": {"type": "string"}}},
        "prefetch": {"type": ["object", "null"], "description": "Without responses in it the answer is 412"},
    },
}

# Operation: what it is for in a line, the body that it takes, the answer. `fhir`: the answer is a FHIR resource.
_OPERATIONS: Mapping[str, tuple[str, Json | None, Json]] = {
    "check": (
        "Decide on her answers; on several in order as one woman over time; or play the interview with a case.",
        _object((), **_ANSWERS, unanswered=_SILENCE, interview={"type": "boolean"}),
        _ref("Result"),
    ),
    "next-question": (
        "The next screen of questions that can still matter. Keep her answers; give them back with each request.",
        _object((), **_ONE, done={"type": "array", "items": {"type": "string", "enum": list(FORMS)}}),
        _told("carrywell", "knowledge", "reviewed", "step", "screen", "questions", "fields", "done", "unanswered"),
    ),
    "plan": (
        "Her next weeks, with what she has and wants, and how last week went.",
        _object(
            (), **_ONE, wishes=_ref("Wishes"), weeks=_WEEKS, start={"type": "string", "format": "date"},
            unanswered=_SILENCE,
        ),
        _told("carrywell", "knowledge", "reviewed", "care", "pain_class", "weeks"),
    ),
    "load-tasks": ("The tasks whose load can be asked for.", None, _told("tasks")),
    "load": (
        "How much a task or a posture loads the low back, as a share of her own standing. Load is not pain.",
        _object((), task={"type": "string"}, about=_ref("About"), posture=_ref("Posture")),
        _told("task", "level", "compression_n", "relative_to_standing", "low", "high"),
    ),
    "replay": (
        "Decide again on what a result was decided on: the same, or which item of the knowledge base has changed.",
        _ref("Result"),
        _told("same", "level", "knowledge", "program", "items", "differences"),
    ),
    "questionnaire": ("All questions as a FHIR R4 Questionnaire.", None, _RESOURCE),
    "bundle": ("Decide, and answer with a FHIR R4 Bundle.", _BUNDLE, _RESOURCE),
    "cds-services": ("CDS Hooks: discovery.", None, _told("services")),
    "cds-service": ("CDS Hooks: a card for the patient in view, from answers in her record.", _HOOK, _told("cards")),
}  # fmt: skip
_FHIR = ("questionnaire", "bundle")
_OPEN = ("cds-services",)
_MORE = {"cds-service": (412,), "load": (501,), "load-tasks": (501,)}


def described(name: str) -> Json:
    """What an operation of ninja is told of itself."""
    summary, body, told = _OPERATIONS[name]
    kind = "application/fhir+json" if name in _FHIR else "application/json"
    statuses = (*(() if name in _OPEN else _ALWAYS), *(_OF_A_BODY if body else ()), *_MORE.get(name, ()), 405, 500)
    extra: Json = {
        "parameters": [{"$ref": "#/components/parameters/Language"}],
        "responses": {
            200: {"description": "OK", "content": {kind: {"schema": told}}},
            **{status: {"$ref": f"#/components/responses/{status}"} for status in statuses},
        },
    }
    if name in _OPEN:
        extra["responses"][429] = {"$ref": "#/components/responses/429"}
    if body is not None:
        extra["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return {"operation_id": name, "summary": summary, "openapi_extra": extra}


def document(schema: Any) -> Json:
    """What ninja made of the operations, with the shapes, the problems and the examples."""
    whole: Json = json.loads(json.dumps(schema))
    components = whole["components"]
    components["schemas"] = _schemas()
    components["responses"] = {str(status): _problem(title) for status, title in TITLES.items()}
    components["parameters"] = {
        "Language": {
            "name": "Accept-Language",
            "in": "header",
            "required": False,
            "schema": {"type": "string", "examples": ["en", "zh-Hans"]},
        }
    }
    for operations in whole["paths"].values():
        for operation in operations.values():
            _with_examples(operation)
    return whole


def _problem(title: str) -> Json:
    return {"description": title, "content": {PROBLEM: {"schema": _ref("Problem")}}}


def _with_examples(operation: Json) -> None:
    name = operation["operationId"]
    asked, told = example(name)
    if asked is not None and name != "replay":
        operation["requestBody"]["content"]["application/json"]["examples"] = {"one": {"value": asked}}
    if told is not None:
        for content in operation["responses"]["200"]["content"].values():
            content["examples"] = {"one": {"value": _shortened(told)}}


def _shortened(told: Any) -> Any:
    """An example with no more than two of a list."""
    if isinstance(told, list):
        return [_shortened(one) for one in told[:2]]
    return {key: _shortened(value) for key, value in told.items()} if isinstance(told, dict) else told


@cache
def _answered() -> Mapping[str, Callable[..., Json]]:
    return {
        "check": answers.check,
        "next-question": answers.ask_next,
        "plan": answers.plan,
        "load": answers.load,
        "replay": answers.replay_result,
        "bundle": answers.bundle,
        "cds-services": answers.cds_services,
        "cds-service": answers.cds_back_pain,
    }


@cache
def example(name: str) -> tuple[Json | None, Json | None]:
    """A request and the answer to it; an answer as long as a form is left out."""
    engine = open_engine()
    asked = example("check")[1] if name == "replay" else REQUESTS.get(name)
    answering = _answered().get(name)
    if answering is None:
        return asked, None
    body = () if asked is None else (read(json.dumps(asked)),)
    return asked, answering(engine, engine.voice(), *body)


def _schemas() -> Json:
    found: Json = {}
    for name, model in _MODELS.items():
        schema = model.model_json_schema(ref_template=f"{_REF}{{model}}", by_alias=True)
        found |= schema.pop("$defs", {})
        found[name] = schema
    knowledge = open_engine().knowledge
    properties = found["Case"]["properties"]
    properties["answers"]["propertyNames"] = {"enum": sorted({*knowledge.findings, *knowledge.old_ids})}
    properties["day"]["propertyNames"] = {"enum": sorted(knowledge.tasks)}
    found["QuestionnaireResponse"] = {
        **_RESOURCE,
        "required": ["resourceType", "questionnaire", "status", "item"],
        "description": "A FHIR R4 QuestionnaireResponse to GET fhir/Questionnaire",
    }
    found["Problem"] = _PROBLEM_SHAPE
    return found


_PROBLEM_SHAPE: Json = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["line", "column", "says"],
                "properties": {"line": {"type": "integer"}, "column": {"type": "integer"}, "says": {"type": "string"}},
            },
        },
    },
}
