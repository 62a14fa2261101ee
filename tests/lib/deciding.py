"""The real decision on a case file that stands as a plain mapping."""

from __future__ import annotations

import json
from typing import Any

from carrywell.app.check_case import Unanswered, check_case
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.decide.triage import triage
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.assessment import Assessment, Triage
from carrywell.model.care import Speed
from carrywell.model.case import Case
from carrywell.model.truth import Truth
from carrywell.report.as_json import JsonReport

UNANSWERED: tuple[Unanswered, ...] = ("cautious", "no", "interviewed")


def read(case: dict[str, Any]) -> Case:
    return read_case_text("case.json", json.dumps(case), open_engine().knowledge)


def decided(case: dict[str, Any], unanswered: Unanswered = "cautious") -> Assessment:
    return check_case(open_engine(), read(case), unanswered)


def triaged(case: dict[str, Any], unanswered: Unanswered = "no") -> Triage:
    """The care level alone, which is quicker than the whole decision."""
    engine = open_engine()
    silence = Truth.UNKNOWN if unanswered == "cautious" else Truth.FALSE
    return triage(Facts(read(case), engine.knowledge, silence), engine.book)


def speed(case: dict[str, Any], unanswered: Unanswered = "no") -> Speed:
    return triaged(case, unanswered).level.speed


def reported(case: dict[str, Any], unanswered: Unanswered = "cautious", private: bool = False) -> dict[str, Any]:
    engine = open_engine()
    return JsonReport(engine.knowledge, engine.voice()).of(decided(case, unanswered), unanswered, private)
