"""Whether a resource is valid FHIR R4: three judges of others and some lines of our own, since each misses some.

HL7's JSON schema (trimmed: THIRD_PARTY.md) sees codes and shapes, fhirkit what must be there, and the invariants below
what neither does. tests/against/test_fhir_faults.py plants faults of every kind for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import fhirkit
from fhirpathpy import compile as compile_path
from fhirpathpy.models import models
from jsonschema import Draft6Validator

Json = dict[str, Any]

_SCHEMA = Path(__file__).parent / "fhir_r4.schema.json"

# Invariants of hl7.org/fhir/R4, by their ids there, and required codes that the schema leaves open.
INVARIANTS: dict[str, dict[str, str]] = {
    "Questionnaire": {
        "que-1": "repeat(item).all((type = 'group' implies item.exists()) and (type = 'display' implies item.empty()))",
        "que-2": "repeat(item).linkId.isDistinct()",
        "que-7": "repeat(item).enableWhen.all(operator = 'exists' implies (answer is boolean))",
    },
    "QuestionnaireResponse": {
        "qrs-1": "repeat(item).all((answer.exists() and item.exists()).not())",
        "linkIds": "repeat(item).all(linkId.exists()) and repeat(item).linkId.isDistinct()",
        "something is said": "repeat(item).all(answer.exists() or item.exists())",
    },
    "Observation": {
        "obs-6": "dataAbsentReason.empty() or value.empty()",
        "a value or parts": "value.exists() or component.exists()",
    },
    "CarePlan": {
        "intent": "intent in ('proposal' | 'plan' | 'order' | 'option')",
        "cpl-3": "activity.all(detail.exists() xor reference.exists())",
    },
    "Flag": {"about whom": "subject.reference.exists()"},
    "Provenance": {
        "prov-1": "recorded.exists() or recorded.extension.exists()",
        "who": "agent.all(who.exists())",
        "roles": "entity.all(role in ('derivation' | 'revision' | 'quotation' | 'source' | 'removal'))",
    },
    "Bundle": {
        "bdl-7": "entry.fullUrl.isDistinct()",
        "bdl-5": "entry.all(resource.exists())",
    },
}


def faults(resource: Json) -> list[str]:
    """What any of the judges refuses, each with the name of the judge; empty for a valid resource."""
    return [*_by_schema(resource), *_by_fhirkit(resource), *_by_invariants(resource)]


def resources(bundle: Json) -> Iterator[Json]:
    for entry in bundle["entry"]:
        yield entry["resource"]


def references(value: Any) -> Iterator[str]:
    """Every `reference` within."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if key == "reference" and isinstance(inside, str):
                yield inside
            else:
                yield from references(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from references(inside)


def _by_schema(resource: Json) -> Iterator[str]:
    """Each resource of a bundle by itself, against the one type that it names: quicker, and the message says more."""
    for one in [resource, *(resources(resource) if resource.get("resourceType") == "Bundle" else ())]:
        kind = str(one.get("resourceType"))
        judge = _judge(kind)
        if judge is None:
            yield f"schema: no resource type {kind}"
            continue
        shell = {**one, "entry": []} if kind == "Bundle" else one
        yield from (f"schema: {kind}: {error.json_path} {error.message[:200]}" for error in judge.iter_errors(shell))


@cache
def _schema() -> Json:
    return json.loads(_SCHEMA.read_text(encoding="utf-8"))


@cache
def _judge(kind: str) -> Draft6Validator | None:
    schema = _schema()
    if kind not in schema["definitions"]:
        return None
    return Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": schema["definitions"]})


def _by_fhirkit(resource: Json) -> Iterator[str]:
    try:
        issues = fhirkit.validate(resource)
    except ValueError as error:
        yield f"fhirkit: {error}"
        return
    yield from (f"fhirkit: {issue.path}: {issue.message}" for issue in issues)


@cache
def _compiled(kind: str) -> dict[str, Callable[[Json], list[Any]]]:
    return {name: compile_path(said, models["r4"]) for name, said in INVARIANTS.get(kind, {}).items()}


def _by_invariants(resource: Json) -> Iterator[str]:
    for one in [resource, *(resources(resource) if resource.get("resourceType") == "Bundle" else ())]:
        kind = str(one.get("resourceType"))
        for name, holds in _compiled(kind).items():
            if holds(one) not in ([True], []):
                yield f"invariant: {kind} {name}"
