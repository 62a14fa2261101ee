from __future__ import annotations

from carrywell.decide.rulebook import rulebook
from carrywell.model.assessment import UNCLEAR, Classification, Scored
from carrywell.model.care import CareLevel
from carrywell.model.stage import Stage
from tests.lib.small_knowledge import finding, knowledge, pain_class


def scored(name: str) -> Scored:
    return Scored(pain_class(name, {"all": []}, {"site:low_back": 1}), 3, (), ())


def test_a_pattern_that_nothing_speaks_for_is_unclear() -> None:
    found = Classification(None, (scored("lumbar"),))
    assert found.likely_id == UNCLEAR
    assert found.ids == ("lumbar",)


def test_the_likely_pattern_is_named_before_the_others() -> None:
    found = Classification(scored("pgp_posterior"), (scored("lumbar"),))
    assert found.likely_id == "pgp_posterior"
    assert found.ids == ("pgp_posterior", "lumbar")


def test_a_rule_has_a_level_at_its_stages_alone() -> None:
    fever = finding("fever", level_by_stage={"third_trimester": "same_day_maternity"})
    (rule,) = rulebook(knowledge(fever)).rules
    assert rule.level_at(Stage.THIRD_TRIMESTER) is CareLevel.SAME_DAY_MATERNITY
    assert rule.level_at(Stage.FIRST_TRIMESTER) is None
