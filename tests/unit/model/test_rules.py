from __future__ import annotations

from carrywell.model.rules import ALWAYS, All, Any, AtLeast, Compare, Fact, Not, names_in

FEVER, CHILLS = Fact("fever"), Fact("shaking_chills")


def test_names_come_in_reading_order_from_every_depth() -> None:
    condition = All((
        Fact("flank_pain"),
        Any((FEVER, Not(CHILLS))),
        AtLeast(1, (Compare("blood_pressure_upper", ">=", 140),)),
    ))  # fmt: skip
    assert list(names_in(condition)) == ["flank_pain", "fever", "shaking_chills", "blood_pressure_upper"]


def test_a_name_that_is_used_twice_comes_twice() -> None:
    assert list(names_in(Any((FEVER, All((FEVER, CHILLS)))))) == ["fever", "fever", "shaking_chills"]


def test_always_looks_at_nothing() -> None:
    assert list(names_in(ALWAYS)) == []
