"""Gives every sentence of an item its id: `findings/fever#ask`, `classes/lumbar#speaks_for.0.says`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from carrywell.model.text import Text

ItemT = TypeVar("ItemT", bound=BaseModel)


def with_keys(item: ItemT, prefix: str) -> ItemT:
    return item.model_copy(update=dict(_updates(item, f"{prefix}#")))


def _updates(part: BaseModel, prefix: str) -> Iterator[tuple[str, object]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        keyed = _keyed(value, f"{prefix}{name}")
        if keyed is not value:
            yield name, keyed


def _keyed(value: object, key: str) -> object:
    if isinstance(value, Text):
        return replace(value, key=key)
    if isinstance(value, BaseModel):
        return value.model_copy(update=dict(_updates(value, f"{key}.")))
    if isinstance(value, tuple) and any(isinstance(part, Text | BaseModel) for part in value):
        return tuple(_keyed(part, f"{key}.{at}") for at, part in enumerate(value))
    return value


def texts_of(part: BaseModel) -> Iterator[Text]:
    """Every sentence of an item, in the order of its fields."""
    for name in type(part).model_fields:
        yield from _texts(getattr(part, name))


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts_of(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
