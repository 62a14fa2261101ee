"""Running the proofs: in order, over stages in processes of their own, with the smallest counterexample first."""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.properties import PROPERTIES
from carrywell.proof.property import Property
from carrywell.proof.run import prove, prove_all
from tests.lib.small_knowledge import finding, knowledge

SMALL: Knowledge = knowledge(finding("fever", "same_day_maternity"))


def test_proves_for_the_stages_of_the_context() -> None:
    seen: list[Stage] = []

    def look(context: ProofContext) -> Iterator[Counterexample]:
        seen.extend(context.stages)
        yield from ()

    (proved,) = prove(ProofContext(SMALL, (Stage.THIRD_TRIMESTER,)), [Property("x", "Nothing.", look)])
    assert seen == [Stage.THIRD_TRIMESTER]
    assert (proved.letter, proved.says, proved.holds) == ("x", "Nothing.", True)


def test_the_smallest_of_each_kind_is_told_first() -> None:
    large = Counterexample("a sign is lost", ({"about": {"weeks_pregnant": 30}, "answers": {"a": "yes", "b": "yes"}},))
    small = Counterexample("a sign is lost", ({"about": {"weeks_pregnant": 30}},))
    other = Counterexample("a week is lost", ({"about": {"weeks_pregnant": 30, "babies": 2}},))
    (proved,) = prove(ProofContext(SMALL), [Property("x", "Nothing.", lambda context: [large, other, small])])
    assert proved.broken == (small, other)
    assert not proved.holds


def test_every_property_over_every_stage_in_two_processes() -> None:
    told: list[tuple[int, int]] = []
    found = list(prove_all(SMALL, processes=2, done=lambda parts, of: told.append((parts, of))))
    assert [proved.letter for proved in found] == [one.letter for one in PROPERTIES]
    stages = [6 if one.by_stage else 1 for one in PROPERTIES]
    assert sorted(told) == [(part, sum(stages)) for part in range(1, sum(stages) + 1)]
    here = {one.letter: proved.broken for one in PROPERTIES for proved in prove(ProofContext(SMALL), [one])}
    assert {proved.letter: proved.broken for proved in found} == here
