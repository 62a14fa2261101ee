from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.care import CareLevel
from carrywell.model.item import Review
from carrywell.model.knowledge import Advice, Source
from carrywell.model.stage import Stage
from carrywell.model.text import Text
from tests.lib.small_knowledge import advice, fact, finding, knowledge, pain_class, recheck, screen


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
    with pytest.raises(ValidationError, match="the same id stands twice in this list"):
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


def test_the_level_of_a_stage_comes_before_the_level_of_all() -> None:
    fever = finding("fever", "same_day_gp_or_ed", level_by_stage={"third_trimester": "same_day_maternity"})
    assert fever.level_at(Stage.THIRD_TRIMESTER) is CareLevel.SAME_DAY_MATERNITY
    assert fever.level_at(Stage.POSTPARTUM_6W_12M) is CareLevel.SAME_DAY_GP_OR_ED
    assert finding("fever").level_at(Stage.THIRD_TRIMESTER) is None


@pytest.mark.parametrize("kind", ["limit", "avoid"])
@pytest.mark.parametrize("excuse", [{"not_when": ["fever"]}, {"gates": ["exercise"]}])
def test_no_answer_can_remove_a_warning(kind: str, excuse: dict[str, list[str]]) -> None:
    with pytest.raises(ValidationError, match="an avoid or limit entry is never left out because of an answer"):
        advice("no_ladder", kind=kind, **excuse)
    assert isinstance(advice("short_walk", kind="do", **excuse), Advice)


@pytest.mark.parametrize(("weight", "fits"), [(0, False), (1, True), (3, True), (4, False)])
def test_a_sign_weighs_one_to_three(weight: int, fits: bool) -> None:
    if fits:
        assert pain_class("lumbar", {"all": []}, {"site:low_back": weight}).speaks_for[0].weight == weight
    else:
        with pytest.raises(ValidationError, match="speaks_for"):
            pain_class("lumbar", {"all": []}, {"site:low_back": weight})


@pytest.mark.parametrize("hours", [0, 24 * 28 + 1])
def test_she_is_asked_again_within_four_weeks(hours: int) -> None:
    with pytest.raises(ValidationError, match="in_hours"):
        recheck("weekly", {"all": []}, hours)


@pytest.mark.parametrize("url", ["", "nice.org.uk", "file:///etc/passwd", "javascript:alert(1)"])
def test_a_source_can_be_opened_in_a_browser(url: str) -> None:
    with pytest.raises(ValidationError, match="url"):
        Source(id="NICE", title="Guideline", by="NICE", url=url, kind="guideline", read="full")


class TestUmbrella:
    """One line that asks for all that it covers."""

    def test_it_covers_something_and_nothing_else_does(self) -> None:
        with pytest.raises(ValidationError, match="an umbrella covers findings, and only an umbrella does"):
            finding("any_fever_sign", kind="umbrella")
        with pytest.raises(ValidationError, match="an umbrella covers findings, and only an umbrella does"):
            finding("any_fever_sign", covers=["fever"])

    @pytest.mark.parametrize(
        "own",
        [
            {"level": "routine"},
            {"level_by_stage": {"third_trimester": "routine"}},
            {"raises": [{"with": ["fever"], "to": "routine", "because": "pyelonephritis"}]},
        ],
    )
    def test_it_decides_nothing_by_itself(self, own: dict[str, object]) -> None:
        with pytest.raises(ValidationError, match="an umbrella has no level and raises nothing"):
            finding("any_fever_sign", **{"kind": "umbrella", "covers": ["fever"], **own})

    def test_the_umbrella_of_a_finding(self) -> None:
        umbrella = finding("any_fever_sign", kind="umbrella", covers=["fever", "shaking_chills"])
        small = knowledge(umbrella, finding("fever"), finding("shaking_chills"), finding("vomiting"))
        assert small.umbrella_of == {"fever": "any_fever_sign", "shaking_chills": "any_fever_sign"}


def test_an_unknown_kind_of_screen_is_refused() -> None:
    with pytest.raises(ValidationError, match="'any_of_these', 'abilities' or 'one_by_one'"):
        screen("now", "fever", kind="all_at_once")
