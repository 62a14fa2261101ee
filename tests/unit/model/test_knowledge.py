from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.care import CareLevel
from carrywell.model.knowledge import Advice, NamedFact, Source
from carrywell.model.rules_parse import parse_when
from carrywell.model.stage import Stage
from tests.lib.small_knowledge import advice, fact, finding, knowledge, pain_class, recheck, screen


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
            {"level_by_stage": {"third_trimester": "routine"}},
            {"raises": [{"with": ["fever"], "to": "routine", "because": "pyelonephritis"}]},
        ],
    )
    def test_it_decides_nothing_by_itself(self, own: dict[str, object]) -> None:
        with pytest.raises(ValidationError, match="an umbrella has at most one level, and raises nothing"):
            finding("any_fever_sign", **{"kind": "umbrella", "covers": ["fever"], **own})

    def test_the_umbrella_of_a_finding(self) -> None:
        umbrella = finding("any_fever_sign", kind="umbrella", covers=["fever", "shaking_chills"], opens="Which?")
        small = knowledge(umbrella, finding("fever"), finding("shaking_chills"), finding("vomiting"))
        assert small.umbrella_of == {"fever": "any_fever_sign", "shaking_chills": "any_fever_sign"}


def test_an_unknown_kind_of_screen_is_refused() -> None:
    with pytest.raises(ValidationError, match="'any_of_these' or 'one_by_one'"):
        screen("now", "fever", kind="all_at_once")


class TestRestsOn:
    """What a condition looks at in the end, its named facts taken apart."""

    def rests_on(self, *facts: NamedFact) -> frozenset[str]:
        small = knowledge(finding("fever"), finding("vomiting"), *facts)
        return small.rests_on(parse_when({"all": ["is:ill", "is:pregnant"]}))

    def test_named_facts_are_taken_apart_to_the_last(self) -> None:
        ill, hot = fact("ill", {"any": ["is:hot", "vomiting"]}), fact("hot", "fever")
        assert self.rests_on(ill, hot) == {"fever", "vomiting", "is:pregnant"}

    def test_a_fact_that_rests_on_itself_is_not_gone_round_for_ever(self) -> None:
        ill, hot = fact("ill", {"any": ["is:hot", "vomiting"]}), fact("hot", {"any": ["is:ill", "fever"]})
        assert self.rests_on(ill, hot) == {"fever", "vomiting", "is:pregnant"}


def test_a_copy_with_other_entries_works_out_anew_what_rests_on_them() -> None:
    walk, rest = advice("walk"), advice("rest")
    before = knowledge(walk)
    assert set(before.advice_at[Stage.FIRST_TRIMESTER]) == {walk}
    after = before.model_copy(update={"advice": {"rest": rest}})
    assert after.advice_at[Stage.FIRST_TRIMESTER] == (rest,)
