"""What is worked out before any case: which findings are open to everyone, and in what order the others come."""

from __future__ import annotations

from graphlib import CycleError

import pytest

from carrywell.decide.facts import Facts
from carrywell.model.fact_order import fact_orders
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import fact, finding, knowledge, umbrella

NOW = Stage.SECOND_TRIMESTER


def names(*items: object) -> list[str]:
    found = fact_orders(knowledge(*items))[NOW]  # type: ignore[arg-type]
    return [one.name for one in found.derived]


def test_a_fact_comes_after_all_that_it_rests_on() -> None:
    order = names(
        fact("unwell", "is:hot"),
        fact("hot", "fever"),
        finding("vomiting", asked_if="is:unwell"),
        finding("fever", asked_if="flank_pain"),
        finding("flank_pain"),
    )
    assert [name for name in order if name != "is:eased_by_rest"] == ["fever", "is:hot", "is:unwell", "vomiting"]


def test_a_fact_that_rests_on_itself_is_refused() -> None:
    with pytest.raises(CycleError):
        names(finding("fever", asked_if="vomiting"), finding("vomiting", asked_if="fever"))


def test_open_to_everyone_is_what_hangs_on_nothing_and_covers_nothing() -> None:
    small = knowledge(
        finding("fever"),
        finding("vomiting", asked_if="fever"),
        finding("flank_pain", stages=["first_trimester"]),
        finding("genital_sensation_loss", intimate=True),
        umbrella("feels_unwell", "fever"),
    )
    order = fact_orders(small)[NOW]
    assert order.open - {"worse_moving_better_rest"} == {"fever", "genital_sensation_loss"}
    assert order.open - order.not_intimate == {"genital_sensation_loss"}
    assert order.covered == {"feels_unwell": {"fever"}}


def test_what_rests_on_who_she_is_alone_is_kept_apart() -> None:
    order = fact_orders(knowledge(fact("late", "is:weeks_ge_28"), fact("hot", "fever"), finding("fever")))[NOW]
    assert "is:late" in {one.name for one in order.person}
    assert "is:hot" in {one.name for one in order.derived}
    assert [one.name for one in order.resting_on["fever"]] == ["is:hot"]


def test_a_named_fact_on_a_pain_class_follows_the_classes() -> None:
    small = knowledge(fact("girdle", {"any": ["class:lumbar", "fever"]}), finding("fever"))
    assert fact_orders(small)[NOW].rests_on_classes
    facts = Facts(pregnant(20), small, Truth.FALSE)
    assert facts.truth("is:girdle") is Truth.FALSE
    assert facts.with_classes(["lumbar"]).truth("is:girdle") is Truth.TRUE
    assert facts.with_classes(["lumbar"]).with_classes([]).truth("is:girdle") is Truth.FALSE
