"""What every item of the knowledge base is made of: sentences, stages, ids, and on what ground it stands."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.item import Review
from carrywell.model.stage import Stage
from carrywell.model.text import Text
from tests.lib.small_knowledge import fact, finding


def test_a_sentence_stands_on_one_line_however_it_was_written() -> None:
    assert finding("fever", ask="Do you\n  have  a fever?\n").ask == Text("Do you have a fever?")


def test_a_sentence_that_is_read_already_stays_as_it_is() -> None:
    keyed = Text("Do you have a fever?", "findings/fever#ask")
    assert finding("fever", ask=keyed).ask is keyed


@pytest.mark.parametrize("sentence", ["", "   ", None, 3, ["a"]])
def test_an_empty_sentence_is_refused(sentence: object) -> None:
    with pytest.raises(ValidationError, match="a sentence is expected here"):
        finding("fever", ask=sentence)


def test_a_sentence_that_is_not_written_yet_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"the sentence is not written yet \(TODO\)"):
        finding("fever", ask="TODO ask about fever")


def test_stages_all_means_each_of_the_six() -> None:
    assert finding("fever", stages="all").stages == tuple(Stage)


def test_a_finding_of_no_stage_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        finding("fever", stages=[])


def test_an_id_stands_once_in_a_list() -> None:
    with pytest.raises(ValidationError, match=r"wrong\.id_twice"):
        finding("fever", conditions=["pyelonephritis", "pyelonephritis"])


@pytest.mark.parametrize("basis", ["sourced", "inferred"])
def test_what_claims_a_source_names_one(basis: str) -> None:
    with pytest.raises(ValidationError, match=f"basis is {basis}, so at least one source is needed"):
        finding("fever", basis=basis)
    assert finding("fever", basis=basis, sources=["NHS_KIDNEY"]).sources == ("NHS_KIDNEY",)


def test_a_judgement_of_this_project_needs_no_source() -> None:
    assert finding("fever", basis="design").sources == ()


@pytest.mark.parametrize("said", ["yes", "n/a", "", "2026-11-22", {"by": "Dr A"}, {"by": "", "on": "2026-11-22"}])
def test_reviewed_is_none_yet_or_a_person_and_a_day(said: object) -> None:
    with pytest.raises(ValidationError):
        finding("fever", reviewed=said)


def test_a_review_by_a_person_on_a_day() -> None:
    reviewed = finding("fever", reviewed={"by": "A. Midwife", "on": "2026-11-22"}).reviewed
    assert isinstance(reviewed, Review)
    assert (reviewed.by, reviewed.on.isoformat()) == ("A. Midwife", "2026-11-22")


@pytest.mark.parametrize("name", ["", "9lives", "fever!", "two words", "fever-high"])
def test_an_id_is_a_plain_word(name: str) -> None:
    with pytest.raises(ValidationError, match="String should match pattern"):
        fact(name, "fever")
