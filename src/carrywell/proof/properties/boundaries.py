"""f: every week lies in one stage, the published one, and no danger sign gets lost where two stages or weeks meet.

The limits are written here a second time, apart from the knowledge base, with where they come from:

- 14+0 and 28+0, the second and third trimester: as the American College of Obstetricians and Gynecologists counts them
  (first trimester to 13 6/7, second to 27 6/7).
- 20+0: pre-eclampsia is a disease of 20 weeks and later (NICE NG133). 37+0: less than 37 completed weeks is preterm
  (ICD-10, volume 2, definitions). 24+0: design, as far as a fact of the knowledge base is named so.
- 6 weeks after birth, the end of the postnatal period; 12 months; 3 years: the stages of the contract.

A fact named after weeks (`weeks_ge_20`, `postpartum_lt_6w`) must hold in exactly those weeks: over all real numbers, so
also on the boundary. A danger sign that is asked on one side of a boundary and not on the other stands in
`kb/not_asked_across` with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import z3

from carrywell.model.stage import POSTPARTUM, PREGNANT, Stage
from carrywell.proof.cases import CaseFile
from carrywell.proof.context import CAUTIOUS, COUNTS_AS_NO, ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.logic import FALSE, exactly
from carrywell.proof.property import Property
from carrywell.proof.search import possible
from carrywell.proof.woman import week_range

A_DAY = 1 / 7
PUBLISHED = {
    Stage.FIRST_TRIMESTER: (0, 14),
    Stage.SECOND_TRIMESTER: (14, 28),
    Stage.THIRD_TRIMESTER: (28, 45),
    Stage.POSTPARTUM_0_6W: (0, 6),
    Stage.POSTPARTUM_6W_12M: (6, 52),
    Stage.POSTPARTUM_12M_36M: (52, 156),
}
LAST = (Stage.THIRD_TRIMESTER, Stage.POSTPARTUM_12M_36M)  # their end still belongs to them; no case lies beyond


@dataclass(frozen=True, slots=True)
class Boundary:
    """Two moments next to each other, as weeks on their clocks."""

    name: str
    before: tuple[Stage, float]
    after: tuple[Stage, float]


def _within(name: str, weeks: float, before: Stage, after: Stage) -> Boundary:
    return Boundary(name, (before, weeks - A_DAY), (after, weeks))


BOUNDARIES = (
    _within("14+0", 14, Stage.FIRST_TRIMESTER, Stage.SECOND_TRIMESTER),
    _within("20+0", 20, Stage.SECOND_TRIMESTER, Stage.SECOND_TRIMESTER),
    _within("24+0", 24, Stage.SECOND_TRIMESTER, Stage.SECOND_TRIMESTER),
    _within("28+0", 28, Stage.SECOND_TRIMESTER, Stage.THIRD_TRIMESTER),
    _within("37+0", 37, Stage.THIRD_TRIMESTER, Stage.THIRD_TRIMESTER),
    Boundary("birth", (Stage.THIRD_TRIMESTER, 40), (Stage.POSTPARTUM_0_6W, 0)),
    _within("6 weeks", 6, Stage.POSTPARTUM_0_6W, Stage.POSTPARTUM_6W_12M),
    _within("12 months", 52, Stage.POSTPARTUM_6W_12M, Stage.POSTPARTUM_12M_36M),
)


def prove(context: ProofContext) -> Iterator[Counterexample]:
    wrong = [*_stages(context), *_facts(context)]
    yield from wrong
    if not wrong:  # the moments beside a boundary are found by its published weeks
        yield from _lost(context)


def _stages(context: ProofContext) -> Iterator[Counterexample]:
    """Over every real week of both clocks: the stage that has begun last is the published one, and the only one."""
    weeks = z3.Real("weeks")
    for clock in (PREGNANT, POSTPARTUM):
        of_kb = {stage: _holds(weeks, *week_range(context.knowledge, stage)) for stage in clock}
        published = {stage: _holds(weeks, *PUBLISHED[stage], stage in LAST) for stage in clock}
        inside = z3.Or(list(published.values()))
        for stage in clock:
            wrong = z3.Or(of_kb[stage] != published[stage], z3.PbGe([(of_kb[other], 1) for other in clock], 2))
            found = _first(weeks, PUBLISHED[stage][0], PUBLISHED[stage][1], z3.And(inside, wrong))
            if found is not None:
                case = _moment(stage, found)
                named = context.knowledge.stage_of(context.read(case).about).value
                right = next(other for other in clock if PUBLISHED[other][0] <= found < PUBLISHED[other][1]).value
                if named != right:
                    yield context.counterexample(
                        f"{found:g} weeks is {named}; published: {right}", [case], COUNTS_AS_NO
                    )


def _facts(context: ProofContext) -> Iterator[Counterexample]:
    """Each fact named after weeks, at every stage and real week."""
    for name in context.knowledge.facts:
        for pattern, clock, means in _NAMED:
            if (named := re.fullmatch(pattern, name)) is None:
                continue
            limits = [float(number) for number in named.groups()]
            for stage in clock:
                levels, weeks = context.levels(stage), context.woman(stage).weeks
                held = levels.facts.truth(f"is:{name}")
                wrong = z3.Or(held.surely != means(weeks, limits), held.possibly != held.surely)
                found = _first(weeks, *week_range(context.knowledge, stage)[:2], wrong)
                if found is not None:
                    says = f"is:{name} does not mean what its name says at {found:g} weeks"
                    yield context.counterexample(says, [_moment(stage, found)], COUNTS_AS_NO)


Means = Callable[[z3.ArithRef, list[float]], z3.BoolRef]
_NAMED: tuple[tuple[str, tuple[Stage, ...], Means], ...] = (
    (r"weeks_ge_(\d+)", PREGNANT, lambda weeks, at: weeks >= exactly(at[0])),
    (r"weeks_lt_(\d+)", PREGNANT, lambda weeks, at: weeks < exactly(at[0])),
    (r"weeks_(\d+)_to_(\d+)", PREGNANT, lambda weeks, at: z3.And(weeks >= exactly(at[0]), weeks <= exactly(at[1]))),
    (r"postpartum_ge_(\d+)w", POSTPARTUM, lambda weeks, at: weeks >= exactly(at[0])),
    (r"postpartum_lt_(\d+)w", POSTPARTUM, lambda weeks, at: weeks < exactly(at[0])),
    (r"postpartum_0_(\d+)w", POSTPARTUM, lambda weeks, at: weeks <= exactly(at[0])),
    (r"postpartum_0_(12)m", POSTPARTUM, lambda weeks, at: weeks <= exactly(52 * at[0] / 12)),
    (r"weeks_(?:ge|lt|\d+_to)_?\d+", POSTPARTUM, lambda weeks, at: FALSE),
    (r"postpartum_(?:ge|lt|0)_\d+[wm]", PREGNANT, lambda weeks, at: FALSE),
)


def _lost(context: ProofContext) -> Iterator[Counterexample]:
    used: set[tuple[str, str, str]] = set()
    entries = context.knowledge.not_asked_across.values()
    listed = {(entry.boundary, entry.asked, name) for entry in entries for name in entry.findings}
    for boundary in BOUNDARIES:
        before, after = (_asked(context, *side) for side in (boundary.before, boundary.after))
        for name in sorted(before ^ after):
            key = (boundary.name, "before" if name in before else "after", name)
            used.add(key)
            if key not in listed:
                says = f"{name} is asked only {key[1]} {boundary.name}; give the reason in kb/not_asked_across"
                cases = [_moment(*boundary.before), _moment(*boundary.after)]
                yield context.counterexample(says, cases, COUNTS_AS_NO)
    for boundary_name, asked, name in sorted(listed - used):
        says = f"kb/not_asked_across: {name} is not asked only {asked} {boundary_name}; the entry is not needed"
        yield Counterexample(says)


def _asked(context: ProofContext, stage: Stage, weeks: float) -> set[str]:
    """The danger signs that some case of this moment is asked for."""
    facts, woman = context.levels(stage, CAUTIOUS).facts, context.woman(stage)
    solver = z3.Solver()
    solver.add(woman.well_formed(), woman.weeks == exactly(weeks))
    signs = (sign for sign in context.knowledge.findings.values() if sign.kind == "danger_sign" and not sign.private)
    return {sign.id for sign in signs if solver.check(facts.is_asked(sign)) == z3.sat}


def _holds(weeks: z3.ArithRef, first: float, last: float, closed: bool) -> z3.BoolRef:
    return z3.And(weeks >= exactly(first), weeks <= exactly(last) if closed else weeks < exactly(last))


def _first(weeks: z3.ArithRef, first: float, last: float, wrong: z3.BoolRef) -> float | None:
    """A week of the range in which it is wrong: a whole one, a boundary, or whatever there is."""
    inside = z3.And(weeks >= exactly(first), weeks <= exactly(last))
    if possible(inside, wrong) is None:
        return None
    plain = [week + part for part in (0.0, 0.5, 1 / 7, 6 / 7) for week in range(int(first), int(last) + 1)]
    fits = (week for week in plain if possible(inside, wrong, weeks == exactly(week)) is not None)
    if (found := next(fits, None)) is not None:
        return found
    model = possible(inside, wrong)
    assert model is not None
    return float(model.eval(weeks).as_fraction())


def _moment(stage: Stage, weeks: float) -> CaseFile:
    return {"about": {"weeks_pregnant" if stage.pregnant else "weeks_postpartum": round(weeks, 3)}}


PROPERTY = Property(
    "f", "Every week lies in its published stage, and no danger sign is lost at a boundary.", prove, False
)
