"""The plan that is proved of is the plan that is made: both readings agree on single cases."""

from __future__ import annotations

import pytest
import z3

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.decide.pain_class import classify
from carrywell.decide.plan import plan_for
from carrywell.decide.rulebook import rulebook
from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.cases import is_in, value_in, values_of
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE, TRUE
from carrywell.proof.plan import PlanFacts, level_allows, offered, reasons_against
from carrywell.proof.woman import Woman
from tests.lib.cases import AT_EACH_STAGE, all_no, answered_at_random
from tests.lib.second_books import home_test
from tests.lib.small_knowledge import advice, finding, gate, knowledge

SHIPPED = open_engine().knowledge
SILENCES = (Truth.UNKNOWN, Truth.FALSE)


def planned(case: Case, level: CareLevel, silence: Truth) -> set[str]:
    """What the program plans at this level."""
    classes = classify(Facts(case, SHIPPED, Truth.UNKNOWN), SHIPPED.classes).ids
    plan = plan_for(Facts(case, SHIPPED, silence, classes, asking=True, withheld=silence), level, SHIPPED)
    return {advice.id for entries in plan.by_topic.values() for advice in entries}


def withheld(her: Case) -> Case:
    """Rather not say to whatever is intimate, and no to the rest."""
    intimate = [name for name, finding in SHIPPED.findings.items() if finding.intimate]
    answers = {**all_no(her).answers, **dict.fromkeys(intimate, Answer.RATHER_NOT_SAY)}
    return her.model_copy(update={"answers": answers})


def as_model(facts: PlanFacts, case: Case) -> z3.ModelRef:
    """The one case among all that the formulas speak of."""
    classes = classify(Facts(case, SHIPPED, Truth.UNKNOWN), SHIPPED.classes).ids
    of_classes = [(part, TRUE if name in classes else FALSE) for name, part in facts.classes.items()]
    solver = z3.Solver()
    solver.add(*(part == value for part, value in values_of(facts.woman, case) + of_classes))
    assert solver.check() == z3.sat
    return solver.model()


@pytest.mark.parametrize("silence", SILENCES, ids=lambda silence: silence.name)
@pytest.mark.parametrize("her", AT_EACH_STAGE, ids=lambda her: SHIPPED.stage_of(her.about).value)
def test_both_readings_offer_the_same(her: Case, silence: Truth) -> None:
    facts = PlanFacts(Woman(SHIPPED, SHIPPED.stage_of(her.about)), silence)
    for case in (her, all_no(her), withheld(her), *(answered_at_random(her, seed) for seed in range(4))):
        model = as_model(facts, case)
        found = {item.id for item in SHIPPED.advice.values() if is_in(model, offered(item, facts))}
        assert found == planned(case, CareLevel.SELF_CARE, silence)


@pytest.mark.parametrize("level", CareLevel)
def test_both_readings_hold_back_the_same_at_each_care_level(level: CareLevel) -> None:
    """The woman says the one thing that brings the level; what it lets through is compared with the plan."""
    sign = finding("fever", level.value if level is not CareLevel.SELF_CARE else None)
    acts = ("rest", "position", "exercise", "other")
    small = knowledge(sign, *(advice(f"{act}_it", acts=act) for act in acts), advice("warn", kind="avoid"))
    woman = Woman(small, Stage.THIRD_TRIMESTER)
    levels = Levels(SymbolicFacts(woman, Truth.FALSE), rulebook(small))
    case = Case.model_validate({"about": {"weeks_pregnant": 30}, "answers": {"fever": "yes"}})
    pairs = values_of(woman, case)
    let = {item.id for item in small.advice.values() if value_in(level_allows(item, levels), pairs)}
    plan = plan_for(Facts(case, small, Truth.FALSE), level, small)
    assert let == {item.id for entries in plan.by_topic.values() for item in entries}


def small_with(*items: object) -> Knowledge:
    return knowledge(finding("fever"), finding("vomiting"), *items)


def test_a_home_test_needs_its_clear_no_and_its_stage() -> None:
    test = home_test("lift_one_leg", not_when=["fever"], stages=["third_trimester"])
    small = small_with(test)
    asked = PlanFacts(Woman(small, Stage.THIRD_TRIMESTER), Truth.UNKNOWN)
    case = Case.model_validate({"about": {"weeks_pregnant": 30}, "answers": {"fever": "no"}})
    assert value_in(offered(test, asked), values_of(asked.woman, case))
    assert not value_in(offered(test, asked), values_of(asked.woman, case.model_copy(update={"answers": {}})))
    assert z3.is_false(offered(test, PlanFacts(Woman(small, Stage.FIRST_TRIMESTER), Truth.UNKNOWN)))


def test_the_reasons_against_an_item_are_its_own_and_those_of_its_gates() -> None:
    walk = advice("walk", not_when=["vomiting"], gates=["exercise"])
    small = small_with(walk, gate("exercise", "fever", ask_first=("is:pregnant",)))
    assert [getattr(when, "name", None) for when in reasons_against(walk, small)] == [
        "vomiting",
        "fever",
        "is:pregnant",
    ]
