from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.her_week import her_week
from carrywell.model.exercise import AT_HOME
from carrywell.model.wishes import Wishes
from carrywell.web.forms.week import THINGS, Swap, read_feedback, read_swap, read_wishes, swaps
from tests.lib.cases import all_no, pregnant
from tests.lib.posts import posted

OFFERED = [Swap("clam", ("glute_squeeze", "adductor_squeeze")), Swap("tra", ("breath",))]
WEEK = her_week(
    open_engine(), all_no(pregnant(24, sites=["low_back"], worse_with=["lifting"], better_with=["rest"])), Wishes()
).week
assert WEEK is not None


def test_what_every_home_has_is_not_asked_for() -> None:
    assert not set(THINGS) & AT_HOME
    assert {"ball", "pool", "band"} <= set(THINGS)


def test_things_days_and_minutes_are_read() -> None:
    form = posted(things=["ball", "pool"], days=["tue", "mon"], minutes_a_day="20", active_minutes_a_week="90")
    read, errors = read_wishes(form, Wishes(likes=("clam",)))
    assert errors == []
    assert set(read.things) == {"ball", "pool"}
    assert read.days == ("mon", "tue")
    assert (read.minutes_a_day, read.active_minutes_a_week, read.likes) == (20, 90, ("clam",))


def test_what_is_left_open_is_open_again() -> None:
    before = Wishes(things=("ball",), minutes_a_day=20, days=("mon",))
    read, _ = read_wishes(posted(), before)
    assert read == Wishes()


@pytest.mark.parametrize("typed", ["9", "181", "-5", "much", "12.5", "²", "9" * 30])
def test_minutes_that_cannot_be_are_an_error_beside_the_field(typed: str) -> None:
    read, errors = read_wishes(posted(minutes_a_day=typed, things=["ball"]), Wishes())
    assert read == Wishes()
    assert [error.field for error in errors] == ["minutes_a_day"]
    assert errors[0].values == {"fewest": 10, "most": 180}


def test_the_ends_of_the_span_are_allowed() -> None:
    for typed in ("10", "180"):
        assert read_wishes(posted(minutes_a_day=typed), Wishes())[1] == []


def test_something_left_out_stays_out() -> None:
    read = read_swap(posted({"swap-clam": "out"}), Wishes(likes=("clam",)), OFFERED)
    assert (read.likes, read.dislikes) == ((), ("clam",))


def test_something_else_takes_its_place() -> None:
    read = read_swap(posted({"swap-clam": "glute_squeeze"}), Wishes(dislikes=("glute_squeeze",)), OFFERED)
    assert (read.likes, read.dislikes) == (("glute_squeeze",), ("clam",))


@pytest.mark.parametrize(
    "form", [{"swap-clam": "walk"}, {"swap-bridge": "out"}, {"swap-clam": ""}, {"bring_back": "tra"}]
)
def test_what_is_not_offered_changes_nothing(form: dict[str, str]) -> None:
    assert read_swap(posted(form), Wishes(dislikes=("aqua",)), OFFERED) == Wishes(dislikes=("aqua",))


def test_what_was_left_out_can_be_brought_back() -> None:
    assert read_swap(posted(bring_back="clam"), Wishes(dislikes=("clam", "tra")), OFFERED).dislikes == ("tra",)


def test_all_of_a_week_but_its_warnings_can_be_changed() -> None:
    assert WEEK is not None
    offered = {swap.id for swap in swaps(WEEK)}
    assert {one.exercise.id for one in WEEK.exercises} <= offered
    assert WEEK.activity is not None
    assert WEEK.activity.exercise.id in offered
    chosen = [one.advice for filled in WEEK.parts for one in filled.chosen]
    assert {advice.id for advice in chosen if advice.kind != "do"}
    assert not offered & {advice.id for advice in chosen if advice.kind != "do"}


def test_how_it_went_is_read_for_what_was_planned_alone() -> None:
    assert WEEK is not None
    first = WEEK.exercises[0].exercise.id
    form = posted(
        {f"went-{first}": "too_hard", "went-walk": "fine", "went-bridge": "fine", "helped": [first, "bridge"]}
    )
    assert read_feedback(form, WEEK) == ({first: "too_hard", "walk": "fine"}, {first: "yes"})
    assert read_feedback(posted({f"went-{first}": "splendid"}), WEEK) == ({}, {})
