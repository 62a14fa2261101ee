"""YAML read as text, with the place of every value.

PyYAML's own types turn `no` into False, `1.20` into 1.2 and keep the last of two equal keys in silence. Here every
scalar stays text (the model turns it into dates and numbers), a key that stands twice is a fault, and each path knows
its line and column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.parser_words import parser_says
from carrywell.model.told import Told, told

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # libyaml missing: slower, same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]

# Far beyond any case or item; past these the parser would run out of stack, or aliases of aliases out of memory.
DEEPEST = 50
MOST_VALUES = 20_000


@dataclass(slots=True)
class Document:
    """A YAML file as plain texts, lists and mappings, with (line, column) of each path, counted from 1."""

    file: str
    value: object = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    texts: dict[str, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    most_values: int = MOST_VALUES

    def within(self, path: Path) -> Document:
        """What stands at `path`, as a document that knows its places in this file. KeyError if nothing stands there."""
        value: Any = self.value
        for part in path:
            value = value[part]
        inside = Document(self.file, value, texts=self.texts)
        inside.places = {place[len(path) :]: at for place, at in self.places.items() if place[: len(path)] == path}
        inside.keys = {place[len(path) :]: at for place, at in self.keys.items() if place[: len(path)] == path}
        return inside

    def fault_at(self, path: Path, says: Told | str) -> Fault:
        """The fault at the deepest part of `path` that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Fault(self.file, line, column, says)

    def fault_on_key(self, path: Path, says: Told | str) -> Fault:
        """The fault at the key of what stands at `path`."""
        if path not in self.keys:
            return self.fault_at(path, says)
        return Fault(self.file, *self.keys[path], says)

    def fault_on(self, text: str, says: Told | str) -> Fault:
        """The fault where `text` first stands as a value or key."""
        line, column = self.texts.get(text, (1, 1))
        return Fault(self.file, line, column, says)


def read_yaml(file: str, content: str, most_values: int = MOST_VALUES) -> Document:
    """Faulty when the text is not YAML, holds a key twice, holds nothing, or more than `most_values`."""
    document = Document(file, most_values=most_values)
    faults: list[Fault] = []
    _must_be_text(file, content)
    try:
        _not_too_deep(file, content)
        node = yaml.compose(content, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        assert mark is not None  # PyYAML and libyaml say where, each time
        says = told("fault.not_yaml", problem=parser_says(error.problem or ""))
        raise Faulty([Fault(file, mark.line + 1, mark.column + 1, says)]) from error
    if node is None:
        raise Faulty([Fault(file, 1, 1, told("fault.empty"))])
    document.value = _plain(node, (), document, faults, frozenset())
    if faults:
        raise Faulty(faults)
    return document


def _not_too_deep(file: str, content: str) -> None:
    depth = 0
    for event in yaml.parse(content, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark = event.start_mark
            assert mark is not None  # every event of a text that is being read has its place
            place = (mark.line + 1, mark.column + 1)
            raise Faulty([Fault(file, *place, told("fault.too_deep", most=DEEPEST))])


def _must_be_text(file: str, content: str) -> None:
    """Control characters are refused here, since the two parsers count their place differently."""
    wrong = yaml.reader.Reader.NON_PRINTABLE.search(content)
    if wrong is not None:
        before = content[: wrong.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise Faulty([Fault(file, line, column, told("fault.control_character", found=repr(wrong.group())))])


def _plain(node: yaml.Node, path: Path, document: Document, faults: list[Fault], above: frozenset[int]) -> object:
    place = (node.start_mark.line + 1, node.start_mark.column + 1)
    document.places[path] = place
    if len(document.places) > document.most_values:
        raise Faulty([Fault(document.file, *place, told("fault.too_many_values", most=document.most_values))])
    if id(node) in above:
        faults.append(Fault(document.file, *place, told("fault.alias_loop")))
        return None
    within = above | {id(node)}
    if isinstance(node, yaml.ScalarNode):
        document.texts.setdefault(node.value, place)
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, at), document, faults, within) for at, child in enumerate(node.value)]
    return _mapping(node, path, document, faults, within)


def _mapping(
    node: yaml.Node, path: Path, document: Document, faults: list[Fault], within: frozenset[int]
) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        key = key_node.value
        if not isinstance(key, str):
            faults.append(Fault(document.file, *place, told("fault.plain_key")))
            continue
        document.texts.setdefault(key, place)
        document.keys.setdefault((*path, key), place)
        if key in found:
            faults.append(Fault(document.file, *place, told("fault.key_twice", key=repr(key))))
            continue
        found[key] = _plain(value_node, (*path, key), document, faults, within)
    return found
