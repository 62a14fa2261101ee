from __future__ import annotations

import polars as pl

from carrywell.batch.columns import frame_of
from carrywell.batch.compiled import Reasons
from carrywell.batch.decide import ManyCases
from carrywell.decide.assess import COUNTS_AS_NO
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import combination, finding, knowledge, raised

SMALL = knowledge(
    finding("vomiting", "same_day_gp_or_ed", raises=[raised("fever", to="same_day_gp_or_ed")]),
    finding("fever", "same_day_gp_or_ed"),
    finding("jaundice", "within_2_days"),
    combination("pair", {"all": ["fever", "vomiting"]}, "same_day_gp_or_ed"),
)


def decided(*cases: Case, reasons: Reasons | None = None) -> pl.DataFrame:
    return ManyCases(SMALL, rulebook(SMALL), COUNTS_AS_NO).decide(frame_of(cases, SMALL), reasons)


CASES = (
    pregnant(30, fever="yes", vomiting="yes", jaundice="yes"),
    pregnant(30, fever="no"),
    pregnant(30, jaundice="yes"),
    pregnant(30, fever="yes"),
)


def test_the_rules_that_decide_in_the_order_of_the_rulebook() -> None:
    assert decided(*CASES, reasons="care.rules")["care.rules"].to_list() == [
        ["vomiting", "vomiting+fever", "fever", "pair"],
        [],
        ["jaundice"],
        ["fever"],
    ]


def test_the_findings_that_decide_each_once() -> None:
    assert decided(*CASES, reasons="care.because")["care.because"].to_list() == [
        ["vomiting", "fever", "pair"],
        [],
        ["jaundice"],
        ["fever"],
    ]


def test_without_reasons_the_rest_is_the_same() -> None:
    assert decided(*CASES).equals(decided(*CASES, reasons="care.rules").drop("care.rules"))


def test_one_set_of_rules_gives_both_kinds_of_reasons() -> None:
    many = ManyCases(SMALL, rulebook(SMALL), COUNTS_AS_NO)
    frame = frame_of(CASES, SMALL)
    kinds: tuple[Reasons | None, ...] = ("care.rules", "care.because", None, "care.rules")
    first, second, third, fourth = (many.decide(frame, kind) for kind in kinds)
    assert first.equals(fourth)
    assert second.drop("care.because").equals(third)
