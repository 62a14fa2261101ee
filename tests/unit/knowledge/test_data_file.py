"""What is handed in as YAML or JSON: text, and JSON where the name says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carrywell.knowledge.data_file import read_data_text, read_text_file
from carrywell.knowledge.faults import Faulty


def test_json_may_be_set_in_with_tabs() -> None:
    assert read_data_text("a.json", '{\n\t"now":\t3\n}').value == {"now": "3"}


@pytest.mark.parametrize("text", ["\U0001f321", "a \U0001f321\U0001f476 b", "\\\U0001f321", "\\ud83c\\udf21", '"'])
def test_a_character_may_be_written_as_a_pair_of_escapes(text: str) -> None:
    """As many programs write what is beyond the first plane; a backslash that is itself escaped begins no escape."""
    assert read_data_text("a.json", json.dumps({"says": text})).value == {"says": text}


def test_half_a_pair_is_no_character() -> None:
    with pytest.raises(Faulty, match=r"a\.json:1:"):
        read_data_text("a.json", r'{"says": "\ud83c"}')


def test_a_name_that_ends_in_json_promises_json() -> None:
    with pytest.raises(Faulty, match=r"a\.json:1:1 not JSON"):
        read_data_text("a.json", "now: 3")
    assert read_data_text("a.yaml", "now: 3").value == {"now": "3"}


def test_what_is_no_text_is_told_with_what_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Faulty, match="not UTF-8 text; allowed is a posture"):
        read_text_file(path, "a posture")
