"""e: nothing contraindicated is offered, and whatever is dropped from the shipped knowledge is noticed.

That nothing contraindicated is offered in any case of the shipped knowledge is proved in tests/properties/test_proofs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest
import z3

from carrywell.app.engine import open_engine
from carrywell.knowledge.contraindications import Item, check_contraindications
from carrywell.knowledge.yaml_text import Document
from carrywell.model.advice import GateLine
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.logic import both, either
from carrywell.proof.plan import PlanFacts, offered
from carrywell.proof.properties.contraindications import PROPERTY, against, closing, proposals, prove
from carrywell.proof.woman import Woman
from tests.lib.second_books import contraindication, home_test
from tests.lib.small_knowledge import advice, finding, gate, knowledge

SHIPPED = open_engine().knowledge
THIRD = Stage.THIRD_TRIMESTER
WALK = {"acts": "exercise", "gates": ["exercise"]}
NO_FEVER = contraindication("hot", "fever", closes=["exercise"])


def broken(small: Knowledge, stage: Stage = THIRD) -> list[Counterexample]:
    return list(prove(ProofContext(small, (stage,))))


def told(small: Knowledge, stage: Stage = THIRD) -> set[str]:
    return {found.says for found in broken(small, stage)}


def test_the_proof_looks_at_every_proposal_and_at_every_entry() -> None:
    looked_at = {entry.id for item in proposals(SHIPPED) for entry in closing(item, SHIPPED)}
    unused = {
        name for name, entry in SHIPPED.contraindications.items() if entry.closes or entry.asks_first or entry.items
    }
    assert looked_at == unused
    assert {item.id for item in proposals(SHIPPED)} >= {"walk_daily", "mass_partner", "heat_pack", "tens", "aslr_home"}


def test_a_gate_that_keeps_to_the_table_is_proved() -> None:
    small = knowledge(finding("fever"), advice("walk", **WALK), gate("exercise", "fever"), NO_FEVER)
    assert told(small) == set()


def test_an_item_without_its_gate_is_offered_all_the_same() -> None:
    small = knowledge(finding("fever"), advice("walk", acts="exercise"), NO_FEVER)
    assert told(small) == {"third_trimester: walk is offered in spite of hot"}
    said, _ = broken(small)
    assert said.cases[0]["answers"]["fever"] in ("yes", "unsure")


def test_what_was_not_asked_needs_its_clear_no() -> None:
    """An open answer is enough: with silence as open, the smallest case says nothing at all."""
    small = knowledge(finding("fever"), advice("walk", acts="exercise"), NO_FEVER)
    open_ones = [found for found in broken(small) if found.unanswered == "interviewed"]
    assert [found.cases[0].get("answers", {}) for found in open_ones] == [{}]


def test_asking_first_needs_a_clear_no_too() -> None:
    asks = contraindication("hot", "fever", asks_first=["exercise"])
    assert told(knowledge(finding("fever"), advice("walk", acts="exercise"), asks)) != set()
    asked = gate("exercise", "vomiting", ask_first=("fever",))
    assert told(knowledge(finding("fever"), finding("vomiting"), advice("walk", **WALK), asked, asks)) == set()


def test_a_home_test_is_held_back_like_advice() -> None:
    no_test = contraindication("hot", "fever", closes=["provocation"])
    test = home_test("lift_one_leg", involves=["provocation"])
    assert told(knowledge(finding("fever"), test, no_test)) == {
        "third_trimester: lift_one_leg is offered in spite of hot"
    }
    assert told(knowledge(finding("fever"), test.model_copy(update={"not_when": (NO_FEVER.when,)}), no_test)) == set()


def test_a_warning_is_never_closed() -> None:
    assert told(knowledge(finding("fever"), advice("no_running", kind="avoid", acts="exercise"), NO_FEVER)) == set()


def test_it_says_where_only_the_care_level_keeps_it_out() -> None:
    small = knowledge(finding("fever", "emergency_now"), advice("walk", acts="exercise"), NO_FEVER)
    assert "third_trimester: walk is offered in spite of hot, but for the care level" in told(small)


def with_item(item: Item) -> Knowledge:
    folder = "advice" if isinstance(item, Advice) else "home_tests"
    return SHIPPED.model_copy(update={folder: {**getattr(SHIPPED, folder), item.id: item}})


WOMEN = {stage: Woman(SHIPPED, stage) for stage in Stage}
CASES = {stage: z3.Solver() for stage in Stage}
for at_stage, all_cases in CASES.items():
    all_cases.add(WOMEN[at_stage].well_formed())


def is_noticed(changed: Knowledge, items: Iterable[str]) -> bool:
    """Whether one of the items is offered in spite of something, at some stage."""
    for stage, woman in WOMEN.items():
        facts = PlanFacts(woman, Truth.FALSE, changed)
        for item in proposals(changed):
            if item.id in items:
                wrong = both(offered(item, facts), either(*against(item, facts).values()))
                if CASES[stage].check(wrong) == z3.sat:
                    return True
    return False


GATE_LINES = [
    (name, field, at)
    for name, one in SHIPPED.gates.items()
    for field in ("not_when", "ask_first_when")
    for at in range(len(getattr(one, field)))
]
# Lines of a gate without which nothing is offered all the same, and why they stand there.
SECOND_NETS = {
    ("tens", "not_when", 0): "its item is not for the first trimester",
    ("medicine_nsaid", "not_when", 0): "its items are for after birth",
    ("medicine_nsaid", "not_when", 1): "its items are for after birth",
    ("medicine_nsaid", "not_when", 2): "its items are for after birth",
}


@pytest.mark.parametrize(("name", "field", "at"), GATE_LINES)
def test_a_line_that_drops_out_of_a_gate_is_noticed(name: str, field: str, at: int) -> None:
    one = SHIPPED.gates[name]
    lines: tuple[GateLine, ...] = getattr(one, field)
    gates = {**SHIPPED.gates, name: one.model_copy(update={field: lines[:at] + lines[at + 1 :]})}
    items = {item.id for item in SHIPPED.advice.values() if name in item.gates}
    noticed = is_noticed(SHIPPED.model_copy(update={"gates": gates}), items)
    assert noticed is ((name, field, at) not in SECOND_NETS)


OWN_REASONS = [(item, at) for item in proposals(SHIPPED) for at in range(len(item.not_when))]
# Own reasons that a gate of the item, another reason, or its stages settle as well.
SAID_TWICE = {
    ("belt_bump", "skin_broken"),
    ("belt_flexible", "skin_broken"),
    ("belt_pelvic", "skin_broken"),
    ("belt_pelvic", "wound_problem"),
    ("belt_postpartum", "skin_broken"),
    ("belt_postpartum", "wound_problem"),
    ("ex_water", "wound_problem"),
    ("ret_6wk", "wound_problem"),
    ("ret_abdominal", "wound_problem"),
    ("ret_deep_belly", "wound_problem"),
    ("ret_early", "wound_problem"),
    ("slp_towel_under_knee", "is:weeks_ge_28"),
    *((f"{name}_home", "cannot_walk") for name in ("aslr", "bridging", "mat", "p4", "trendelenburg")),
}


@pytest.mark.parametrize(("item", "at"), OWN_REASONS, ids=lambda part: getattr(part, "id", part))
def test_a_reason_that_drops_out_of_an_item_is_noticed(item: Item, at: int) -> None:
    changed = item.model_copy(update={"not_when": item.not_when[:at] + item.not_when[at + 1 :]})
    dropped = getattr(item.not_when[at], "name", None)
    assert is_noticed(with_item(changed), {item.id}) is ((item.id, dropped) not in SAID_TWICE)


@pytest.mark.parametrize("gate_of", [(item, name) for item in SHIPPED.advice.values() for name in item.gates])
def test_an_item_that_loses_its_gate_is_noticed(gate_of: tuple[Advice, str]) -> None:
    item, name = gate_of
    changed = item.model_copy(update={"gates": tuple(other for other in item.gates if other != name)})
    assert is_noticed(with_item(changed), {item.id})


@pytest.mark.parametrize("entry", SHIPPED.contraindications)
def test_an_entry_that_drops_out_of_the_table_is_noticed(entry: str) -> None:
    """By the reader: a gate or an item is left without its ground."""
    one = SHIPPED.contraindications[entry]
    rest = {name: other for name, other in SHIPPED.contraindications.items() if name != entry}
    documents: Mapping[tuple[str, str], Document] = defaultdict(lambda: Document("kb"))
    faults = list(check_contraindications(SHIPPED.model_copy(update={"contraindications": rest}), documents))
    assert bool(faults) is bool(one.closes or one.asks_first or one.items)


def test_the_property_can_be_told() -> None:
    assert PROPERTY.letter == "e"
