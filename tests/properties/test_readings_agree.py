"""The rules are read three times: by the program, by z3, and by the naive triage. On single cases all three agree.

What is proved over all cases is proved of the z3 reading; here it is tied to the code that runs.
"""

from __future__ import annotations

from functools import cache

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.decide.triage import triage
from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel, Door, Speed
from carrywell.model.case import Case as RealCase
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.asking import Asking, SoFar
from carrywell.proof.cases import values_in, values_of
from carrywell.proof.context import CAUTIOUS, COUNTS_AS_NO, ProofContext, Silence
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE, TRUE, Kleene
from carrywell.proof.plan import PlanFacts
from carrywell.proof.woman import Woman
from tests.lib.deciding import read, triaged
from tests.lib.naive_knowledge import NO, OPEN, STAGES
from tests.lib.naive_triage import decide
from tests.lib.random_cases import AT_STAGE, DANGER_SIGNS, KB, Case, asked_cases, calm_case, cases

ENGINE = open_engine()
SILENCES = (COUNTS_AS_NO, CAUTIOUS)
LEVELS, DOORS = tuple(CareLevel), tuple(Door)
OPEN_ANSWERS = st.sampled_from([None, "unsure"])
OPEN_PAIN = Silence("no", Truth.FALSE, Truth.UNKNOWN)  # as on the page: how the pain began may stay open


@cache
def context() -> ProofContext:
    return ProofContext(ENGINE.knowledge)


@cache
def symbolic(stage: Stage, silence: Silence) -> tuple[Woman, list[z3.BoolRef]]:
    """A woman of this stage, and what is asked of each case: every level, and every door at every speed."""
    levels = context().levels(stage, silence)
    doors = [levels.door(speed, door) for speed in Speed for door in DOORS]
    woman = context().woman(stage)
    return woman, [woman.well_formed(), *(levels.is_level(level) for level in LEVELS), *doors]


def by_proof(case: RealCase, silence: Silence) -> tuple[list[CareLevel], list[Door]]:
    """Every level that z3 gives the case, and the doors at its speed."""
    woman, formulas = symbolic(ENGINE.knowledge.stage_of(case.about), silence)
    obeyed, *found = values_in(formulas, values_of(woman, case))
    assert obeyed, "the reader accepts a case that the proofs leave out"
    levels = [level for level, is_it in zip(LEVELS, found, strict=False) if is_it]
    start = len(LEVELS) + levels[0].speed * len(DOORS)
    return levels, [door for door, named in zip(DOORS, found[start:], strict=False) if named]


@pytest.mark.parametrize("unanswered", ["no", "cautious"])
@given(case=cases())
def test_three_readings_give_the_same_level_and_doors(unanswered: Unanswered, case: Case) -> None:
    silence = COUNTS_AS_NO if unanswered == "no" else CAUTIOUS
    levels, doors = by_proof(read(case), silence)
    program, naive = triaged(case, unanswered), decide(case, KB, NO if unanswered == "no" else OPEN)
    assert levels == [program.level]
    assert program.level.value == naive.level
    if program.level.speed > Speed.WEEKS:  # slower, the doors are not those of the rules
        assert doors == list(program.doors) == list(naive.doors)


@pytest.mark.parametrize("unanswered", ["no", "cautious"])
@given(stage=st.sampled_from(STAGES), turned=st.dictionaries(st.sampled_from(DANGER_SIGNS), OPEN_ANSWERS, max_size=2))
def test_three_readings_agree_on_self_care(unanswered: Unanswered, stage: str, turned: dict[str, str | None]) -> None:
    calm = calm_case(AT_STAGE[stage], worse_with=["walking"], better_with=["rest"])
    answers = {name: said for name, said in {**calm["answers"], **turned}.items() if said is not None}
    case = Case(calm, answers=answers)
    levels, _ = by_proof(read(case), COUNTS_AS_NO if unanswered == "no" else CAUTIOUS)
    assert levels == [triaged(case, unanswered).level]
    assert levels[0].value == decide(case, KB, NO if unanswered == "no" else OPEN).level


