from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import rules_as_json
from carrywell.model.rules import names_in
from carrywell.model.rules_parse import parse_when
from carrywell.report.rules_document import RulesDocument, rules_schema
from tests.lib.tree import ROOT

Json = dict[str, Any]

ENGINE = open_engine()
RULES = rules_as_json(ENGINE)
_FILE = ROOT / "docs" / "reference" / "rules.schema.json"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def faults(value: Any, schema: Json, root: Json, at: str = "") -> Iterator[str]:
    """What a JSON schema has against a value; the keywords that the schema of the rules uses."""
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
        return
    if "anyOf" in schema and all(list(faults(value, one, root, at)) for one in schema["anyOf"]):
        yield f"{at}: none of anyOf"
    if "type" in schema and not _is(value, schema["type"]):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not allowed"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"{at}: {value!r} is too small"
    if isinstance(value, dict):
        yield from _in_mapping(value, schema, root, at)
    if isinstance(value, list) and "items" in schema:
        for place, inside in enumerate(value):
            yield from faults(inside, schema["items"], root, f"{at}[{place}]")


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and not (isinstance(value, bool) and kind in ("integer", "number"))


def _in_mapping(value: Json, schema: Json, root: Json, at: str) -> Iterator[str]:
    known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
    for key, inside in value.items():
        if key in known:
            yield from faults(inside, known[key], root, f"{at}.{key}")
        elif rest is False:
            yield f"{at}: {key} is unknown"
        elif isinstance(rest, dict):
            yield from faults(inside, rest, root, f"{at}.{key}")
        if "propertyNames" in schema:
            yield from faults(key, schema["propertyNames"], root, f"{at}.{key}")


def test_the_schema_that_is_published_is_that_of_the_code() -> None:
    says = "run: python -m carrywell.report.rules_document > docs/reference/rules.schema.json"
    assert json.loads(_FILE.read_text(encoding="utf-8")) == rules_schema(), says


def test_the_export_keeps_to_the_published_schema() -> None:
    schema = json.loads(_FILE.read_text(encoding="utf-8"))
    assert list(faults(json.loads(json.dumps(RULES)), schema, schema)) == []


def test_the_published_schema_refuses_what_is_wrong() -> None:
    schema = rules_schema()
    rule = RULES["rules"][0]
    wrong: list[Json] = [
        {**RULES, "digest": 3},
        {**RULES, "wind": "north"},
        {key: value for key, value in RULES.items() if key != "rules"},
        {**RULES, "rules": [{**rule, "when": {"maybe": []}}]},
        {**RULES, "rules": [{**rule, "when": {"at_least": {"count": 0, "of": []}}}]},
        {**RULES, "rules": [{**rule, "levels": {"third_trimester": "soon"}}]},
        {**RULES, "rules": [{**rule, "levels": {"fourth_trimester": "routine"}}]},
        {**RULES, "rules": [{**rule, "marked_only": 1}]},
    ]
    assert [document for document in wrong if not list(faults(document, schema, schema))] == []


def test_the_export_is_read_back_as_it_was() -> None:
    assert RulesDocument.model_validate(RULES).model_dump(mode="json") == RULES


def test_it_says_what_it_was_made_from() -> None:
    assert RULES["knowledge"] == ENGINE.knowledge.version
    assert RULES["digest"] == ENGINE.knowledge.digests.whole
    assert len(RULES["digest"]) == 64
    assert (RULES["language"], RULES["reviewed"]) == ("en", "none yet")


def test_no_private_question_is_in_it() -> None:
    text = json.dumps(RULES)
    for finding in ENGINE.knowledge.findings.values():
        if finding.private:
            assert finding.id not in text
            assert finding.ask.english not in text
    assert not any(result.says.english in text for result in ENGINE.knowledge.private.values())


def test_every_public_question_and_rule_is_in_it_once() -> None:
    public = [finding.id for finding in ENGINE.knowledge.findings.values() if not finding.private]
    assert [entry["id"] for entry in RULES["findings"]] == public
    assert [entry["id"] for entry in RULES["rules"]] == [rule.id for rule in ENGINE.book.rules]


@pytest.mark.parametrize("kind", ["rules", "findings", "facts"])
def test_every_name_that_a_condition_uses_is_explained_in_it(kind: str) -> None:
    known = {entry["id"] for entry in RULES["findings"]} | {f"is:{entry['id']}" for entry in RULES["facts"]}
    known |= {f"is:{stage['id']}" for stage in RULES["stages"]} | {entry["id"] for entry in RULES["person_facts"]}
    known |= {f"{kind}:{value['id']}" for kind, values in RULES["values"].items() for value in values}
    known |= RULES["pain_numbers"].keys() | {entry["id"] for entry in RULES["person_numbers"]}
    used = {name for entry in RULES[kind] for name in _names(entry["asked_if" if kind == "findings" else "when"])}
    assert used - known == set()
    assert used


def _names(condition: object) -> set[str]:
    return set(names_in(parse_when(condition)))


def test_discreet_words_stand_in_for_intimate_ones() -> None:
    told = {entry["id"]: entry["me"] for entry in RULES["findings"]}
    for finding in ENGINE.knowledge.findings.values():
        if finding.discreet is not None and not finding.private:
            assert told[finding.id] == finding.discreet.english
