"""A case goes into the formulas and comes back as the same case."""

from __future__ import annotations

import json

import pytest
import z3

from carrywell.app.engine import open_engine
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.case import Case
from carrywell.model.stage import Stage
from carrywell.proof.cases import case_file, value_in, values_in, values_of
from carrywell.proof.woman import Woman
from tests.lib.cases import AT_EACH_STAGE, answered_at_random, pregnant

SHIPPED = open_engine().knowledge
FULL = pregnant(
    30.5,
    fever="unsure",
    cannot_cope="rather_not_say",
    blood_pressure_upper=150,
    babies=2,
    age_years=17.5,
    sites=["flank", "back_somewhere"],
    side="left",
    now=4,
    onset="sudden",
    started_weeks_ago=1.5,
    worse_with=["walking"],
    better_with=[],
    history=["scoliosis"],
    day={"mopping": 1},
)


def there_and_back(case: Case) -> Case:
    woman = Woman(SHIPPED, SHIPPED.stage_of(case.about))
    solver = z3.Solver()
    solver.add(woman.well_formed(), *(part == value for part, value in values_of(woman, case)))
    assert solver.check() == z3.sat
    return read_case_text("case.json", json.dumps(case_file(woman, solver.model())), SHIPPED)


@pytest.mark.parametrize("case", [FULL, *AT_EACH_STAGE, *(answered_at_random(her, 1) for her in AT_EACH_STAGE)])
def test_nothing_is_lost_on_the_way(case: Case) -> None:
    assert there_and_back(case) == case


def test_a_formula_that_the_case_leaves_open_is_an_error() -> None:
    woman = Woman(SHIPPED, Stage.THIRD_TRIMESTER)
    with pytest.raises(ValueError, match="does not settle"):
        value_in(z3.Bool("something_else"), values_of(woman, FULL))


def test_several_formulas_are_answered_in_order() -> None:
    woman = Woman(SHIPPED, Stage.THIRD_TRIMESTER)
    fever = woman.replies["fever"]
    assert values_in([fever.yes, fever.unsure, woman.weeks == 30.5], values_of(woman, FULL)) == [False, True, True]
