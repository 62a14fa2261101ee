"""From an assessment to what the result page shows, in plain texts and in the order of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.safestring import SafeString

from carrywell.app.engine import Engine
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment, Deciding, LeftOut
from carrywell.model.care import CareLevel, Speed
from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Advice, Cause, Knowledge, Source
from carrywell.model.text import Voice
from carrywell.model.truth import Truth
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS, TOPICS
from carrywell.report.sentences import Speaker, recheck_when
from carrywell.web.pictures import picture

MOST_REASONS = 5

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
    """`picture`: only beside the three things for today; the whole plan would grow too heavy with pictures."""

    kind: str
    title: str
    says: str
    benefit: str
    careful: str | None
    minutes: int | None
    ground: Ground
    picture: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of her plan. Its entries are put into words only where they are shown."""

    name: str
    advice: tuple[Advice, ...]
    in_words: Callable[[Advice], Entry]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(map(self.in_words, self.advice))


@dataclass(frozen=True, slots=True)
class CauseLine:
    says: str
    evidence: str
    belief: str | None
    ground: Ground


@dataclass(frozen=True, slots=True)
class Left:
    """What was left out, and which of her answers did it. Without one, a question is still open."""

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
    topics: tuple[Topic, ...]
    left_out: tuple[Left, ...]
    left_open_questions: tuple[str, ...]
    left_by_level: bool
    recheck_when: str
    recheck_day: str
    recheck_why: str
    left_open: bool
    signs: tuple[str, ...]
    more_signs: tuple[str, ...]


def present(found: Assessment, engine: Engine, voice: Voice, today: date) -> ResultPage:
    return _Presenter(engine, voice, gentle=found.case.about.ended == "loss").page(found, today)


def entry(advice: Advice, knowledge: Knowledge, voice: Voice, gentle: bool) -> Entry:
    return Entry(
        kind=advice.kind,
        title=voice(advice.title),
        says=voice(advice.says),
        benefit=voice(advice.benefit),
        careful=voice(advice.careful) if advice.careful else None,
        minutes=advice.minutes,
        ground=ground(advice, advice.strength, knowledge, gentle),
    )


def ground(item: Evidenced, strength: str | None, knowledge: Knowledge, gentle: bool) -> Ground:
    sources = tuple(knowledge.sources[source] for source in item.sources)
    return Ground(item.basis, strength, sources, item.id, gentle)


def calendar_day(on: date, voice: Voice) -> str:
    return voice.day(on)


class _Presenter:
    def __init__(self, engine: Engine, voice: Voice, gentle: bool) -> None:
        self.knowledge, self.voice = engine.knowledge, voice
        self.speaker = Speaker(engine.knowledge, voice)
        self.gentle = gentle

    def page(self, found: Assessment, today: date) -> ResultPage:
        level, plan, follow = found.triage.level, found.plan, found.follow_up
        words = self.knowledge.care_levels[level]
        likely = found.pain.likely
        reasons = tuple(self.reason(deciding) for deciding in self.speaker.plainest_first(found.triage.deciding))
        left_out = [self.left(left) for left in plan.not_for_you if not left.by_level]
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
            today=tuple(replace(self.entry(advice), picture=self.shown(advice, found)) for advice in plan.today),
            topics=tuple(Topic(topic, plan.by_topic[topic], self.entry) for topic in TOPICS if topic in plan.by_topic),
            left_out=tuple(left for left in left_out if left.because),
            left_open_questions=tuple(left.title for left in left_out if not left.because),
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
        return calendar_day(today + timedelta(days=round(hours / 24)), self.voice)

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
        signs = tuple(self.voice.sentence(sign) for sign in self.speaker.signs(deciding))
        return Reason(signs, deciding.certain, conditions, self.ground(item, None))

    def ground(self, item: Evidenced, strength: str | None) -> Ground:
        return ground(item, strength, self.knowledge, self.gentle)

    def entry(self, advice: Advice) -> Entry:
        return entry(advice, self.knowledge, self.voice, self.gentle)

    def shown(self, advice: Advice, found: Assessment) -> SafeString | None:
        if advice.pose is None:
            return None
        return picture(self.knowledge.poses[advice.pose], found.case.about, self.voice.language)

    def cause(self, cause: Cause) -> CauseLine:
        belief = self.voice(cause.belief) if cause.belief else None
        ground = self.ground(cause, cause.strength)
        return CauseLine(self.voice(cause.says), self.voice(cause.evidence), belief, ground)

    def left(self, left: LeftOut) -> Left:
        """Only what she did say is a reason; what was not asked, or is not sure, stays an open question."""
        said = [reason for reason in left.reasons if reason.said is Truth.TRUE]
        because = tuple(dict.fromkeys(self.speaker.because(reason) for reason in said))
        return Left(self.voice(left.advice.title), because, all(reason.ask_first for reason in said))
