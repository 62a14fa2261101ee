"""Builds an item from a document; what the model refuses becomes a fault: where, what was found, what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import Document, Path
from carrywell.model.told import Told, WrongValue, told

ItemT = TypeVar("ItemT", bound=BaseModel)

# What pydantic calls a refusal -> what is allowed, in kb/words/fault.yaml.
_PLAIN = {
    "dict_type": "fault.mapping",
    "mapping_type": "fault.mapping",
    "tuple_type": "fault.list",
    "list_type": "fault.list",
    "float_type": "fault.number",
    "float_parsing": "fault.number",
    "finite_number": "fault.finite",
    "int_type": "fault.whole",
    "int_parsing": "fault.whole",
    "int_from_float": "fault.no_fraction",
    "string_type": "fault.text",
    "bool_type": "fault.yes_or_no",
    "bool_parsing": "fault.yes_or_no",
    "date_from_datetime_parsing": "fault.day",
    "date_parsing": "fault.day",
}
_LIMITS = {
    "greater_than_equal": ("at_least", "ge"),
    "less_than_equal": ("at_most", "le"),
    "greater_than": ("above", "gt"),
    "less_than": ("below", "lt"),
}


def build(model: type[ItemT], document: Document) -> ItemT:
    """The item in a document. Faulty with line and column of every field that is wrong."""
    if not isinstance(document.value, dict):
        raise Faulty([Fault(document.file, 1, 1, told("fault.top"))])
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        raise Faulty([_fault(model, document, detail) for detail in error.errors()]) from error


def _fault(model: type[BaseModel], document: Document, detail: Mapping[str, Any]) -> Fault:
    path = _standing(document, tuple(detail["loc"]))
    if detail["type"] == "extra_forbidden":
        allowed = _keys_at(model, path[:-1])
        return document.fault_on_key(path, told("fault.unknown_key", key=repr(path[-1]), allowed=allowed))
    if detail["type"] == "missing":
        return document.fault_at(path, told("fault.missing_key", key=repr(detail["loc"][-1])))
    name = ".".join(str(part) for part in path) or told("fault.the_file")
    return document.fault_at(path, told("fault.of", name=name, says=_refused(model, path, detail)))


def _standing(document: Document, path: Path) -> Path:
    """The part of a path that stands in the file: of a choice between two shapes, pydantic names the shape too."""
    found: Path = ()
    for part in path:
        if not document.places or (*found, part) in document.places:
            found = (*found, part)
    return found


def _refused(model: type[BaseModel], path: Path, detail: Mapping[str, Any]) -> Told | str:
    found = repr(detail["input"])
    allowed = _allowed(model, path, detail)
    if allowed is not None:
        return told("fault.found", found=found, allowed=allowed)
    error = detail.get("ctx", {}).get("error")
    says = error.told if isinstance(error, WrongValue) else detail["msg"].removeprefix("Value error, ")
    return told("fault.found_in_brackets", says=says, found=found) if isinstance(detail["input"], str) else says


def _allowed(model: type[BaseModel], path: Path, detail: Mapping[str, Any]) -> Told | str | None:
    kind, limits = detail["type"], detail.get("ctx", {})
    if kind == "model_type":
        return told("fault.mapping_with", keys=_keys_at(model, path))
    if kind in _PLAIN:
        return told(_PLAIN[kind])
    if kind in _LIMITS:
        name, limit = _LIMITS[kind]
        return told(f"fault.{name}", limit=f"{limits[limit]:g}")
    if kind in ("literal_error", "enum"):
        first, _, last = limits["expected"].rpartition(" or ")
        return told("fault.one_of", first=tuple(first.split(", ")), last=last) if first else str(last)
    says = detail["msg"]
    return says.removeprefix("Input should be ") if says.startswith("Input should be ") else None


def _keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys of the mapping that stands at `path`."""
    for part in path:
        field = next((field for name, field in model.model_fields.items() if part in (name, field.alias)), None)
        model = (_model_in(field.annotation) if field else None) or model
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
