"""The plan at its edges: what comes after a warning, and the words of what was left out."""

from __future__ import annotations

from tests.lib.cases import pregnant
from tests.lib.small_knowledge import advice, gate
from tests.unit.decide.test_plan import left, offered, plan

WALK = advice("short_walk", gates=["exercise"])
EXERCISE = gate("exercise", "fever", ask_first=("skin_numb",))


def test_a_warning_hides_nothing_that_is_written_after_it() -> None:
    found = plan(pregnant(30), advice("no_lifting", kind="avoid"), advice("long_walk"), advice("two_walks"))
    assert sorted(offered(found)) == ["long_walk", "no_lifting", "two_walks"]


def test_what_the_level_leaves_out_has_no_other_reason() -> None:
    (out,) = plan(pregnant(30), advice("long_walk"), level="emergency_now").not_for_you
    assert (out.by_level, out.reasons) == (True, ())


def test_each_line_of_a_gate_says_why_in_its_own_words() -> None:
    for said, because, ask_first in (("fever", "because fever", False), ("skin_numb", "because skin_numb", True)):
        case = pregnant(30, **{"fever": "no", "skin_numb": "no", said: "yes"})
        (out,) = plan(case, WALK, EXERCISE).not_for_you
        assert [(str(reason.says and reason.says.english), reason.ask_first) for reason in out.reasons] == [
            (because, ask_first)
        ]


def test_a_contraindication_of_its_own_is_not_one_to_ask_about_first() -> None:
    found = plan(pregnant(30, fever="yes"), advice("long_walk", not_when=["fever"]))
    assert left(found) == {"long_walk": ["fever"]}
    assert not found.not_for_you[0].reasons[0].ask_first
