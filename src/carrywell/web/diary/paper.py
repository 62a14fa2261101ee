"""The page for her midwife over all that her diary holds: the checks, and after them the days, weeks and scores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from carrywell.app.diary import in_time, standing
from carrywell.app.engine import Engine
from carrywell.app.midwife_report import midwife_report
from carrywell.model.case import Case
from carrywell.model.paper import Lines, Paper, Paragraph, Section, Table
from carrywell.model.text import Voice
from carrywell.web.diary.models import Woman
from carrywell.web.diary.presenter import last_readable, rows_of, why_raised
from carrywell.web.diary.store import as_told, checks_of, days_of, scores_of, weeks_of
from carrywell.web.presenters import calendar_day

MOST_DAYS = 28  # on paper; the whole diary is in what she takes with her


def diary_paper(woman: Woman, engine: Engine, voice: Voice, on: date) -> Paper | None:
    """None where no check can be read. Her own line of a day is not on it: it was written for herself."""
    read, _ = last_readable(checks_of(woman), engine)
    if not read:
        return None
    cases = in_time([case for _, case in read])
    parts = (
        _days(woman, engine, voice),
        _weeks(woman, voice),
        _scores(woman, voice),
    )
    more = [part for part in parts if part is not None]
    return midwife_report(engine, voice, cases, on, "asked", more, _raised(woman, cases, engine, voice, on))


def _raised(woman: Woman, cases: Sequence[Case], engine: Engine, voice: Voice, on: date) -> Section | None:
    """What her days came to since the last check: it stands first, since the checks do not know of it."""
    stands = standing(engine, cases, as_told(days_of(woman)), on)
    if stands is None or not stands.raised:
        return None
    level = voice(engine.knowledge.care_levels[stands.level].title)
    says = Paragraph(voice.phrase("diary_paper.raised", level=level), strong=True)
    title = voice.phrase("diary_paper.since")
    return Section(title, (says, Lines(voice.phrase("midwife.now.because"), why_raised(stands, engine, voice))))


def _days(woman: Woman, engine: Engine, voice: Voice) -> Section | None:
    read, _ = last_readable(checks_of(woman), engine)
    rows = [row for row in rows_of(days_of(woman), read, engine, voice) if row.entry]
    if not rows:
        return None
    none = voice.phrase("diary.chart.no_number")
    head = tuple(voice.phrase(f"diary.chart.{name}") for name in ("day", "week", "now", "worst", "where", "did"))
    body = tuple(
        (row.day, row.week, _number(row.now, none), _number(row.worst, none), row.where, "; ".join(row.did))
        for row in rows[:MOST_DAYS]
    )
    return Section(voice.phrase("diary.title"), (Table(voice.phrase("diary.title"), head, body),))


def _number(score: int | None, none: str) -> str:
    return none if score is None else str(score)


def _weeks(woman: Woman, voice: Voice) -> Section | None:
    told = [week for week in weeks_of(woman) if week.activities]
    if not told:
        return None
    head = (voice.phrase("diary.chart.day"), voice.phrase("diary_paper.activity"), voice.phrase("diary_paper.score"))
    none = voice.phrase("diary.chart.no_number")
    body = tuple(
        (calendar_day(week.day, voice), activity["name"], _number(activity["score"], none))
        for week in told[::-1]
        for activity in week.activities
    )
    hint = Paragraph(voice.phrase("diary_paper.activities"))
    return Section(
        voice.phrase("diary_week.activities.title"),
        (hint, Table(voice.phrase("diary_week.activities.title"), head, body)),
    )


def _scores(woman: Woman, voice: Voice) -> Section | None:
    found = scores_of(woman)
    if not found:
        return None
    head = (
        voice.phrase("diary.chart.day"),
        voice.phrase("diary_paper.questionnaire"),
        voice.phrase("diary_paper.score"),
    )
    body = tuple(
        (calendar_day(score.day, voice), voice.phrase(f"diary_week.scores.{score.instrument}"), f"{score.total:g}")
        for score in found[::-1]
    )
    return Section(voice.phrase("diary_week.scores.list"), (Table(voice.phrase("diary_week.scores.list"), head, body),))
