"""What several moments show. Each rule stands alone here, with numbers of its own."""

from __future__ import annotations

from typing import get_args

import pytest

from carrywell.decide.over_time import RULES, new_places, shown_by, this_pain
from carrywell.model.case import Case
from carrywell.model.course import Shown
from carrywell.model.follow_up import OverTime, OverTimeId, Settles
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import finding, knowledge

SIGNS = tuple(map(finding, ("fever", "leg_pain_one", "leg_numb_tingling", "leg_weakness_one")))


def rule(name: str, **numbers: object) -> OverTime:
    own = {"id": name, "says": f"says {name}", "basis": "design", "reviewed": "none yet"}
    return OverTime.model_validate({**own, **numbers})


def shown(over_time: OverTime, *cases: Case, settles: Settles | None = None) -> list[Shown]:
    return list(shown_by(cases, settles, knowledge(*SIGNS, over_time)))


def holds(over_time: OverTime, *cases: Case) -> bool:
    return bool(shown(over_time, *cases))


def scores(*said: int | None, weeks: float = 1.0) -> list[Case]:
    """Moments so many weeks apart, from week 20, with these scores."""
    return [pregnant(20 + at * weeks, now=score) for at, score in enumerate(said)]


def test_every_rule_that_a_knowledge_base_may_have_has_its_function() -> None:
    assert set(RULES) == set(get_args(OverTimeId))


@pytest.mark.parametrize("name", sorted(RULES))
def test_one_moment_shows_nothing(name: str) -> None:
    told = postpartum(20, sites=["lower_leg"], side="both", now=10, course="worse_over_days", fever="yes")
    assert not holds(rule(name, signs=["fever"], after_signs=["fever"]), told)


class TestTheSamePain:
    def test_began_after_the_last_score_of_nothing(self) -> None:
        moments = scores(5, 0, 4, 3)
        assert this_pain(moments) == moments[2:]

    def test_is_gone_at_a_score_of_nothing(self) -> None:
        assert this_pain(scores(5, 0)) == ()

    @pytest.mark.parametrize(("started", "counted"), [(0, 1), (1, 2), (2, 3), (None, 3)])
    def test_did_not_begin_before_she_says_it_did(self, started: float | None, counted: int) -> None:
        moments = [pregnant(20), pregnant(21), pregnant(22, started_weeks_ago=started)]
        assert len(this_pain(moments)) == counted

    def test_two_weeks_ago_need_not_be_fourteen_days(self) -> None:
        moments = [pregnant(28), pregnant(30.29, started_weeks_ago=2)]
        assert this_pain(moments) == moments


class TestNoBetter:
    RULE = rule("not_better_2w", points=1, from_days=14)

    @pytest.mark.parametrize(
        ("then", "now", "weeks"), [(5, 5, 2), (5, 6, 2), (5, 5, 9)], ids=["the same", "more", "for long"]
    )
    def test_when_the_score_has_not_fallen(self, then: int, now: int, weeks: float) -> None:
        assert holds(self.RULE, *scores(then, now, weeks=weeks))

    @pytest.mark.parametrize(
        ("then", "now", "weeks"), [(5, 4, 2), (5, 5, 1.9), (5, 0, 3), (0, 0, 3), (None, 5, 3), (5, None, 3)]
    )
    def test_not_when_it_has_or_when_that_is_not_known(self, then: int | None, now: int | None, weeks: float) -> None:
        assert not holds(self.RULE, *scores(then, now, weeks=weeks))

    def test_is_counted_from_the_first_score_of_this_pain(self) -> None:
        assert not holds(self.RULE, *scores(7, 4, 4, weeks=2))  # better since the first, the same since the second
        assert holds(self.RULE, *scores(4, 7, 4, weeks=1))
        assert not holds(self.RULE, *scores(4, 0, 4, weeks=1))  # gone and back is another pain

    def test_over_a_birth_counts_at_least_the_weeks_since(self) -> None:
        assert holds(self.RULE, pregnant(39, now=5), postpartum(2, now=5))
        assert not holds(self.RULE, pregnant(39, now=5), postpartum(1.9, now=5))

    @pytest.mark.parametrize(
        ("course", "no_better"),
        [("steady", True), ("worse_over_weeks", True), ("comes_and_goes", False), ("better_over_weeks", False)],
    )
    def test_without_scores_by_her_word_now(self, course: str, no_better: bool) -> None:
        assert holds(self.RULE, pregnant(20), pregnant(22, course=course)) is no_better
        assert not holds(self.RULE, pregnant(20, course=course), pregnant(22))

    def test_a_fall_that_counts_may_be_set_higher(self) -> None:
        careful = rule("not_better_2w", points=2, from_days=14)
        assert (holds(careful, *scores(5, 4, weeks=2)), holds(careful, *scores(5, 3, weeks=2))) == (True, False)

    def test_names_the_weeks(self) -> None:
        (found,) = shown(self.RULE, *scores(5, 5, weeks=3))
        assert found.values["weeks"] == 3


