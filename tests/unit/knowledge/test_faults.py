from __future__ import annotations

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.few_words import few_words
from carrywell.model.told import told

LATER, EARLIER = Fault("case.yaml", 9, 3, "unknown key"), Fault("case.yaml", 2, 11, "not a number")


def test_a_fault_is_one_line_that_an_editor_can_open() -> None:
    assert str(EARLIER) == "case.yaml:2:11 not a number"


def test_every_fault_is_told_from_the_top_of_the_file_down() -> None:
    assert str(Faulty([LATER, EARLIER])) == "case.yaml:2:11 not a number\ncase.yaml:9:3 unknown key"


def test_the_same_fault_is_told_once() -> None:
    assert Faulty([LATER, EARLIER, LATER]).faults == [EARLIER, LATER]


def test_a_fault_is_spoken_in_the_language_of_the_reader() -> None:
    fault = Fault("case.yaml", 2, 11, told("fault.missing_key", key="'about'"))
    assert str(fault) == "case.yaml:2:11 the key 'about' is missing"
    assert fault.spoken(few_words("zh-Hans")) == "case.yaml:2:11 缺少键'about'"
    assert Faulty([fault]).spoken(few_words("zh-Hans")) == fault.spoken(few_words("zh-Hans"))


def test_a_fault_whose_sentence_cannot_be_read_still_says_what_it_knows() -> None:
    """The words stand in the knowledge base too, and may be what is faulty."""
    assert str(Fault("words/fault.yaml", 1, 1, told("fault.gone", key="'about'"))) == (
        "words/fault.yaml:1:1 fault.gone(key='about')"
    )
