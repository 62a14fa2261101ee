"""What only several moments show, at its edges: three moments, a border of time, the values that a sentence names."""

from __future__ import annotations

import pytest

from carrywell.decide.over_time import new_places, shown_by, this_pain
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import finding, knowledge
from tests.unit.decide.test_over_time import holds, rule, scores, shown

NO_BETTER = rule("not_better_2w", points=1, from_days=14)
ADD_UP = rule("nerve_signs_add_up", signs=["leg_pain_one", "leg_numb_tingling", "leg_weakness_one"], within_days=60)


class TestTheSamePain:
    @pytest.mark.parametrize(("weeks", "counted"), [(2.5, 2), (2.6, 1)])
    def test_began_three_and_a_half_days_before_her_word_at_the_most(self, weeks: float, counted: int) -> None:
        assert len(this_pain([pregnant(20), pregnant(20 + weeks, started_weeks_ago=2)])) == counted


class TestNoBetter:
    def test_is_counted_from_the_first_moment_that_has_a_score(self) -> None:
        assert holds(NO_BETTER, *scores(None, 5, 5, weeks=2))
        assert not holds(NO_BETTER, *scores(None, 7, 5, weeks=2))

    def test_names_the_weeks_and_the_moments(self) -> None:
        assert [dict(found.values) for found in shown(NO_BETTER, *scores(5, 5, 5, weeks=2))] == [
            {"weeks": 4, "moments": 3}
        ]

    @pytest.mark.parametrize(
        ("days", "counted"),
        [(("01", "01", "20"), 2), (("01", "02", "20"), 3), (("01", "03", "20"), 3), (("01", "20", "20"), 2)],
    )
    def test_moments_of_one_day_count_as_one(self, days: tuple[str, ...], counted: int) -> None:
        moments = [pregnant(20, now=5, asked_on=f"2026-10-{day}") for day in days]
        (found,) = shown(NO_BETTER, *moments)
        assert found.values["moments"] == counted


def test_a_strong_pain_is_told_with_its_score() -> None:
    (found,) = shown(rule("strong_again", strength=8), *scores(2, 9))
    assert found.values == {"now": 9}


class TestPlaces:
    def test_are_those_of_the_moment_now_against_every_earlier_one(self) -> None:
        moments = [pregnant(20 + at, sites=[site]) for at, site in enumerate(("groin", "foot", "neck"))]
        assert new_places(moments, knowledge()) == ("neck",)
        assert new_places([*moments, pregnant(24, sites=["foot"])], knowledge()) == ()

    def test_a_place_first_named_at_the_second_moment_is_no_new_one_at_the_third(self) -> None:
        moments = [pregnant(20), pregnant(21, sites=["foot"]), pregnant(22, sites=["foot", "neck"])]
        assert new_places(moments, knowledge()) == ("neck",)


class TestTheOtherSide:
    RULE = rule("other_side")

    @pytest.mark.parametrize(
        ("sides", "other"),
        [
            (("right", "left"), True),
            (("right", "both"), True),
            (("right", "right"), False),
            (("right", "middle"), False),
            (("left", "right", "right"), False),  # it was the right side already, the time before
            (("left", "right", "left"), True),
            (("left", None, "right"), True),
        ],
    )
    def test_is_seen_against_the_last_side_she_named(self, sides: tuple[str | None, ...], other: bool) -> None:
        assert holds(self.RULE, *(pregnant(20 + at, side=side) for at, side in enumerate(sides))) is other


def test_a_pain_that_was_never_gone_is_not_back_again() -> None:
    assert not holds(rule("back_again"), pregnant(20, now=5), pregnant(30, now=4, started_weeks_ago=1))


class TestSignsThatAddUp:
    def test_add_up_also_over_a_time_without_pain(self) -> None:
        moments = [
            pregnant(20, now=5, leg_pain_one="yes"),
            pregnant(21, now=0),
            pregnant(22, now=3, leg_numb_tingling="yes"),
        ]
        (found,) = shown(ADD_UP, *moments)
        assert found.values == {"findings": ["leg_numb_tingling"]}

    def test_a_moment_without_signs_between_takes_nothing_back(self) -> None:
        moments = [pregnant(20, leg_pain_one="yes"), pregnant(21), pregnant(22, leg_weakness_one="yes")]
        assert holds(ADD_UP, *moments)

    def test_a_sign_told_at_the_moment_before_is_no_further_one(self) -> None:
        told = {"leg_pain_one": "yes", "leg_numb_tingling": "yes"}
        assert not holds(ADD_UP, pregnant(20, leg_pain_one="yes"), pregnant(21, **told), pregnant(22, **told))


class TestANewSign:
    def shown(self, sign: Finding, *cases: Case) -> list[object]:
        return [found.values["findings"] for found in shown_by(cases, None, knowledge(sign, rule("new_sign")))]

    def test_is_a_sign_of_her_own_stage(self) -> None:
        sign = finding("pelvic_pressure", level_by_stage={"third_trimester": "same_day_maternity"})
        for weeks, new in ((30, True), (20, False)):
            found = self.shown(sign, pregnant(weeks - 1), pregnant(weeks, pelvic_pressure="yes"))
            assert found == ([["pelvic_pressure"]] if new else []), weeks

    def test_told_at_the_moment_before_is_not_new(self) -> None:
        sign = finding("vomiting", "within_2_days")
        moments = [pregnant(20), pregnant(21, vomiting="yes"), pregnant(22, vomiting="yes")]
        assert self.shown(sign, *moments) == []
        assert self.shown(sign, *moments[:2]) == [["vomiting"]]


class TestStillThere:
    def test_is_nothing_that_a_pregnant_woman_can_have(self) -> None:
        assert not holds(rule("still_there_12w", strength=4, from_days=7), pregnant(20, now=6), pregnant(23, now=6))

    @pytest.mark.parametrize(("before", "still"), [(11.9, True), (12, False), (12.5, False)])
    def test_the_check_before_must_lie_in_the_first_twelve_weeks(self, before: float, still: bool) -> None:
        over = rule("still_there_12w", strength=4, from_days=84)
        assert holds(over, postpartum(before, now=6), postpartum(13, now=6)) is still
