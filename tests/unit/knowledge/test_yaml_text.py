from __future__ import annotations

import importlib.util
import sys

import pytest
import yaml

from carrywell.knowledge import yaml_text
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.yaml_text import DEEPEST, MOST_VALUES, Document, read_yaml


def fault(content: str) -> str:
    with pytest.raises(Faulty) as caught:
        read_yaml("a.yaml", content)
    return str(caught.value)


def test_every_value_stays_the_text_that_was_written() -> None:
    written = "{flag: no, version: 1.20, day: 2026-11-22, nothing: null, list: [yes, 0x10]}"
    assert read_yaml("a.yaml", written).value == {
        "flag": "no",
        "version": "1.20",
        "day": "2026-11-22",
        "nothing": "null",
        "list": ["yes", "0x10"],
    }


class TestPlaces:
    DOCUMENT = read_yaml("a.yaml", "about:\n  weeks: 23\nsites:\n  - low_back\n  - groin\n")

    @pytest.mark.parametrize(
        ("path", "place"),
        [
            ((), "1:1"),
            (("about",), "2:3"),
            (("about", "weeks"), "2:10"),
            (("sites", 1), "5:5"),
            (("about", "height"), "2:3"),  # not there: the mapping that should hold it
            (("sites", 7, "x"), "4:3"),
        ],
    )
    def test_of_a_value(self, path: yaml_text.Path, place: str) -> None:
        assert str(self.DOCUMENT.fault_at(path, "wrong")) == f"a.yaml:{place} wrong"

    def test_of_a_key(self) -> None:
        assert str(self.DOCUMENT.fault_on_key(("about", "weeks"), "wrong")) == "a.yaml:2:3 wrong"
        assert str(self.DOCUMENT.fault_on_key(("sites", 1), "wrong")) == "a.yaml:5:5 wrong"

    def test_of_a_text(self) -> None:
        assert str(self.DOCUMENT.fault_on("groin", "wrong")) == "a.yaml:5:5 wrong"
        assert str(self.DOCUMENT.fault_on("elbow", "wrong")) == "a.yaml:1:1 wrong"

    def test_without_a_file_every_place_is_the_first(self) -> None:
        page = Document("page", {"about": {}})
        assert (
            str(page.fault_at(("about",), "wrong")) == str(page.fault_on_key(("about",), "wrong")) == "page:1:1 wrong"
        )


class TestNotYaml:
    def test_empty(self) -> None:
        assert fault("") == fault("# only a comment\n") == "a.yaml:1:1 the file is empty"

    def test_an_open_bracket(self) -> None:
        assert fault("about: [1, 2\n") == "a.yaml:2:1 not YAML: did not find expected ',' or ']'"

    def test_a_tab_for_indentation(self) -> None:
        assert fault("about:\n\tweeks: 3\n") == "a.yaml:2:1 not YAML: found character that cannot start any token"

    def test_an_unknown_alias(self) -> None:
        assert fault("about: *her\n") == "a.yaml:1:8 not YAML: found undefined alias"

    def test_a_second_document(self) -> None:
        assert fault("a: 1\n---\nb: 2\n") == "a.yaml:2:1 not YAML: but found another document"

    @pytest.mark.parametrize("character", ["\x00", "\x07", "\x7f", "\ud800"])
    def test_a_control_character_and_its_place_after_letters_of_any_script(self, character: str) -> None:
        told = fault(f"é: 1\nübel: {character}\n")
        assert told == f"a.yaml:2:7 not YAML: the control character {character!r}; allowed is text"


class TestMonsters:
    """Files that would take the parser's stack or the machine's memory."""

    def test_a_key_that_stands_twice(self) -> None:
        assert fault("fever: yes\npain: no\nfever: no\n") == "a.yaml:3:1 the key 'fever' stands twice; allowed is once"

    def test_a_key_that_stands_twice_deep_down(self) -> None:
        assert fault("a:\n  b: {c: 1, c: 2}\n") == "a.yaml:2:13 the key 'c' stands twice; allowed is once"

    def test_a_list_as_a_key(self) -> None:
        assert fault("? [a, b]\n: c\n") == "a.yaml:1:3 a key must be a plain word"

    @pytest.mark.parametrize("content", ["about: &a {x: *a}\n", "about: &a [b, *a]\n"])
    def test_an_alias_that_contains_itself(self, content: str) -> None:
        assert fault(content) == "a.yaml:1:8 an alias that contains itself"

    def test_an_alias_that_is_used_twice_is_no_fault(self) -> None:
        assert read_yaml("a.yaml", "a: &a [x]\nb: *a\nc: *a\n").value == {"a": ["x"], "b": ["x"], "c": ["x"]}

    @pytest.mark.parametrize("depth", [DEEPEST, 100_000])
    @pytest.mark.parametrize("opening", ["[", "{a: "])
    def test_nested_too_deeply(self, opening: str, depth: int) -> None:
        column = 4 + len(opening) * (DEEPEST - 1)  # the first bracket too many; one level is the mapping itself
        assert fault("a: " + opening * depth) == f"a.yaml:1:{column} nested too deeply; allowed are {DEEPEST} levels"

    def test_nested_as_deeply_as_allowed(self) -> None:
        levels = DEEPEST - 1
        assert read_yaml("a.yaml", f"a: {'[' * levels}{']' * levels}\n").value

    def test_aliases_of_aliases_that_would_fill_the_memory(self) -> None:
        lines = ["l0: &l0 [a, a, a, a, a, a, a, a, a, a]"]
        lines += [f"l{at}: &l{at} [{', '.join([f'*l{at - 1}'] * 10)}]" for at in range(1, 10)]
        assert f"more than {MOST_VALUES} values; allowed is one item or case" in fault("\n".join(lines))


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CBaseLoader")
    spec = importlib.util.spec_from_file_location("slow_yaml_text", yaml_text.__file__)
    assert spec is not None
    slow = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, slow)
    spec.loader.exec_module(slow)
    assert slow._Loader is yaml.BaseLoader
    assert slow.read_yaml("a.yaml", "a: {b: no}\n").value == {"a": {"b": "no"}}


class TestWithin:
    TEXT = "case:\n  answers:\n    fever: hot\nrest: [1, {a: 2}]\n"

    def test_a_part_knows_its_places_in_the_whole_file(self) -> None:
        inside = read_yaml("result", self.TEXT).within(("case",))
        assert inside.value == {"answers": {"fever": "hot"}}
        assert str(inside.fault_at(("answers", "fever"), "wrong")) == "result:3:12 wrong"
        assert str(inside.fault_on_key(("answers", "fever"), "wrong")) == "result:3:5 wrong"

    def test_of_a_list(self) -> None:
        inside = read_yaml("result", self.TEXT).within(("rest", 1))
        assert (inside.value, inside.fault_at((), "wrong").column) == ({"a": "2"}, 11)

    def test_of_what_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            read_yaml("result", self.TEXT).within(("cases",))


def test_how_many_values_are_allowed_may_be_said() -> None:
    assert read_yaml("result", "[1, 2, 3]", 4).value == ["1", "2", "3"]
    with pytest.raises(Faulty, match="result:1:8 more than 3 values; allowed is one item or case"):
        read_yaml("result", "[1, 2, 3]", 3)
