"""The page for her midwife over all that her diary holds: the checks, and after them the days, weeks and scores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from carrywell import __version__
from carrywell.app.diary import in_time, standing
from carrywell.app.engine import Engine
from carrywell.app.midwife_report import midwife_report
from carrywell.model.paper import Block, Lines, Paper, Paragraph, Section, Table
from carrywell.model.text import Voice
from carrywell.web.diary.first import Kept, kept_of
from carrywell.web.diary.models import Week, Woman
from carrywell.web.diary.presenter import rows_of, why_raised
from carrywell.web.diary.store import as_told, checks_of, days_of, scores_of, weeks_of
from carrywell.web.presenters import calendar_day

MOST_DAYS = 28  # on paper; the whole diary is in what she takes with her


def diary_paper(woman: Woman, engine: Engine, voice: Voice, on: date) -> Paper | None:
    """None where no check was kept. Her own line of a day is not on it: it was written for herself."""
    kept = kept_of(checks_of(woman), engine)
    parts = (_days(woman, kept, engine, voice), _weeks(woman, voice), _scores(woman, voice))
    more = [part for part in parts if part is not None]
    first = _first(woman, kept, engine, voice, on)
    if not kept.read:
        return _without_answers([first, *more], kept, engine, voice, on) if first else None
    cases = in_time([case for _, case in kept.read])
    return midwife_report(engine, voice, cases, on, "asked", more, first)


def _without_answers(sections: Sequence[Section], kept: Kept, engine: Engine, voice: Voice, on: date) -> Paper:
    """No answers can be read any more: what they came to was stored, and that is what she can show."""
    asked, known = kept.lost[-1].asked_on, engine.knowledge
    lead = voice.phrase("midwife.lead", date=calendar_day(asked, voice), printed=calendar_day(on, voice))
    foot = voice.phrase("midwife.foot", version=known.version, digest=known.digests.short, program=__version__)
    title = voice.phrase("midwife.title")
    return Paper(voice.language, title, lead, tuple(sections), (foot, voice.phrase("midwife.review")))


def _first(woman: Woman, kept: Kept, engine: Engine, voice: Voice, on: date) -> Section | None:
    """What is newer or more urgent than the checks that can be read: a check that cannot, and the days since."""
    stands = standing(engine, [case for _, case in kept.read], as_told(days_of(woman)), on)
    blocks: list[Block] = [Paragraph(says, strong=True) for says in _lost(kept, engine, voice)]
    if stands is not None and stands.raised:
        level = voice(engine.knowledge.care_levels[stands.level].title)
        blocks.append(Paragraph(voice.phrase("diary_paper.raised", level=level), strong=True))
        blocks.append(Lines(voice.phrase("midwife.now.because"), why_raised(stands, engine, voice)))
    return Section(voice.phrase("diary_paper.since"), tuple(blocks)) if blocks else None


def _lost(kept: Kept, engine: Engine, voice: Voice) -> list[str]:
    if not kept.lost:
        return []
    urgent = kept.urgent_lost
    if urgent is None:
        return [voice.phrase("diary_paper.lost_unknown")]
    day, level = calendar_day(urgent[0].asked_on, voice), voice(engine.knowledge.care_levels[urgent[1]].title)
    return [voice.phrase("diary_paper.lost", day=day, level=level)]


def _days(woman: Woman, kept: Kept, engine: Engine, voice: Voice) -> Section | None:
    rows = [row for row in rows_of(days_of(woman), kept.read, engine, voice) if row.entry]
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
    weeks = weeks_of(woman)[::-1]
    none = voice.phrase("diary.chart.no_number")
    title = voice.phrase("diary_week.activities.title")
    body = tuple(
        (calendar_day(week.day, voice), activity["name"], _number(activity["score"], none))
        for week in weeks
        for activity in week.activities
    )
    head = (voice.phrase("diary.chart.day"), voice.phrase("diary_paper.activity"), voice.phrase("diary_paper.score"))
    hint = Paragraph(voice.phrase("diary_paper.activities"))
    blocks: list[Block] = [hint, Table(title, head, body)] if body else []
    if said := _of_plan(weeks, voice):
        blocks.append(Lines(voice.phrase("diary_paper.plan"), said))
    return Section(title if body else voice.phrase("diary.weekly.title"), tuple(blocks)) if blocks else None


def _of_plan(weeks: Sequence[Week], voice: Voice) -> tuple[str, ...]:
    lines = []
    for week in weeks:
        told = (("helped", week.helped), ("too_much", week.too_much))
        said = voice.apart(voice.phrase(f"diary_week.{name}.{value}") for name, value in told if value)
        lines += [f"{calendar_day(week.day, voice)}: {said}"] if said else []
    return tuple(lines)


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
