from __future__ import annotations

from carrywell.knowledge.faults import Fault, Faulty

LATER, EARLIER = Fault("case.yaml", 9, 3, "unknown key"), Fault("case.yaml", 2, 11, "not a number")


def test_a_fault_is_one_line_that_an_editor_can_open() -> None:
    assert str(EARLIER) == "case.yaml:2:11 not a number"


def test_every_fault_is_told_from_the_top_of_the_file_down() -> None:
    assert str(Faulty([LATER, EARLIER])) == "case.yaml:2:11 not a number\ncase.yaml:9:3 unknown key"


def test_the_same_fault_is_told_once() -> None:
    assert Faulty([LATER, EARLIER, LATER]).faults == [EARLIER, LATER]