@settings(max_examples=50)
@given(case=cases())
def test_the_level_on_the_page_is_the_same_where_the_pain_is_left_open(case: Case) -> None:
    real = read(case)
    facts = Facts(real, ENGINE.knowledge, OPEN_PAIN.triage, pain_unsaid=OPEN_PAIN.pain)
    assert by_proof(real, OPEN_PAIN)[0] == [triage(facts, ENGINE.book).level]


@cache
def facts_by_name(stage: Stage, kind: str) -> tuple[Woman, dict[str, Kleene]]:
    woman = context().woman(stage)
    facts = {
        "no": lambda: SymbolicFacts(woman, Truth.FALSE),
        "cautious": lambda: SymbolicFacts(woman, Truth.UNKNOWN),
        "asking": lambda: SymbolicFacts(woman, Truth.UNKNOWN, asking=True),
        "plan": lambda: PlanFacts(woman, Truth.UNKNOWN),
    }[kind]()
    knowledge = ENGINE.knowledge
    names = [name for name, finding in knowledge.findings.items() if finding.asks_for != "number"]
    names += [f"is:{name}" for name in knowledge.facts]
    return woman, {name: facts.truth(name) for name in names}


def program_facts(case: RealCase, kind: str) -> Facts:
    knowledge, unknown = ENGINE.knowledge, Truth.UNKNOWN
    return {
        "no": Facts(case, knowledge, Truth.FALSE),
        "cautious": Facts(case, knowledge, unknown),
        "asking": Facts(case, knowledge, unknown, asking=True),
        "plan": Facts(case, knowledge, unknown, asking=True, withheld=unknown),
    }[kind]


@pytest.mark.parametrize("kind", ["no", "cautious", "asking", "plan"])
@settings(max_examples=30)
@given(case=cases())
def test_every_finding_and_named_fact_has_the_same_truth(kind: str, case: Case) -> None:
    real = read(case)
    woman, facts = facts_by_name(ENGINE.knowledge.stage_of(real.about), kind)
    pairs, running = values_of(woman, real), program_facts(real, kind)
    surely = values_in([fact.surely for fact in facts.values()], pairs)
    possibly = values_in([fact.possibly for fact in facts.values()], pairs)
    found = {name: Truth(yes + maybe) for name, yes, maybe in zip(facts, surely, possibly, strict=True)}
    assert found == {name: running.truth(name) for name in facts}


@cache
def in_the_middle(stage: Stage) -> tuple[SoFar, list[z3.BoolRef]]:
    so_far = SoFar(context().woman(stage))
    levels = Levels(SymbolicFacts(so_far, Truth.FALSE), ENGINE.book)
    asking = Asking(so_far, levels, ENGINE.interviewer)
    return so_far, [
        asking.asks_about_her(),
        asking.asks_more(),
        *(asking.may_add(form) for form in ("where", "changes")),
    ]


@given(case=asked_cases())
def test_the_interview_asks_on_where_the_proof_says_so(case: Case) -> None:
    real = read(case)
    asking, standing = ENGINE.interviewer, ENGINE.interviewer.standing(real)
    if standing.speed == Speed.NOW:
        return
    so_far, formulas = in_the_middle(ENGINE.knowledge.stage_of(real.about))
    asked = [(part, TRUE if name in real.answers else FALSE) for name, part in so_far.asked.items()]
    pairs = [*values_of(so_far.full, real), *asked, (so_far.where, TRUE), (so_far.changes, TRUE)]
    questions = [asking.next_questions(standing, purpose) is not None for purpose in ("about", "triage")]
    assert values_in(formulas, pairs) == [*questions, asking.place_matters(standing), asking.changes_matter(standing)]


def test_what_a_file_cannot_say_is_no_value_of_a_woman() -> None:
    """An answer that no finding takes would make the two readings disagree unseen."""
    woman = context().woman(Stage.SECOND_TRIMESTER)
    intimate = {name for name, finding in ENGINE.knowledge.findings.items() if finding.intimate}
    assert {name for name, reply in woman.replies.items() if reply.rather_not is not FALSE} == intimate
    assert {answer.value for answer in Answer} == {"yes", "no", "unsure", "rather_not_say"}
