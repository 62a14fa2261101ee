"""The shape of the exported rules: everything that is needed to decide and to ask in another language, and no more.

`python -m carrywell.report.rules_document` writes it as a JSON schema (docs/reference/rules.schema.json).
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, WithJsonSchema

from carrywell.model.care import CareLevel, Door
from carrywell.model.rules import All, AtLeast, Compare, Fact, Not, When
from carrywell.model.rules_parse import parse_when
from carrywell.model.stage import Stage

Json = dict[str, Any]
Said = Literal["yes", "unknown", "no"]


def condition_as_json(when: When) -> str | Json:
    """A condition as it stands in the knowledge base: a name, or a mapping with one key."""
    match when:
        case Fact(name):
            return name
        case Not(part):
            return {"not": condition_as_json(part)}
        case AtLeast(count, parts):
            return {"at_least": {"count": count, "of": [condition_as_json(part) for part in parts]}}
        case Compare(number, is_, limit):
            return {"compare": {"number": number, "is": is_, "limit": limit}}
        case _:
            shape = "all" if isinstance(when, All) else "any"
            return {shape: [condition_as_json(part) for part in when.parts]}


_A_CONDITION: Json = {
    "title": "Condition"
}  # stands in until the schema is whole: pydantic knows its own references only

Condition = Annotated[
    When,
    PlainValidator(parse_when),
    PlainSerializer(condition_as_json),
    WithJsonSchema(_A_CONDITION),
]


class Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class StageEntry(Entry):
    """A stage begins at `from_weeks` on its clock; a moment on a boundary belongs to the later stage."""

    id: Stage
    clock: Literal["pregnant", "postpartum"]
    from_weeks: float


class Value(Entry):
    id: str
    says: str


class PersonNumber(Entry):
    """`usual`: what stands in where she did not say; without it a comparison counts as `missing`."""

    id: str
    usual: float | None
    missing: Said


class Chosen(Entry):
    """`chosen`: a value (null: not said) for each of the choices that the fact looks at, in their order."""

    chosen: tuple[str | None, ...]
    counts_as: Said


class PersonFact(Entry):
    id: str
    pregnant: Said
    by: tuple[str, ...]
    after: tuple[Chosen, ...]


class NamedFactEntry(Entry):
    """A condition with a name; `is:` and its id in other conditions."""

    id: str
    says: str
    when: Condition


class FindingEntry(Entry):
    """One thing to ask. For an `ability` a yes to `ask` is the answer no: the finding is the loss of the ability."""

    id: str
    kind: Literal["danger_sign", "context", "pattern", "umbrella"]
    ask: str
    line: str | None
    lines: tuple[str, ...]
    opens: str | None
    tell: str
    why: str
    me: str
    asks_for: Literal["sign", "ability", "number"]
    lowest: float | None
    highest: float | None
    stages: tuple[Stage, ...]
    asked_if: Condition
    covers: tuple[str, ...]
    intimate: bool


class RuleEntry(Entry):
    """When this holds, the level is at least that of her stage.

    `one_step_lower`: those whose *unsure* counts one step slower. `marked_only`: speaks only for what she marked.
    """

    id: str
    finding: str | None
    when: Condition
    levels: dict[Stage, CareLevel]
    door: Door | None
    conditions: tuple[str, ...]
    one_step_lower: tuple[str, ...]
    marked_only: bool


class SelfCare(Entry):
    """The lowest level has to be earned: `when` surely holds, and each of `denied` that is meant for her is a no."""

    when: Condition
    denied: tuple[str, ...]


class LevelEntry(Entry):
    """`speed`: the greater the sooner. `open_counts`: a rule of this level counts while an answer it needs is open."""

    id: CareLevel
    speed: int
    open_counts: bool
    one_step_slower: CareLevel
    usual_door: Door
    title: str
    do: str
    how_soon: str


class DoorEntry(Entry):
    """In the order in which they are named. `maternity`: moved by the calendar."""

    id: Door
    name: str
    maternity: bool


class RulesDocument(Entry):
    """The rules of Carrywell. The private track (violence, self-harm) is not part of it."""

    carrywell: str
    knowledge: str
    digest: str = Field(description="SHA-256 of the knowledge base that this was exported from")
    reviewed: Literal["none yet"]
    language: str
    stages: tuple[StageEntry, ...]
    values: dict[str, tuple[Value, ...]]
    rough_sites: dict[str, tuple[str, ...]]
    pain_numbers: dict[str, str]
    person_numbers: tuple[PersonNumber, ...]
    person_facts: tuple[PersonFact, ...]
    facts: tuple[NamedFactEntry, ...]
    findings: tuple[FindingEntry, ...]
    rules: tuple[RuleEntry, ...]
    self_care: SelfCare
    care_levels: tuple[LevelEntry, ...]
    doors: tuple[DoorEntry, ...]
    maternity_receives: tuple[Stage, ...]
    early_pregnancy_unit_before_weeks: float


_NAMES: Json = {"type": "array", "items": {"$ref": "#/$defs/Condition"}}


def _one_key(key: str, inside: Json) -> Json:
    return {"type": "object", "properties": {key: inside}, "required": [key], "additionalProperties": False}


def _keys(**inside: Json) -> Json:
    return {"type": "object", "properties": inside, "required": [*inside], "additionalProperties": False}


_CONDITION: Json = {
    "description": "A named fact, or a condition over others, in three-valued (Kleene) logic",
    "anyOf": [
        {"type": "string"},
        _one_key("all", _NAMES),
        _one_key("any", _NAMES),
        _one_key("not", {"$ref": "#/$defs/Condition"}),
        _one_key("at_least", _keys(count={"type": "integer", "minimum": 1}, of=_NAMES)),
        _one_key(
            "compare",
            _keys(
                number={"type": "string"},
                **{"is": {"type": "string", "enum": [">=", ">", "<=", "<"]}},
                limit={"type": "number"},
            ),
        ),
    ],
}


def rules_schema() -> Json:
    """The JSON schema (draft 2020-12) of the exported rules."""
    schema = _with_conditions(RulesDocument.model_json_schema(mode="serialization"))
    schema["$defs"]["Condition"] = _CONDITION
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _with_conditions(schema: Any) -> Any:
    if isinstance(schema, dict):
        if schema.get("title") == _A_CONDITION["title"]:
            return {"$ref": "#/$defs/Condition"}
        return {key: _with_conditions(inside) for key, inside in schema.items()}
    return [_with_conditions(inside) for inside in schema] if isinstance(schema, list) else schema


if __name__ == "__main__":
    print(json.dumps(rules_schema(), indent=1, ensure_ascii=False))
