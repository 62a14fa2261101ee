"""What asking needs to know of a stage."""

from __future__ import annotations

from carrywell.decide.rulebook import rulebook
from carrywell.decide.stage_lines import StageLines, stage_lines
from carrywell.model.stage import Stage
from tests.lib.small_knowledge import combination, finding, knowledge, umbrella

NOW = Stage.SECOND_TRIMESTER


def lines(*items: object, stage: Stage = NOW) -> StageLines:
    small = knowledge(*items)  # type: ignore[arg-type]
    return stage_lines(stage, small, rulebook(small))


def test_private_lines_and_those_of_other_stages_are_left_out() -> None:
    found = lines(
        finding("fever"), finding("hit_or_afraid", private=True), finding("chills", stages=["first_trimester"])
    )
    assert {line.id for line in found.lines} == {"fever", "worse_moving_better_rest"}


def test_an_umbrella_of_another_stage_covers_nothing_now() -> None:
    over = umbrella("feels_unwell", "fever", stages=["first_trimester"])
    assert lines(finding("fever"), over).umbrella == {}
    assert lines(finding("fever"), over, stage=Stage.FIRST_TRIMESTER).umbrella["fever"].id == "feels_unwell"


def test_rules_are_told_on_the_form_that_answers_them() -> None:
    found = lines(
        finding("fever", "routine"),
        combination("at_flank", {"all": ["site:flank", "fever"]}, "routine"),
        combination("on_stairs", {"all": ["worse_with:stairs", "fever"]}, "routine"),
    )
    told = {form: [rule.id for rule, _ in rules] for form, rules in found.told.items()}
    assert told == {"where": ["at_flank"], "changes": ["on_stairs"]}
    assert [rule.id for rule, _ in found.raising["fever"]] == ["fever", "at_flank", "on_stairs"]


def test_a_yes_alone_reaches_the_speed_of_its_own_level() -> None:
    found = lines(finding("fever", "routine"), finding("vomiting"))
    assert found.alone == {"fever": 1, "vomiting": -1, "worse_moving_better_rest": -1}