class TestTheTimeOfItsClass:
    RULE = rule("not_settled", points=1)

    def settles(self, weeks: float, otherwise: str | None = None) -> Settles:
        return Settles.model_validate({"within_weeks": weeks, "otherwise": otherwise, "basis": "design"})

    def test_decides_when_pain_should_have_eased(self) -> None:
        moments = scores(5, 5, weeks=1)
        assert shown(self.RULE, *moments, settles=self.settles(1))
        assert not shown(self.RULE, *moments, settles=self.settles(2))

    def test_stands_for_what_the_class_says(self) -> None:
        (found,) = shown(self.RULE, *scores(5, 5), settles=self.settles(1, "fever"))
        assert found.finding == "fever"

    def test_without_a_class_nothing_is_expected(self) -> None:
        assert not shown(self.RULE, *scores(5, 5, weeks=9))

    def test_is_not_told_twice(self) -> None:
        both = knowledge(self.RULE, rule("not_better_2w", points=1, from_days=14))
        names = {
            otherwise: [found.rule.id for found in shown_by(scores(5, 5, weeks=3), self.settles(1, otherwise), both)]
            for otherwise in (None, "fever")
        }
        assert names == {None: ["not_better_2w"], "fever": ["not_better_2w", "not_settled"]}


class TestThirdContact:
    RULE = rule("third_contact", points=1, from_days=14, moments=3)

    def test_is_the_third_moment_of_pain_that_is_no_better(self) -> None:
        assert not holds(self.RULE, *scores(5, 5, weeks=2))
        assert holds(self.RULE, *scores(5, 5, 5, weeks=1))

    def test_not_of_pain_that_gets_better(self) -> None:
        assert not holds(self.RULE, *scores(6, 5, 4, 3, weeks=1))

    def test_not_within_the_first_days(self) -> None:
        assert not holds(self.RULE, *scores(5, 5, 5, 5, weeks=1 / 7))

    def test_moments_of_one_day_are_one(self) -> None:
        assert not holds(self.RULE, pregnant(20, now=5), pregnant(22, now=5), pregnant(22, now=5))


class TestRising:
    SLOW = rule("worse_over_weeks", points=2, from_days=7)
    FAST = rule("getting_worse_fast", points=3, within_days=7)

    @pytest.mark.parametrize(
        ("said", "weeks", "rises"),
        [
            ((3, 5), 1, True),
            ((3, 4), 1, False),
            ((3, 4, 5), 1, True),  # a point at a time
            ((6, 2, 4), 1, True),  # from the lowest
            ((3, 5), 0.5, False),
            ((5, 0, 2), 1, False),  # gone in between
        ],
    )
    def test_over_weeks(self, said: tuple[int, ...], weeks: float, rises: bool) -> None:
        assert holds(self.SLOW, *scores(*said, weeks=weeks)) is rises

    @pytest.mark.parametrize(
        ("said", "weeks", "rises"), [((3, 6), 0.9, True), ((3, 5), 0.1, False), ((3, 6), 1, False), ((3, 6), 0, True)]
    )
    def test_within_days(self, said: tuple[int, ...], weeks: float, rises: bool) -> None:
        assert holds(self.FAST, *scores(*said, weeks=weeks)) is rises

    def test_names_both_scores(self) -> None:
        (found,) = shown(self.SLOW, *scores(6, 2, 4))
        assert found.values == {"before": 2, "now": 4}


def test_strong_pain_is_told_again_from_the_score_that_is_set() -> None:
    strong = rule("strong_again", strength=8)
    assert [holds(strong, *scores(9, now)) for now in (7, 8, 9)] == [False, True, True]
    assert not holds(strong, *scores(9, None))


@pytest.mark.parametrize("name", ["course_over_days", "course_over_weeks"])
def test_her_own_word_on_how_it_goes_counts_where_she_says_it_now(name: str) -> None:
    said = name.replace("course", "worse")
    assert holds(rule(name), pregnant(20), pregnant(21, course=said))
    assert not holds(rule(name), pregnant(20, course=said), pregnant(21))
    assert not holds(rule(name), pregnant(20), pregnant(21, course="steady"))


