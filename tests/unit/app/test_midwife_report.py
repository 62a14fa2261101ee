from __future__ import annotations

from datetime import date

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.midwife_report import midwife_report
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.paper import Paragraph, Section
from carrywell.report.midwife import as_text

ENGINE = open_engine()
ON = date(2026, 11, 25)
CASE = "about: {weeks_pregnant: 24}\npain: {sites: [low_back], now: 4}\nday: {mopping: 30, desk_work: 240}\n"


def told(text: str, first: Section | None = None) -> str:
    case = read_case_text("case.yaml", text, ENGINE.knowledge)
    return as_text(midwife_report(ENGINE, ENGINE.voice(), [case], ON, "no", first=first), ENGINE.voice())


def test_the_load_of_her_day_is_on_it_the_heaviest_first() -> None:
    lines = told(CASE).split("LOAD OF HER DAY\n")[1].split("\n\n")[0].splitlines()
    shares = [int(line.split(": ")[1].split(" %")[0]) for line in lines if line.startswith("- ")]
    assert len(shares) == 2
    assert shares == sorted(shares, reverse=True)
    assert "Load is not pain" in lines[-1]


@pytest.mark.parametrize("day", ["", "day: {mopping: 0}\n"])
def test_a_day_that_holds_nothing_is_not_spoken_of(day: str) -> None:
    assert "LOAD OF HER DAY" not in told(CASE.split("day:")[0] + day)


def test_what_is_more_urgent_than_the_checks_know_stands_before_all_else() -> None:
    text = told(CASE, Section("Raised", (Paragraph("Be seen today."),)))
    assert text.index("RAISED") < text.index("AT THE CHECK OF")
