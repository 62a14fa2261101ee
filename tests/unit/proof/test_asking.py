"""A woman in the middle of the interview: what was put to her, what is still asked, and when it is over."""

from __future__ import annotations

from dataclasses import dataclass

import z3

from carrywell.decide.interview import interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.asking import Asking, SoFar
from carrywell.proof.cases import values_in, values_of
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE, TRUE
from carrywell.proof.woman import Woman
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import EASED, combination, finding, knowledge, raised, screen

SCREENS = [screen(name, purpose="triage") for name in ("now", "today", "also", "closer", "cautions", "numbers")]
SIGNS = (
    finding("fever", "same_day_maternity"),
    finding("vomiting", "within_2_days"),
    finding("chest_pain", "emergency_now"),
)
SMALL = knowledge(*SIGNS, *SCREENS)
CALM = pregnant(30, fever="no", vomiting="no", chest_pain="no", **{EASED: "no"})


@dataclass(frozen=True)
class Middle:
    """The interview of one woman, who answers as the case says, after the questions in `asked` were put to her."""

    small: Knowledge
    case: Case
    asked: tuple[str, ...]
    forms: tuple[str, ...] = ("where", "changes")

    def holds(self, what: str) -> bool:
        so_far = SoFar(Woman(self.small, Stage.THIRD_TRIMESTER))
        levels = Levels(SymbolicFacts(so_far, Truth.FALSE), rulebook(self.small))
        asking = Asking(so_far, levels, interviewer(self.small, levels.book))
        put = [(part, TRUE if name in self.asked else FALSE) for name, part in so_far.asked.items()]
        forms = [(getattr(so_far, form), TRUE if form in self.forms else FALSE) for form in ("where", "changes")]
        formula: z3.BoolRef = getattr(asking, what)()
        return values_in([formula], [*values_of(so_far.full, self.case), *put, *forms])[0]


ALL = ("fever", "vomiting", "chest_pain", EASED)


def test_it_is_over_when_nothing_can_matter_any_more() -> None:
    assert Middle(SMALL, CALM, ALL).holds("is_over")
    for left in ALL:
        assert not Middle(SMALL, CALM, tuple(name for name in ALL if name != left)).holds("is_over"), left


def test_an_emergency_ends_it_at_once() -> None:
    case = pregnant(30, chest_pain="yes")
    assert Middle(SMALL, case, ("chest_pain",), forms=()).holds("is_over")
    assert not Middle(SMALL, case, ("fever",), forms=()).holds("is_over")


def test_at_a_level_of_today_only_what_is_faster_is_asked() -> None:
    case = pregnant(30, fever="yes")
    assert not Middle(SMALL, case, ("fever",)).holds("is_over")
    assert Middle(SMALL, case, ("fever", "chest_pain"), forms=()).holds("is_over")


def test_what_she_leaves_out_is_no_once_it_was_asked() -> None:
    assert Middle(SMALL, pregnant(30), ALL).holds("is_over")
    assert Middle(SMALL, pregnant(30), ()).holds("asks_more")


def test_where_it_hurts_is_asked_while_a_place_could_raise_the_level() -> None:
    small = knowledge(*SIGNS, *SCREENS, combination("chest_on_the_map", "site:chest", "emergency_now"))
    today = pregnant(30, fever="yes", sites=["low_back"])
    asked = ("fever", "chest_pain")
    assert not Middle(small, today, asked, forms=()).holds("is_over")
    assert Middle(small, today, asked, forms=("where",)).holds("is_over")


def test_what_changes_the_pain_is_asked_while_it_could_name_the_door_for_nerves() -> None:
    raise_it = [raised("worse_with:coughing_sneezing", to="same_day_gp_or_ed", door="hospital_spine")]
    history = finding("cancer_history", "within_2_days", raises=raise_it)
    small = knowledge(*SIGNS, history, *SCREENS)
    case = pregnant(30, fever="yes", cancer_history="yes")
    asked = ("fever", "chest_pain", "cancer_history")
    assert not Middle(small, case, asked, forms=("where",)).holds("is_over")
    assert Middle(small, case, asked).holds("is_over")


def test_a_covered_question_may_come_before_its_umbrella_but_never_under_one_that_has_the_level() -> None:
    line = finding("leg_pain_one", "same_day_gp_or_ed")
    opening = finding("arm_or_leg", kind="umbrella", covers=["leg_pain_one"], opens="opens")
    direct = finding("arm_or_leg", "same_day_gp_or_ed", kind="umbrella", covers=["leg_pain_one"])
    for umbrella, may_be in ((opening, z3.sat), (direct, z3.unsat)):
        so_far = SoFar(Woman(knowledge(umbrella, line, *SCREENS), Stage.THIRD_TRIMESTER))
        solver = z3.Solver()
        solver.add(so_far.well_formed(), so_far.asked["leg_pain_one"], z3.Not(so_far.asked["arm_or_leg"]))
        assert solver.check() == may_be


def test_what_was_not_put_to_her_she_has_not_said() -> None:
    so_far = SoFar(Woman(SMALL, Stage.THIRD_TRIMESTER))
    solver = z3.Solver()
    solver.add(so_far.well_formed(), so_far.replies["fever"].yes)
    assert solver.check(z3.Not(so_far.full.replies["fever"].yes)) == z3.unsat
    assert solver.check(z3.Not(so_far.asked["fever"])) == z3.unsat
    assert so_far.things_said() == []
