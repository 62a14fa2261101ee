"""From an assessment to what the result page shows, in plain texts and in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carrywell.app.engine import Engine
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment, Deciding
from carrywell.model.care import CareLevel, Speed
from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Advice, Cause, Source
from carrywell.model.text import Voice
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS, TOPICS
from carrywell.report.sentences import Speaker, recheck_when

MOST_REASONS = 5
MOST_PER_TOPIC = 5  # proposals shown at first; what to avoid or limit is always shown whole

# A misspelt variant gives a plain grey card and no error, so the mapping stands once, and a test looks at each level.
CARD_VARIANT = {
    Speed.NOW: "emergency",
    Speed.TODAY: "urgent",
    Speed.TWO_DAYS: "urgent",
    Speed.WEEKS: "non-urgent",
    Speed.SELF_CARE: "non-urgent",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What an unfolded sentence stands on. `gentle`: after a loss sources go by their publisher, for their titles speak
    of babies.
    """

    basis: str
    strength: str | None
    sources: tuple[Source, ...]
    item: str
    gentle: bool


@dataclass(frozen=True, slots=True)
class Reason:
    signs: tuple[str, ...]
    certain: bool
    conditions: tuple[str, ...]
    ground: Ground


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    title: str
    says: str
    benefit: str
    careful: str | None
    minutes: int | None
    ground: Ground


@dataclass(frozen=True, slots=True)
class CauseLine:
    says: str
    evidence: str
    belief: str | None
    ground: Ground