class TestPlaces:
    @pytest.mark.parametrize(
        ("before", "now", "new"),
        [
            (["low_back"], ["low_back", "lower_leg"], ("lower_leg",)),
            (["low_back", "groin"], ["groin"], ()),
            (["back_somewhere"], ["low_back"], ()),  # the rough place may have meant it
            (["low_back"], ["back_somewhere"], ()),  # and the other way round
            (["low_back"], ["leg_somewhere"], ("leg_somewhere",)),
            ([], ["low_back"], ()),  # nothing was named before
            (["low_back"], [], ()),
        ],
    )
    def test_new_ones_are_those_that_nothing_before_can_have_meant(
        self, before: list[str], now: list[str], new: tuple[str, ...]
    ) -> None:
        assert new_places([pregnant(20, sites=before), pregnant(21, sites=now)], knowledge()) == new

    def test_are_compared_with_every_moment_before(self) -> None:
        moments = [pregnant(20, sites=["groin"]), pregnant(21, sites=["low_back"]), pregnant(22, sites=["groin"])]
        assert new_places(moments, knowledge()) == ()

    def test_a_rule_may_look_at_some_only(self) -> None:
        leg = rule("leg_marked", sites=["lower_leg", "foot"])
        before = pregnant(20, sites=["low_back"])
        (found,) = shown(leg, before, pregnant(21, sites=["low_back", "foot", "groin"]))
        assert found.values == {"places": ["foot"]}
        assert not holds(leg, before, pregnant(21, sites=["groin"]))

    @pytest.mark.parametrize(("side", "both"), [("both", True), ("left", False), (None, False)])
    def test_both_legs_may_be_meant_where_she_says_both_sides(self, side: str | None, both: bool) -> None:
        legs = rule("both_legs_marked", sites=["lower_leg"])
        marked = pregnant(21, sites=["low_back", "lower_leg"], side=side)
        assert holds(legs, pregnant(20, sites=["low_back"]), marked) is both

    @pytest.mark.parametrize(
        ("before", "now", "other"),
        [("left", "both", True), ("left", "right", True), ("left", "left", False), ("both", "left", False)],
    )
    def test_another_side(self, before: str, now: str, other: bool) -> None:
        assert holds(rule("other_side"), pregnant(20, side=before), pregnant(21, side=now)) is other
        assert not holds(rule("other_side"), pregnant(20), pregnant(21, side=now))

    def test_pain_that_was_gone_is_back_once(self) -> None:
        assert holds(rule("back_again"), *scores(5, 0, 3))
        assert not holds(rule("back_again"), *scores(5, 0, 3, 3))
        assert not holds(rule("back_again"), *scores(5, 3))
        assert not holds(rule("back_again"), *scores(5, 0))


class TestSigns:
    ADD_UP = rule(
        "nerve_signs_add_up",
        within_days=14,
        signs=["leg_numb_tingling", "leg_weakness_one"],
        after_signs=["leg_pain_one"],
    )

    @pytest.mark.parametrize(
        ("before", "now", "adds"),
        [
            (pregnant(20, leg_pain_one="yes"), pregnant(21, leg_numb_tingling="yes"), True),
            (pregnant(20, leg_numb_tingling="yes"), pregnant(21, leg_weakness_one="yes"), True),
            (pregnant(20, leg_numb_tingling="yes"), pregnant(21, leg_pain_one="yes"), False),  # pain is no further loss
            (pregnant(20, leg_pain_one="yes"), pregnant(22, leg_numb_tingling="yes"), False),  # too long ago
            (pregnant(20), pregnant(21, leg_numb_tingling="yes"), False),
            (pregnant(20, leg_numb_tingling="yes"), pregnant(21, leg_numb_tingling="yes"), False),
            (pregnant(20, leg_pain_one="yes"), pregnant(21, leg_numb_tingling="unsure"), False),
        ],
    )
    def test_of_a_nerve_add_up(self, before: Case, now: Case, adds: bool) -> None:
        assert holds(self.ADD_UP, before, now) is adds

    KB = knowledge(
        rule("new_sign"),
        finding("fever", "same_day_gp_or_ed"),
        finding("recent_neuraxial", kind="context"),
        finding("unsafe_at_home", "same_day_gp_or_ed", private=True),
    )

    @pytest.mark.parametrize(
        ("before", "now", "new"),
        [
            (pregnant(20), pregnant(21, fever="yes"), ["fever"]),
            (pregnant(20, fever="no"), pregnant(21, fever="yes"), ["fever"]),
            (pregnant(20, fever="yes"), pregnant(21, fever="yes"), None),
            (pregnant(20), pregnant(21, fever="unsure"), None),
            (pregnant(20), pregnant(21, recent_neuraxial="yes", unsafe_at_home="yes"), None),
        ],
    )
    def test_are_new_where_they_have_a_level_and_were_not_told(
        self, before: Case, now: Case, new: list[str] | None
    ) -> None:
        assert [found.values["findings"] for found in shown_by((before, now), None, self.KB)] == ([new] if new else [])


class TestStillThereAfterTheEnd:
    RULE = rule("still_there_12w", from_days=84, strength=4)
    BEFORE = postpartum(2, sites=["low_back"])

    @pytest.mark.parametrize(
        ("now", "there"),
        [
            (postpartum(12, now=4), True),
            (postpartum(12, now=3), False),
            (postpartum(11.9, now=8), False),
            (postpartum(12, sites=["low_back"]), True),  # told of again, with no word on its strength
            (postpartum(12, sites=["low_back"], course="better_over_weeks"), False),
            (postpartum(12), False),
        ],
    )
    def test_from_twelve_weeks_on(self, now: Case, there: bool) -> None:
        assert holds(self.RULE, self.BEFORE, now) is there

    def test_pain_that_began_later_is_another_matter(self) -> None:
        assert not holds(self.RULE, postpartum(13, now=6), postpartum(14, now=6))
        assert not holds(self.RULE, self.BEFORE, postpartum(14, now=6, started_weeks_ago=1))
        assert holds(self.RULE, pregnant(38, now=6), postpartum(14, now=6))
