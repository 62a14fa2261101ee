"""What a proof is given, and how a counterexample is told: replayed by the program, not by the proof."""

from __future__ import annotations

from carrywell.model.care import Speed
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import CAUTIOUS, COUNTS_AS_NO, ProofContext
from tests.lib.small_knowledge import finding, knowledge

SMALL: Knowledge = knowledge(finding("fever", "same_day_maternity"), finding("vomiting", "routine"))


def test_a_counterexample_carries_the_level_that_the_program_gives() -> None:
    context = ProofContext(SMALL)
    woman, levels = context.woman(Stage.THIRD_TRIMESTER), context.levels(Stage.THIRD_TRIMESTER)
    today, fever = levels.reaches(Speed.TODAY), woman.replies["fever"].yes
    (found,) = context.broken("somebody is seen today", [woman], COUNTS_AS_NO, today, fever)
    assert found.says == "somebody is seen today"
    assert found.cases == ({"about": {"weeks_pregnant": 36}, "answers": {"fever": "yes"}},)
    assert found.levels == ("same_day_maternity",)
    assert found.in_words[0].endswith("(fever). → same_day_maternity")
    assert (found.unanswered, found.size) == ("no", 2)


def test_what_cannot_be_is_no_counterexample() -> None:
    context = ProofContext(SMALL)
    woman, levels = context.woman(Stage.THIRD_TRIMESTER), context.levels(Stage.THIRD_TRIMESTER)
    assert list(context.broken("nobody", [woman], COUNTS_AS_NO, levels.reaches(Speed.NOW))) == []


def test_silence_is_replayed_as_it_was_proved() -> None:
    context = ProofContext(SMALL)
    silent = {"about": {"weeks_pregnant": 30}}
    assert context.counterexample("", [silent], COUNTS_AS_NO).levels == ("routine",)
    assert context.counterexample("", [silent], CAUTIOUS).levels == ("same_day_maternity",)


def test_each_woman_is_worked_out_once() -> None:
    context = ProofContext(SMALL)
    assert context.woman(Stage.THIRD_TRIMESTER) is context.woman(Stage.THIRD_TRIMESTER)
    assert context.levels(Stage.THIRD_TRIMESTER) is context.levels(Stage.THIRD_TRIMESTER)
    assert context.levels(Stage.THIRD_TRIMESTER, CAUTIOUS) is not context.levels(Stage.THIRD_TRIMESTER)
