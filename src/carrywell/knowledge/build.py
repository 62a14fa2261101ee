"""Builds an item from a document; what the model refuses becomes a fault: where, what was found, what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import Document, Path

ItemT = TypeVar("ItemT", bound=BaseModel)

_MAPPINGS = ("dict_type", "mapping_type")
_LISTS = ("tuple_type", "list_type")


def build(model: type[ItemT], document: Document) -> ItemT:
    """The item in a document. Faulty with line and column of every field that is wrong."""
    if not isinstance(document.value, dict):
        raise Faulty([Fault(document.file, 1, 1, "a mapping (key: value) is expected at the top")])
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        raise Faulty([_fault(model, document, detail) for detail in error.errors()]) from error


def _fault(model: type[BaseModel], document: Document, detail: Mapping[str, Any]) -> Fault:
    path = _standing(document, tuple(detail["loc"]))
    if detail["type"] == "extra_forbidden":
        says = f"unknown key {path[-1]!r}; allowed: {', '.join(_keys_at(model, path[:-1]))}"
        return document.fault_on_key(path, says)
    if detail["type"] == "missing":
        return document.fault_at(path, f"the key {detail['loc'][-1]!r} is missing")
    name = ".".join(str(part) for part in path) or "the file"
    return document.fault_at(path, f"{name}: {_refused(model, path, detail)}")


def _standing(document: Document, path: Path) -> Path:
    """The part of a path that stands in the file: of a choice between two shapes, pydantic names the shape too."""
    found: Path = ()
    for part in path:
        if not document.places or (*found, part) in document.places:
            found = (*found, part)
    return found


def _refused(model: type[BaseModel], path: Path, detail: Mapping[str, Any]) -> str:
    found = f"found {detail['input']!r}"
    if detail["type"] == "model_type":
        return f"{found}; allowed: a mapping with the keys {', '.join(_keys_at(model, path))}"
    if detail["type"] in _MAPPINGS:
        return f"{found}; allowed: a mapping (key: value)"
    if detail["type"] in _LISTS:
        return f"{found}; allowed: a list"
    says = detail["msg"].removeprefix("Value error, ")
    if says.startswith("Input should be "):
        return f"{found}; allowed: {says.removeprefix('Input should be ').split(', unable to')[0]}"
    return f"{says} ({found})" if isinstance(detail["input"], str) else says


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys of the mapping that stands at `path`."""
    for part in path:
        field = next((field for name, field in model.model_fields.items() if part in (name, field.alias)), None)
        model = (_model_in(field.annotation) if field else None) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