@dataclass(frozen=True, slots=True)
class Left:
    title: str
    because: tuple[str, ...]
    ask_first: bool


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Everything on the result page. `urgent`: the page leads with care and folds the rest away.
    `explained`: nothing above routine was found, so what it probably is may be said.
    """

    level: CareLevel
    variant: str
    title: str
    do: str
    how_soon: str
    then: tuple[str, ...]
    doors: tuple[tuple[str, str], ...]
    say: str
    reasons: tuple[Reason, ...]
    more_reasons: tuple[Reason, ...]
    urgent: bool
    explained: bool
    likely: str | None
    likely_is: str
    likely_care: str | None
    likely_ground: Ground | None
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    also: tuple[str, ...]
    causes: tuple[CauseLine, ...]
    today: tuple[Entry, ...]
    topics: tuple[tuple[str, tuple[Entry, ...]], ...]
    more_entries: int
    left_out: tuple[Left, ...]
    left_by_level: bool
    recheck_when: str
    recheck_day: str
    recheck_why: str
    left_open: bool
    signs: tuple[str, ...]
    more_signs: tuple[str, ...]


def present(found: Assessment, engine: Engine, voice: Voice, today: date, whole: bool = False) -> ResultPage:
    """`whole`: every entry of the plan, not only the most helpful of each topic."""
    return _Presenter(engine, voice, whole, gentle=found.case.about.ended == "loss").page(found, today)


class _Presenter:
    def __init__(self, engine: Engine, voice: Voice, whole: bool, gentle: bool) -> None:
        self.knowledge, self.voice = engine.knowledge, voice
        self.speaker = Speaker(engine.knowledge, voice)
        self.whole, self.gentle = whole, gentle

    def page(self, found: Assessment, today: date) -> ResultPage:
        level, plan, follow = found.triage.level, found.plan, found.follow_up
        words = self.knowledge.care_levels[level]
        likely = found.pain.likely
        reasons = tuple(self.reason(deciding) for deciding in self.speaker.plainest_first(found.triage.deciding))
        return ResultPage(
            level=level,
            variant=CARD_VARIANT[level.speed],
            title=self.voice(words.title),
            do=self.voice(words.do),
            how_soon=self.voice(words.how_soon),
            then=tuple(self.voice(then) for then in words.then),
            doors=tuple(self.door(door) for door in found.triage.doors),
            say=self.speaker.say(found.case, found.triage),
            reasons=reasons[:MOST_REASONS],
            more_reasons=reasons[MOST_REASONS:],
            urgent=level.is_today,
            explained=level.speed <= Speed.WEEKS,
            likely=self.voice(likely.pain_class.name) if likely else None,
            likely_is=self.voice(likely.pain_class.is_) if likely else self.voice.phrase("result.unclear"),
            likely_care=self.voice(likely.pain_class.care) if likely else None,
            likely_ground=self.ground(likely.pain_class, likely.pain_class.strength) if likely else None,
            speaks_for=tuple(self.voice(says) for says in likely.speaks_for) if likely else (),
            speaks_against=tuple(self.voice(says) for says in likely.speaks_against) if likely else (),
            also=tuple(self.voice(scored.pain_class.name) for scored in found.pain.also),
            causes=tuple(self.cause(cause) for cause in found.causes[:MOST_CAUSES]),
            today=self.entries(plan.today),
            topics=tuple(
                (topic, self.entries(self.first(plan.by_topic[topic]))) for topic in TOPICS if topic in plan.by_topic
            ),
            more_entries=sum(len(entries) - len(self.first(entries)) for entries in plan.by_topic.values()),
            left_out=self.left(found),
            left_by_level=any(left.by_level for left in plan.not_for_you),
            recheck_when=recheck_when(self.voice, follow.in_hours),
            recheck_day=self.day(today, follow.in_hours),
            recheck_why=self.voice(follow.recheck.says),
            left_open=Answer.RATHER_NOT_SAY in found.case.answers.values(),
            signs=tuple(self.voice(net.says) for net in follow.signs[:MOST_SIGNS]),
            more_signs=tuple(self.voice(net.says) for net in follow.signs[MOST_SIGNS:]),
        )

    def day(self, today: date, hours: int) -> str:
        """The date of the next look; within the same day the hours say it better."""
        if hours < 24:
            return ""
        on = today + timedelta(days=round(hours / 24))
        return self.voice.phrase(
            "page.date", day=on.day, month=self.voice.phrase(f"page.month.{on.month}"), year=on.year
        )

    def door(self, door: str) -> tuple[str, str]:
        words = self.knowledge.doors[door]
        name = self.voice(words.name)
        return name[:1].upper() + name[1:], self.voice(words.say)

    def reason(self, deciding: Deciding) -> Reason:
        rule = deciding.rule
        item: Evidenced = (
            self.knowledge.findings[rule.finding]
            if rule.finding
            else self.knowledge.combinations[rule.combination or ""]
        )
        conditions = tuple(self.voice(self.knowledge.conditions[name].name) for name in rule.conditions)
        return Reason(tuple(self.speaker.signs(deciding)), deciding.certain, conditions, self.ground(item, None))

    def ground(self, item: Evidenced, strength: str | None) -> Ground:
        sources = tuple(self.knowledge.sources[source] for source in item.sources)
        return Ground(item.basis, strength, sources, item.id, self.gentle)

    def entries(self, entries: Iterable[Advice]) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                kind=advice.kind,
                title=self.voice(advice.title),
                says=self.voice(advice.says),
                benefit=self.voice(advice.benefit),
                careful=self.voice(advice.careful) if advice.careful else None,
                minutes=advice.minutes,
                ground=self.ground(advice, advice.strength),
            )
            for advice in entries
        )

    def first(self, entries: Sequence[Advice]) -> list[Advice]:
        """What to avoid or limit, and the most helpful proposals."""
        proposals = [advice.id for advice in entries if advice.kind == "do"]
        kept = set(proposals if self.whole else proposals[:MOST_PER_TOPIC])
        return [advice for advice in entries if advice.kind != "do" or advice.id in kept]

    def cause(self, cause: Cause) -> CauseLine:
        belief = self.voice(cause.belief) if cause.belief else None
        ground = self.ground(cause, cause.strength)
        return CauseLine(self.voice(cause.says), self.voice(cause.evidence), belief, ground)

    def left(self, found: Assessment) -> tuple[Left, ...]:
        return tuple(
            Left(
                self.voice(left.advice.title),
                tuple(self.speaker.because(reason) for reason in left.reasons),
                all(reason.ask_first for reason in left.reasons),
            )
            for left in found.plan.not_for_you
            if not left.by_level
        )
