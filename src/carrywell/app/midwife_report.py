"""Use case: the page for her midwife or doctor, of one check or of several moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec

from carrywell.app.check_case import Unanswered, check_sequence
from carrywell.app.engine import Engine
from carrywell.decide.sequence import in_order
from carrywell.model.case import Case
from carrywell.model.paper import Lines, Paper, Paragraph, Section
from carrywell.model.text import Voice
from carrywell.report.midwife import MidwifeReport

MOST_TASKS = 5


def midwife_report(
    engine: Engine,
    voice: Voice,
    cases: Sequence[Case],
    on: date,
    unanswered: Unanswered = "cautious",
    more: Sequence[Section] = (),
    first: Section | None = None,
) -> Paper:
    """`more`: what a diary adds; `first`: what of it comes before all else.

    ValueError when the moments cannot be of one woman in order of time.
    """
    course = check_sequence(engine, cases, unanswered)
    reporter = MidwifeReport(engine.knowledge, voice, with_silence=unanswered == "cautious")
    day = _day(engine, voice, course.now.case)
    return reporter.of(in_order(cases), course, on, [*more, *([day] if day else [])], first)


def _day(engine: Engine, voice: Voice, case: Case) -> Section | None:
    """What loads her back on a usual day; None where she named nothing, or the extras that weigh it are not there."""
    if not case.day or find_spec("numpy") is None or find_spec("highspy") is None:
        return None
    from carrywell.app.day import weigh_day
    from carrywell.app.day_words import task_line
    from carrywell.body.day import Help, ImpossibleDay
    from carrywell.body.person import ImpossibleBody

    try:
        day = weigh_day(engine, case, Help(minutes=0))
    except (ImpossibleDay, ImpossibleBody):
        return None
    lines = tuple(task_line(engine, day, task, voice) for task in day.tasks[:MOST_TASKS])
    says = Paragraph(voice.phrase("day_load.careful"))
    return Section(voice.phrase("midwife.day"), (Lines(voice.phrase("day_load.most"), lines), says)) if lines else None
