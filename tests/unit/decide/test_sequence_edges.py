"""Several moments of one woman, at their edges: three of them, what each says of her, what was left open."""

from __future__ import annotations

import pytest

from carrywell.decide.sequence import carried_forward, in_order, of_this_pregnancy
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.told import WrongValue
from tests.lib.cases import postpartum, pregnant
from tests.lib.refusals import refused
from tests.lib.small_knowledge import finding, knowledge
from tests.unit.decide.test_lasting import lasting

SMALL = knowledge(finding("fever"), finding("saddle_numbness"), lasting("nerves", 14, "saddle_numbness"))


def carried(*cases: Case) -> Case:
    return carried_forward(cases, SMALL).case


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        (
            [pregnant(24, asked_on="2026-11-01"), pregnant(24), pregnant(24, asked_on="2026-10-01")],
            "the dates run backwards from one case to the next; allowed is one woman, in order of time",
        ),
        (
            [pregnant(24), pregnant(20)],
            "the weeks run backwards from one case to the next; allowed is one woman, in order of time",
        ),
    ],
)
def test_moments_out_of_order_are_refused_with_what_was_found_and_what_is_allowed(
    cases: list[Case], message: str
) -> None:
    with refused(WrongValue, message):
        in_order(cases)


def test_the_moment_between_is_carried_too() -> None:
    assert carried(pregnant(20), pregnant(21, fever="yes"), pregnant(22)).answers == {"fever": Answer.YES}


def test_each_moment_is_read_at_its_own_week() -> None:
    told = pregnant(20, saddle_numbness="yes")
    for weeks, counts in ((21.9, Answer.UNSURE), (22.1, Answer.NO)):
        assert carried(told, pregnant(weeks, saddle_numbness="no")).answers == {"saddle_numbness": counts}


def test_a_pregnancy_begins_at_its_own_first_moment() -> None:
    before, first, second = postpartum(50), pregnant(8), pregnant(12)
    assert list(of_this_pregnancy([before, first, second])) == [first, second]
    again = postpartum(2)
    assert list(of_this_pregnancy([before, first, second, again])) == [first, second, again]


def test_after_the_birth_the_weeks_of_pregnancy_are_over() -> None:
    about = carried(pregnant(38, babies=2), postpartum(1, birth="vaginal")).about
    assert (about.weeks_pregnant, about.weeks_postpartum, about.babies) == (None, 1, 2)


def test_a_list_that_she_never_gave_is_not_read_as_given_once_the_pain_is_stronger() -> None:
    pain = carried(pregnant(20, now=3, better_with=["rest"]), pregnant(21, now=6)).pain
    assert not {"worse_with", "better_with", "sites"} & pain.model_fields_set


def test_a_word_on_the_pain_that_she_leaves_empty_does_not_wipe_the_one_before() -> None:
    pain = carried(pregnant(20, course="worse_over_days", side="left"), pregnant(21, course=None, side=None)).pain
    assert (pain.course, pain.side) == ("worse_over_days", "left")


def test_how_long_ago_the_pain_began_grows_up_to_the_moment_now() -> None:
    moments = (pregnant(20, started_weeks_ago=1), pregnant(22), pregnant(26))
    assert carried(*moments).pain.started_weeks_ago == 7
