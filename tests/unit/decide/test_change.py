from __future__ import annotations

import pytest

from carrywell.decide.change import change
from carrywell.model.case import Case
from carrywell.model.course import Difference
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import finding, knowledge

KB = knowledge(
    *map(finding, ("fever", "flank_pain", "vomiting", "jaundice", "injury")),
    finding("unsafe_at_home", private=True),
)


def worse(earlier: Case, latest: Case) -> list[Difference]:
    return list(change(earlier, latest, latest, KB).worse)


def better(earlier: Case, latest: Case) -> list[Difference]:
    return list(change(earlier, latest, latest, KB).better)


class TestNew:
    def test_is_what_is_yes_now_and_was_not_before(self) -> None:
        earlier = pregnant(20, fever="yes", flank_pain="unsure", vomiting="no")
        latest = pregnant(21, fever="yes", flank_pain="yes", vomiting="yes", jaundice="yes", injury="unsure")
        assert change(earlier, latest, latest, KB).new == ("flank_pain", "vomiting", "jaundice")

    def test_private_answers_are_not_named(self) -> None:
        latest = pregnant(21, unsafe_at_home="yes", fever="yes")
        assert change(pregnant(20), latest, latest, KB).new == ("fever",)
        assert better(latest, pregnant(22, unsafe_at_home="no", fever="no")) == [
            Difference("finding", "fever", "yes", "no")
        ]


class TestScores:
    @pytest.mark.parametrize(
        ("before", "now", "stronger"),
        [(4, 5, True), (5, 5, False), (5, 4, False), (None, 5, False), (5, None, False)],
    )
    def test_whether_the_pain_is_stronger(self, before: int | None, now: int | None, stronger: bool) -> None:
        latest = pregnant(21, now=now)
        assert change(pregnant(20, now=before), latest, latest, KB).pain_stronger is stronger

    @pytest.mark.parametrize(("field", "what"), [("now", "pain_now"), ("worst_week", "pain_worst_week")])
    def test_are_named_with_both_numbers(self, field: str, what: str) -> None:
        three, five = pregnant(20, **{field: 3}), pregnant(20, **{field: 5})
        assert worse(three, five) == [Difference(what, None, 3, 5)]  # type: ignore[arg-type]
        assert better(five, three) == [Difference(what, None, 5, 3)]  # type: ignore[arg-type]
        assert (worse(three, three), better(three, three), worse(three, pregnant(20))) == ([], [], [])


class TestLists:
    @pytest.mark.parametrize(
        ("field", "what", "one", "two"),
        [
            ("sites", "site", ["low_back"], ["low_back", "lower_leg"]),
            ("worse_with", "worse_with", ["stairs"], ["stairs", "walking"]),
        ],
    )
    def test_what_is_added_is_worse_and_what_is_gone_is_better(
        self, field: str, what: str, one: list[str], two: list[str]
    ) -> None:
        little, much = pregnant(20, **{field: one}), pregnant(20, **{field: two})
        assert worse(little, much) == better(much, little) == [Difference(what, two[1])]  # type: ignore[arg-type]

    def test_relief_that_is_gone_is_worse(self) -> None:
        helped = pregnant(20, better_with=["rest", "heat"])
        assert worse(helped, pregnant(20, better_with=["rest"])) == [Difference("better_with", "heat")]

    @pytest.mark.parametrize("field", ["sites", "worse_with", "better_with"])
    def test_a_list_left_out_says_nothing(self, field: str) -> None:
        said = {"sites": ["low_back"], "worse_with": ["stairs"], "better_with": ["rest"]}[field]
        full, silent = pregnant(20, **{field: said}), pregnant(20)
        assert worse(full, silent) == worse(silent, full) == better(full, silent) == better(silent, full) == []


class TestSideAndCourse:
    def test_from_one_side_to_both_is_worse(self) -> None:
        left, both = pregnant(20, side="left"), pregnant(20, side="both")
        assert worse(left, both) == [Difference("side", None, "left", "both")]
        assert better(both, left) == [Difference("side", None, "both", "left")]
        assert worse(left, pregnant(20, side="right")) == []

    @pytest.mark.parametrize(
        ("calmer", "graver"),
        [("better_over_weeks", "steady"), ("comes_and_goes", "worse_over_weeks"), ("steady", "worse_over_days")],
    )
    def test_how_it_goes_may_turn(self, calmer: str, graver: str) -> None:
        first, then = pregnant(20, course=calmer), pregnant(20, course=graver)
        assert worse(first, then) == [Difference("course", None, calmer, graver)]
        assert better(then, first) == [Difference("course", None, graver, calmer)]

    def test_coming_and_going_is_neither_better_nor_worse_than_steady(self) -> None:
        steady, waves = pregnant(20, course="steady"), pregnant(20, course="comes_and_goes")
        assert (worse(steady, waves), better(steady, waves)) == ([], [])


class TestTasks:
    DAY = pregnant(20, day={"mopping": 30, "driving": 60, "lifting_child": 4})

    def test_those_left_off_or_halved_are_named(self) -> None:
        assert worse(self.DAY, pregnant(21, day={"driving": 30, "lifting_child": 3})) == [
            Difference("task", "mopping", 30, 0),
            Difference("task", "driving", 60, 30),
        ]

    def test_a_day_that_she_did_not_tell_is_no_day_in_bed(self) -> None:
        assert worse(self.DAY, pregnant(21)) == []


def test_a_sign_that_is_over_is_better_and_one_that_still_counts_is_not() -> None:
    earlier, said = pregnant(20, fever="yes", vomiting="yes"), pregnant(21, fever="no", vomiting="no")
    counts = pregnant(21, fever="unsure", vomiting="no")
    assert change(earlier, counts, said, KB).better == (Difference("finding", "vomiting", "yes", "no"),)
