"""Several moments of one woman as the key `sequence` of the JSON (contract, section 2), a sentence for each part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from carrywell.model.course import Course, Difference, Kept, Shown
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice
from carrywell.report.sentences import Speaker

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SequenceReport:
    knowledge: Knowledge
    voice: Voice

    def of(self, course: Course) -> Json:
        moment, change = course.moment, course.change
        only_shown = [shown for shown in moment.shown if shown not in moment.derived]
        return {
            "levels": [level.value for level in course.levels],
            "new": list(change.new),
            "pain_stronger": change.pain_stronger,
            "worse": [
                *(self._difference(found, "worse") for found in change.worse),
                *({"what": "over_time", "id": found.rule.id, "says": self._says(found)} for found in only_shown),
            ],
            "better": [self._difference(found, "better") for found in change.better],
            "derived": [self._derived(found) for found in moment.derived],
            "kept": [self._kept(found) for found in moment.kept],
            "ask_again_in_hours": course.now.follow_up.in_hours,
        }

    def _difference(self, found: Difference, turn: str) -> Json:
        known: Json = {"id": found.id, "before": found.before, "now": found.now}
        says = self.voice.phrase(
            f"since.{found.what}.{turn}", name=self._name(found), before=found.before, now=found.now
        )
        return {"what": found.what, **{key: value for key, value in known.items() if value is not None}, "says": says}

    def _name(self, found: Difference) -> str:
        if found.id is None:
            return ""
        if found.what == "finding":
            return Speaker(self.knowledge, self.voice).me(self.knowledge.findings[found.id])
        if found.what == "task":
            return self.voice(self.knowledge.tasks[found.id].name)
        return self.voice.phrase(f"{found.what}.{found.id}")

    def _says(self, shown: Shown) -> str:
        return self.voice(shown.rule.says, **{name: self._value(name, value) for name, value in shown.values.items()})

    def _value(self, name: str, value: object) -> object:
        if not isinstance(value, Sequence):
            return value
        if name == "places":
            return self.voice.listed(self.voice.phrase(f"site.{site}") for site in value)
        speaker = Speaker(self.knowledge, self.voice)
        return self.voice.sentences(speaker.me(self.knowledge.findings[name]) for name in value)

    def _derived(self, shown: Shown) -> Json:
        rule = shown.rule
        return {
            "finding": shown.finding,
            "answer": rule.answer,
            "because": rule.id,
            "says": self._says(shown),
            "basis": rule.basis,
            "sources": list(rule.sources),
        }

    def _kept(self, kept: Kept) -> Json:
        sign = Speaker(self.knowledge, self.voice).me(self.knowledge.findings[kept.finding])
        because = self.voice(kept.because.says)
        return {
            "finding": kept.finding,
            "told_on": kept.told.asked_on.isoformat() if kept.told.asked_on else None,
            "because": kept.because.id,
            "days": kept.because.days,
            "says": self.voice.phrase("since.kept_says", sign=sign, because=because),
            "sources": list(kept.because.sources),
        }
