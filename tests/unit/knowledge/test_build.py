"""What a fault says is shown in bad_kb and test_case_file.py; here is where it is placed."""

from __future__ import annotations

import pytest

from carrywell.knowledge.build import build
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.model.case import Case
from carrywell.model.knowledge import Task

MOPPING = "id: mopping\nname: Mopping\ncounted_in: minutes\nstages: all\norder: 10\n"


def fault(content: str) -> str:
    with pytest.raises(Faulty) as caught:
        build(Task, read_yaml("task.yaml", content))
    return str(caught.value)


def test_an_item() -> None:
    assert build(Task, read_yaml("task.yaml", MOPPING)).order == 10


def test_a_wrong_value_is_placed_at_the_value() -> None:
    assert fault(MOPPING.replace("10", "ten")) == "task.yaml:5:8 order: found 'ten'; allowed: a valid integer"


def test_an_unknown_key_is_placed_at_the_key() -> None:
    told = fault(f"{MOPPING}how: wet\n")
    assert told.startswith("task.yaml:6:1 unknown key 'how'; allowed: id, name, counted_in, stages")


def test_a_missing_key_is_placed_where_it_should_stand() -> None:
    assert fault(MOPPING.replace("order: 10\n", "")) == "task.yaml:1:1 the key 'order' is missing"


def test_an_item_is_a_mapping() -> None:
    assert fault("- mopping\n") == "task.yaml:1:1 a mapping (key: value) is expected at the top"


def test_every_fault_is_told() -> None:
    told = fault("id: mopping\nname: ''\ncounted_in: hours\nstages: all\norder: 10\n").splitlines()
    assert [line.split(" ")[1] for line in told] == ["name:", "counted_in:"]


def test_without_a_file_the_whole_way_to_the_value_is_named() -> None:
    page = Document("page", {"about": {"weeks_pregnant": 20, "babies": "two"}})
    with pytest.raises(Faulty, match=r"page:1:1 about.babies: found 'two'; allowed: a valid integer"):
        build(Case, page)
