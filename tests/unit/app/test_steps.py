"""The way through, one step after the other, with the shipped knowledge base."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.steps import may_fit_the_plan, next_step, tasks_for, things_that_make_it_worse
from carrywell.model.care import Speed
from carrywell.model.case import WORSE_WITH, Case, Pain
from tests.lib.cases import all_no, also, postpartum, pregnant

FORMS = ("where", "changes", "private")


def step(case: Case, *done: str) -> str:
    return next_step(open_engine(), case, done).name


def without(case: Case, *names: str) -> Case:
    """The same woman, not yet asked these."""
    return case.model_copy(update={"answers": {name: said for name, said in case.answers.items() if name not in names}})


def fastest(case: Case) -> Speed:
    return open_engine().interviewer.speed(case)


CALM = all_no(pregnant(30))


class TestOrder:
    def test_the_danger_signs_come_first(self) -> None:
        first = next_step(open_engine(), pregnant(30), ())
        assert first.name == "questions"
        assert first.questions is not None
        assert first.questions.screen.purpose in ("about", "triage")

    def test_then_where_it_hurts_what_changes_it_and_the_private_ones(self) -> None:
        assert [step(CALM, *FORMS[:seen]) for seen in range(4)] == ["where", "changes", "private", "result"]

    def test_what_only_the_plan_must_know_is_not_asked_before_the_result(self) -> None:
        assert step(without(CALM, "fallen_lately"), *FORMS) == "result"

    def test_her_day_is_never_a_step_of_the_way_there(self) -> None:
        assert "day" not in {step(CALM, *FORMS[:seen]) for seen in range(4)}


class TestFittingThePlan:
    """From the result, by a button: her day, what the plan must know, and the result again."""

    def test_after_her_day_it_asks_what_the_plan_must_know(self) -> None:
        asking = next_step(open_engine(), without(CALM, "fallen_lately"), (*FORMS, "day"))
        assert asking.questions is not None
        assert asking.questions.screen.id == "cautions"
        assert [line.id for line in asking.questions.lines] == ["fallen_lately"]

    def test_then_the_result_comes_again(self) -> None:
        assert step(CALM, *FORMS, "day") == "result"

    def test_it_is_offered_once(self) -> None:
        assert may_fit_the_plan(fastest(CALM), FORMS)
        assert not may_fit_the_plan(fastest(CALM), (*FORMS, "day"))

    @pytest.mark.parametrize(
        ("said", "offered"),
        [({"dizzy_spell": "yes"}, True), ({"fever": "yes"}, False), ({"saddle_numbness": "yes"}, False)],
    )
    def test_it_is_not_offered_at_the_levels_of_today(self, said: dict[str, str], offered: bool) -> None:
        assert may_fit_the_plan(fastest(also(CALM, **said)), FORMS) is offered


class TestUrgency:
    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_an_emergency_leads_to_the_result_at_once(self, said: str) -> None:
        assert step(pregnant(30, saddle_numbness=said)) == "result"

    def test_at_a_level_of_today_nothing_is_asked_that_only_a_plan_needs(self) -> None:
        today = also(CALM, fever="yes")
        assert step(today, "where") == "private"
        assert step(today, "where", "private") == "result"

    def test_where_it_hurts_is_asked_at_a_level_of_today_only_if_it_could_raise_it(self) -> None:
        told = Pain(sites=("low_back",), now=3, onset="gradual", course="steady", started_weeks_ago=5)
        assert step(also(CALM, fever="yes").model_copy(update={"pain": told})) == "private"
        assert step(also(CALM, thigh_pain_both="yes")) == "where"

    def test_within_two_days_the_forms_are_asked_but_no_questions_for_the_plan(self) -> None:
        case = without(also(CALM, dizzy_spell="yes"), "fallen_lately")
        assert [step(case, *FORMS[:seen]) for seen in range(3)] == ["where", "changes", "private"]
        assert step(case, *FORMS, "day") == "result"


class TestHerDay:
    def tasks(self, case: Case) -> list[str]:
        return [task.id for task in tasks_for(open_engine(), case)]

    def test_what_her_day_may_hold_stands_in_its_order(self) -> None:
        tasks = tasks_for(open_engine(), pregnant(30))
        assert [task.order for task in tasks] == sorted(task.order for task in tasks)
        assert "mopping" in self.tasks(pregnant(30))

    @pytest.mark.parametrize(
        "said", [{}, {"ended": "loss"}, {"baby_with_me": "no"}, {"baby_with_me": "rather_not_say"}]
    )
    def test_no_task_with_a_baby_unless_her_baby_is_with_her(self, said: dict[str, str]) -> None:
        with_baby = {"bathing_baby", "nappy_changes", "feeding", "carrying_baby"}
        assert not with_baby & set(self.tasks(postpartum(10, **said)))
        assert with_baby <= set(self.tasks(postpartum(10, baby_with_me="yes")))

    def test_nor_anything_with_a_baby_that_makes_it_worse(self) -> None:
        with_baby = {"feeding_baby", "holding_baby", "nappy_change"}
        assert set(things_that_make_it_worse(postpartum(10))) == set(WORSE_WITH) - with_baby
        assert things_that_make_it_worse(postpartum(10, baby_with_me="yes")) == WORSE_WITH
