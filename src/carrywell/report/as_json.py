"""An assessment as the stable JSON of the contract, section 2. Keys may be added; none is renamed or dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from carrywell import __version__
from carrywell.model.assessment import Assessment, Deciding, LeftOut
from carrywell.model.case import Case
from carrywell.model.knowledge import Advice, Cause, Knowledge, PrivateResult
from carrywell.model.text import Voice
from carrywell.model.truth import Truth
from carrywell.report.rests_on import items_of
from carrywell.report.sentences import Speaker
from carrywell.report.trace import Origin, private_trace, trace

TOPICS = ("hand_over", "posture", "sleep", "movement", "relief", "equipment", "nutrition", "partner", "baby_care")
_SAID = {Truth.TRUE: "yes", Truth.UNKNOWN: "not known"}

MOST_CAUSES = 3
MOST_SIGNS = 5

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class JsonReport:
    knowledge: Knowledge
    voice: Voice

    def of(self, found: Assessment, unanswered: str, private: bool = False, origin: Origin | None = None) -> Json:
        """`origin`: what was decided on, where that is more than the case of the assessment."""
        report: Json = {
            "carrywell": __version__,
            "knowledge": self.knowledge.version,
            "reviewed": "none yet",
            "stage": self.knowledge.stage_of(found.case.about).value,
            "care": self._care(found, unanswered),
            "pain_class": self._pain_class(found),
            "causes": [self._cause(cause) for cause in found.causes[:MOST_CAUSES]],
            "plan": self._plan(found),
            "seek_help_if": [
                {"id": net.id, "says": self.voice(net.says), "level": net.level.value, "sources": list(net.sources)}
                for net in found.follow_up.signs[:MOST_SIGNS]
            ],
            "recheck": {
                "in_hours": found.follow_up.in_hours,
                "then_hours": list(found.follow_up.recheck.then_hours),
                "why": self.voice(found.follow_up.recheck.says),
                "id": found.follow_up.recheck.id,
            },
        }
        report["trace"] = self._trace(found, unanswered, origin or Origin((found.case,)))
        if private:
            report["private"] = [self._private(result, found.case) for result in found.private]
        return report

    def _trace(self, found: Assessment, unanswered: str, origin: Origin) -> Json:
        signs = [net.id for net in found.follow_up.signs[:MOST_SIGNS]]
        items = items_of(found, self.knowledge, found.causes[:MOST_CAUSES], signs, origin.more)
        return trace(origin, unanswered, items, self.knowledge)

    def _private(self, result: PrivateResult, case: Case) -> Json:
        told = {"id": result.id, "says": self.voice(result.says), "do": self.voice(result.do)}
        return told | private_trace(result, case, self.knowledge)

    def _care(self, found: Assessment, unanswered: str) -> Json:
        speaker = Speaker(self.knowledge, self.voice)
        words = self.knowledge.care_levels[found.triage.level]
        return {
            "level": found.triage.level.value,
            "level_if_unanswered": found.if_unanswered.value,
            "level_by_answers": found.by_answers.value,
            "unanswered_counts_as": unanswered,
            "doors": [door.value for door in found.triage.doors],
            "title": self.voice(words.title),
            "do": self.voice(words.do),
            "say": speaker.say(found.case, found.triage),
            "because": [
                self._because(deciding, found, speaker) for deciding in speaker.plainest_first(found.triage.deciding)
            ],
        }

    def _because(self, deciding: Deciding, found: Assessment, speaker: Speaker) -> Json:
        rule = deciding.rule
        return {
            "finding": rule.finding or rule.combination,
            "level": deciding.level.value,
            "with": list(rule.with_),
            "conditions": list(rule.conditions),
            "answer": speaker.answer(deciding, found.case),
            "says": self.voice.sentences(speaker.signs(deciding)),
            "sources": list(rule.sources),
        }

    def _pain_class(self, found: Assessment) -> Json:
        likely = found.pain.likely
        return {
            "likely": found.pain.likely_id,
            "also": [scored.pain_class.id for scored in found.pain.also],
            "for": [self.voice(says) for says in likely.speaks_for] if likely else [],
            "against": [self.voice(says) for says in likely.speaks_against] if likely else [],
            "says": self.voice(likely.pain_class.is_) if likely else self.voice.phrase("result.unclear"),
            "strength": likely.pain_class.strength if likely else None,
            "sources": list(likely.pain_class.sources) if likely else [],
        }

    def _cause(self, cause: Cause) -> Json:
        return {
            "id": cause.id,
            "says": self.voice(cause.says),
            "evidence": self.voice(cause.evidence),
            "belief": self.voice(cause.belief) if cause.belief else None,
            "share": self.voice(cause.share) if cause.share else None,
            "strength": cause.strength,
            "basis": cause.basis,
            "sources": list(cause.sources),
        }

    def _plan(self, found: Assessment) -> Json:
        plan = found.plan
        entry = partial(self._advice, day_shares=plan.day_shares)
        topics = {topic: [entry(advice) for advice in plan.by_topic.get(topic, ())] for topic in TOPICS}
        return {
            "today": [entry(advice) for advice in plan.today],
            **topics,
            "not_for_you": [self._left_out(left, found) for left in plan.not_for_you],
        }

    def _advice(self, advice: Advice, day_shares: Mapping[str, float]) -> Json:
        share = day_shares.get(advice.id)
        return {
            "id": advice.id,
            "kind": advice.kind,
            "title": self.voice(advice.title),
            "says": self.voice(advice.says),
            "benefit": self.voice(advice.benefit),
            "careful": self.voice(advice.careful) if advice.careful else None,
            "minutes": advice.minutes,
            "day_share": None if share is None else round(share, 3),
            "strength": advice.strength,
            "basis": advice.basis,
            "sources": list(advice.sources),
        }

    def _left_out(self, left: LeftOut, found: Assessment) -> Json:
        because: Sequence[Json] = [
            {
                "fact": reason.fact,
                "answer": _SAID[reason.said],
                "says": Speaker(self.knowledge, self.voice).because(reason),
                "ask_first": reason.ask_first,
            }
            for reason in left.reasons
        ]
        if left.by_level:
            because = [{"level": found.triage.level.value, "says": self.voice.phrase("result.left_out_by_level")}]
        return {
            "id": left.advice.id,
            "kind": left.advice.kind,
            "says": self.voice(left.advice.title),
            "because": list(because),
            "strength": left.advice.strength,
            "sources": list(left.advice.sources),
        }
