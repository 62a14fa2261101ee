"""The shipped knowledge base with a few items changed, as if another version of it were installed.

engine = engine_with("findings", fever={"level": "within_2_days"})     fields of an item, as the model has them
engine = engine_without("advice", "walk_daily")
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carrywell.app.engine import Engine, open_engine
from carrywell.decide.interview import interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.knowledge.reader import fingerprinted
from carrywell.model.item import Item


def engine_with(folder: str, **changed: Mapping[str, Any]) -> Engine:
    items = getattr(open_engine().knowledge, folder)
    return _engine(folder, {**items, **{name: items[name].model_copy(update=new) for name, new in changed.items()}})


def engine_without(folder: str, *gone: str) -> Engine:
    items = getattr(open_engine().knowledge, folder)
    return _engine(folder, {name: item for name, item in items.items() if name not in gone})


def _engine(folder: str, items: Mapping[str, Item]) -> Engine:
    knowledge = fingerprinted(open_engine().knowledge.model_copy(update={folder: items, "version": "another"}))
    book = rulebook(knowledge)
    return Engine(knowledge, book, interviewer(knowledge, book))
