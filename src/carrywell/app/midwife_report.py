"""Use case: the page for her midwife or doctor, of one check or of several moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from carrywell.app.check_case import Unanswered, check_sequence
from carrywell.app.engine import Engine
from carrywell.decide.sequence import in_order
from carrywell.model.case import Case
from carrywell.model.paper import Paper, Section
from carrywell.model.text import Voice
from carrywell.report.midwife import MidwifeReport


def midwife_report(
    engine: Engine,
    voice: Voice,
    cases: Sequence[Case],
    on: date,
    unanswered: Unanswered = "cautious",
    more: Sequence[Section] = (),
) -> Paper:
    """ValueError when the moments cannot be of one woman in order of time."""
    course = check_sequence(engine, cases, unanswered)
    reporter = MidwifeReport(engine.knowledge, voice, with_silence=unanswered == "cautious")
    return reporter.of(in_order(cases), course, on, more)
