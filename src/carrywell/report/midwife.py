"""The page for her midwife or doctor: what she answered, what was decided, what is denied. One to two sides of paper.

Violence and self-harm are a private track (contract, section 2): nothing of it is ever part of this page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from carrywell import __version__
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment, Deciding
from carrywell.model.case import Case
from carrywell.model.course import Course
from carrywell.model.knowledge import Advice, Finding, Knowledge
from carrywell.model.paper import Block, Facts, Lines, Paper, Paragraph, Picture, Section, Table
from carrywell.model.text import Voice
from carrywell.report.as_json import TOPICS
from carrywell.report.pain_chart import PainPoint, pain_chart
from carrywell.report.sentences import Speaker, recheck_when
from carrywell.report.sequence import SequenceReport

MOST_REASONS = 8
MOST_ENTRIES = 10  # of each kind; more would push the page to a third side
_SEEN_BY_THE_TABLE = ("pain_now", "pain_worst_week")


@dataclass(frozen=True, slots=True)
class MidwifeReport:
    """`with_silence`: what was not answered counted as possible, so the page says what the answers alone come to."""

    knowledge: Knowledge
    voice: Voice
    with_silence: bool = False

    def of(
        self,
        cases: Sequence[Case],
        course: Course,
        on: date,
        more: Sequence[Section] = (),
        first: Section | None = None,
    ) -> Paper:
        """`cases`: the moments in order, as she told them. `more`: what is added before the answers; `first`: before
        all else, since it is more urgent than the checks know.
        """
        found, asked = course.now, cases[-1].asked_on or on
        sections = [
            *([first] if first else []),
            self._now(found, self._t("now.at_check", date=self._day(asked)) if first else self._t("now.title")),
            self._who(found.case, asked),
            self._pain(found),
            *([self._over_time(cases, course)] if len(cases) > 1 else []),
            *more,
            self._answers(cases[-1] if len(cases) == 1 else found.case),
            self._plan(found),
        ]
        return Paper(
            language=self.voice.language,
            title=self._t("title"),
            lead=self._t("lead", date=self._day(asked), printed=self._day(on)),
            sections=tuple(section for section in sections if section.blocks),
            foot=tuple(self._foot()),
        )

    def _t(self, key: str, **values: object) -> str:
        return self.voice.phrase(f"midwife.{key}", **values)

    def _day(self, on: date) -> str:
        return self.voice.day(on)

    def _now(self, found: Assessment, title: str) -> Section:
        words = self.knowledge.care_levels[found.triage.level]
        doors = self.voice.apart(self.voice(self.knowledge.doors[door].name) for door in found.triage.doors)
        speaker = Speaker(self.knowledge, self.voice)
        reasons = [self._reason(one, speaker) for one in speaker.plainest_first(found.triage.deciding)]
        open_answers = self.with_silence and found.by_answers is not found.triage.level
        facts = Facts(((self._t("now.do"), self.voice(words.do)), *([(self._t("now.doors"), doors)] if doors else [])))
        alone = self.voice(self.knowledge.care_levels[found.by_answers].title)
        blocks: list[Block] = [
            Paragraph(self.voice.labelled(self._t("now.level"), self.voice(words.title)), strong=True),
            facts,
            Lines(self._t("now.because"), tuple(reasons[:MOST_REASONS]) or (self._t("now.no_sign"),)),
            *([Paragraph(self._t("now.unanswered", level=alone))] if open_answers else []),
            Facts(((self._t("again"), recheck_when(self.voice, found.follow_up.in_hours)),)),
        ]
        return Section(title, tuple(blocks))

    def _reason(self, deciding: Deciding, speaker: Speaker) -> str:
        says = self.voice.sentences(speaker.signs(deciding))
        return says if deciding.certain else self._t("now.not_certain", says=says)

    def _who(self, case: Case, asked: date) -> Section:
        about, rows = case.about, [(self._t("who.stage", date=self._day(asked)), self._weeks(case))]
        if about.babies:
            rows.append((self._t("who.babies"), str(about.babies)))
        if about.birth:
            rows.append((self._t("who.birth"), self.voice.phrase(f"about.after.birth_{about.birth}")))
        if about.births_before is not None:
            rows.append((self._t("who.births_before"), str(about.births_before)))
        if about.age_years is not None:
            rows.append((self._t("who.age"), self._t("who.years", years=int(about.age_years))))
        if case.history:
            told = self.voice.apart(self.voice.phrase(f"history.{item}") for item in case.history)
            rows.append((self._t("who.history"), told))
        return Section(self._t("who.title"), (Facts(tuple(rows)),))

    def _weeks(self, case: Case) -> str:
        """After a loss no birth is spoken of; where it was not said, neither is."""
        about = case.about
        if about.weeks_pregnant is not None:
            return self._t("weeks_pregnant", weeks=f"{about.weeks_pregnant:g}")
        said_birth = about.ended == "birth" or about.birth is not None or about.baby_with_me == "yes"
        how = "after_loss" if about.ended == "loss" else "after" if said_birth else "after_end"
        return self._t(f"weeks_{how}", weeks=f"{about.weeks_postpartum or 0:g}")

    def _pain(self, found: Assessment) -> Section:
        pain, voice = found.case.pain, self.voice
        rows: list[tuple[str, str]] = []
        for key, kind, values in (("where", "site", pain.sites), ("side", "side", (pain.side,))):
            told = [voice.phrase(f"{'pain.' if kind == 'side' else ''}{kind}.{value}") for value in values if value]
            rows += [(self._t(f"pain.{key}"), voice.listed(told))] if told else []
        strength = [
            self._t(f"pain.strength_{name}", **{name: value})
            for name, value in (("now", pain.now), ("worst", pain.worst_week))
            if value is not None
        ]
        rows += [(self._t("pain.strength"), voice.listed(strength))] if strength else []
        if pain.started_weeks_ago is not None:
            weeks = round(pain.started_weeks_ago)
            rows.append((self._t("pain.started"), voice.counted("midwife.pain.weeks_ago", weeks)))
        for key in ("onset", "course"):
            if value := getattr(pain, key):
                rows.append((self._t(f"pain.{key}"), voice.phrase(f"pain.{key}.{value}")))
        for key, kind, chosen in (
            ("worse", "worse_with", pain.worse_with),
            ("better", "better_with", pain.better_with),
        ):
            if chosen:
                rows.append((self._t(f"pain.{key}"), voice.listed(voice.phrase(f"{kind}.{one}") for one in chosen)))
        described: Block = Facts(tuple(rows)) if rows else Paragraph(self._t("pain.none"))
        return Section(self._t("pain.title"), (described, *([Facts(self._class(found))] if rows else [])))

    def _class(self, found: Assessment) -> tuple[tuple[str, str], ...]:
        likely, voice = found.pain.likely, self.voice
        if likely is None:
            return ((self._t("class.title"), voice.phrase("result.unclear")),)
        rows = [(self._t("class.title"), voice(likely.pain_class.name))]
        for key, texts in (("for", likely.speaks_for), ("against", likely.speaks_against)):
            rows += [(self._t(f"class.{key}"), voice.sentences(voice(says) for says in texts))] if texts else []
        also = voice.listed(voice(scored.pain_class.name) for scored in found.pain.also)
        return (*rows, *([(self._t("class.also"), also)] if also else []))

    def _over_time(self, cases: Sequence[Case], course: Course) -> Section:
        told = SequenceReport(self.knowledge, self.voice).of(course)
        changes = (*told["worse"], *told["derived"], *told["kept"], *told["better"])
        since = [one["says"] for one in changes if one.get("what") not in _SEEN_BY_THE_TABLE]
        points = [
            PainPoint(self._moment(at, case), case.pain.now, case.pain.worst_week, case.asked_on)
            for at, case in enumerate(cases)
        ]
        blocks: list[Block] = [self._levels(cases, course)]
        if sum(point.now is not None for point in points) > 1:
            values = self.voice.listed(str(point.now) for point in points if point.now is not None)
            alt = self._t("time.chart", count=len(points), values=values)
            blocks.append(Picture(pain_chart(points, alt), alt))
        if since:
            blocks.append(Lines(self._t("time.since"), tuple(dict.fromkeys(since))))
        return Section(self._t("time.title"), tuple(blocks))

    def _levels(self, cases: Sequence[Case], course: Course) -> Table:
        head = tuple(self._t(f"time.{name}") for name in ("day", "weeks", "level", "now", "worst"))
        rows = []
        for at, (case, level) in enumerate(zip(cases, course.levels, strict=True)):
            scores = (case.pain.now, case.pain.worst_week)
            said = (self._t("time.not_said") if score is None else str(score) for score in scores)
            title = self.voice(self.knowledge.care_levels[level].title)
            rows.append((self._moment(at, case), self._weeks(case), title, *said))
        return Table(self._t("time.title"), head, tuple(rows))

    def _moment(self, at: int, case: Case) -> str:
        return self._day(case.asked_on) if case.asked_on else self._t("time.moment", number=at + 1)

    def _answers(self, case: Case) -> Section:
        named = ((self.knowledge.findings[name], said) for name, said in case.answers.items())
        asked = [(finding, said) for finding, said in named if not finding.private]
        speaker, voice = Speaker(self.knowledge, self.voice), self.voice
        yes = tuple(speaker.me(finding) for finding, said in asked if said is Answer.YES)
        unsure = tuple(self._line(finding) for finding, said in asked if said is Answer.UNSURE)
        denied = [self._line(finding) for finding, said in asked if said is Answer.NO]
        numbers = [
            voice.labelled(self._line(finding), f"{said:g}") for finding, said in asked if isinstance(said, int | float)
        ]
        rows = [(self._t("answers.denied"), voice.apart(denied) if denied else self._t("answers.denied_none"))]
        rows += [(self._t("answers.numbers"), voice.apart(numbers))] if numbers else []
        lists = [Lines(self._t(f"answers.{key}"), said) for key, said in (("yes", yes), ("unsure", unsure)) if said]
        return Section(self._t("answers.title"), (*lists, Facts(tuple(rows)), Paragraph(self._t("private"))))

    def _line(self, finding: Finding) -> str:
        return self.voice(finding.discreet or finding.line or finding.ask)

    def _plan(self, found: Assessment) -> Section:
        entries = [advice for topic in TOPICS for advice in found.plan.by_topic.get(topic, ())]
        first = list({advice.id: advice for advice in (*found.plan.today, *entries)}.values())
        do = [advice for advice in first if advice.kind == "do"]
        rest = [advice for advice in first if advice.kind != "do"]
        left = [one.advice for one in found.plan.not_for_you if not one.by_level]
        parts = (("do", do), ("avoid", rest), ("left", left))
        rows = tuple((self._t(f"plan.{key}"), self._titles(chosen)) for key, chosen in parts if chosen)
        return Section(self._t("plan.title"), (Facts(rows),) if rows else (Paragraph(self._t("plan.none")),))

    def _titles(self, entries: Sequence[Advice]) -> str:
        told = [self.voice(advice.title) for advice in entries[:MOST_ENTRIES]]
        more = len(entries) - len(told)
        return self.voice.apart([*told, *([self._t("plan.more", count=more)] if more else [])])

    def _foot(self) -> Iterator[str]:
        known = {"version": self.knowledge.version, "digest": self.knowledge.digests.short}
        yield self._t("foot", **known, program=__version__)
        yield self._t("review")


def as_text(paper: Paper, voice: Voice) -> str:
    """The same for a plain-text field: a heading, then its lines."""
    parts = [paper.title, paper.lead]
    for section in paper.sections:
        parts.append(
            "\n".join([section.title.upper(), *(line for block in section.blocks for line in _lines(block, voice))])
        )
    return "\n\n".join([*parts, "\n".join(paper.foot)]) + "\n"


def _lines(block: Block, voice: Voice) -> Iterator[str]:
    match block:
        case Paragraph(says):
            yield says
        case Facts(rows):
            yield from (voice.labelled(label, says) for label, says in rows)
        case Lines(label, lines):
            yield voice.label(label)
            yield from (f"- {line}" for line in lines)
        case Table(_, head, rows):
            yield from (" | ".join(row) for row in (head, *rows))
        case Picture(_, alt):
            yield alt
