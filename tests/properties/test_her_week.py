"""Whatever she said: an exercise opened from her result shows its steps only where nothing may speak against it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.her_week import exercise_for_her, her_week
from carrywell.model.wishes import Wishes
from tests.lib.deciding import read
from tests.lib.naive_knowledge import OPEN, stages_of
from tests.lib.naive_triage import Her
from tests.lib.random_cases import KB, Case, cases
from tests.properties.test_weeks import ENGINE, EXERCISES, files, reasons_against, wishes


@given(case=cases(), name=st.sampled_from(sorted(EXERCISES)))
def test_an_exercise_is_open_only_with_a_clear_no_to_all_against_it(case: Case, name: str) -> None:
    hers = her_week(ENGINE, read(case), Wishes())
    found = exercise_for_her(hers, EXERCISES[name])
    her = Her(case, KB, OPEN, hers.found.pain.ids, withheld=OPEN)
    file = files()[name]
    if found.is_open:
        assert her.stage in stages_of(file)
        assert [when for when in reasons_against(name) if her.may(when)] == []
    assert {one.id for one in found.instead} <= set(hers.open)


@given(case=cases(), wished=wishes())
def test_her_week_holds_only_what_is_open(case: Case, wished: Wishes) -> None:
    hers = her_week(ENGINE, read(case), wished)
    if hers.week is None:
        assert hers.waits
        return
    named = {one.exercise.id for one in hers.week.exercises}
    named |= {other.id for one in hers.week.exercises for other in one.instead}
    if hers.week.activity is not None:
        named |= {hers.week.activity.exercise.id, *(other.id for other in hers.week.activity.instead)}
    assert named <= set(hers.open)
