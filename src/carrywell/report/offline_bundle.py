"""The exported rules with all that a page needs to ask, decide and explain by itself, without a network.

As in `report.rules_json` the private track is left out entirely. A sentence stands beside what it belongs to, in one
language. The shape is no interface: the site's own script (web/assets/offline) alone reads it, and is built with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from carrywell.model.care import CareLevel, Door
from carrywell.model.knowledge import Advice, Cause, Gate, Knowledge, PainClass, Screen, Sign
from carrywell.model.rules import When
from carrywell.model.text import Text, Voice
from carrywell.report.rules_document import condition_as_json
from carrywell.report.rules_json import facts_within, public_findings

Json = dict[str, Any]

# The program's own sentences that these pages use, by what their ids begin with; nothing of the private track.
WORDS = (
    "about.", "better_with.", "changes.", "day.", "evidence.", "fact.", "history.", "offline.", "page.", "pain.",
    "questions.", "result.", "say.", "site.", "site_wide.", "topic.", "where.", "worse_with.",
)  # fmt: skip
_NOT_WORDS = ("page.names.private",)


@dataclass(frozen=True, slots=True)
class Asking:
    """What the way of asking adds (`decide.interview`): ids of findings, and the screens without the private ones."""

    first: tuple[str, ...]
    for_class: frozenset[str]
    for_plan: frozenset[str]
    screens: tuple[Screen, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of each a page shows, and how today's things are put in order (`decide.plan`, `report.as_json`)."""

    topics: tuple[str, ...]
    today_order: tuple[str, ...]
    most_causes: int
    most_signs: int


class OfflineBundle:
    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        self.knowledge, self.voice = knowledge, voice

    def of(self, rules: Json, asking: Asking, shown: Shown) -> Json:
        """`rules`: the exported rules (`report.rules_json`) in the voice's language."""
        knowledge, public = self.knowledge, frozenset(finding.id for finding in public_findings(self.knowledge))
        whens = [*self._whens(), *(finding.asked_if for finding in public_findings(knowledge))]
        said = [{key: value for key, value in rule.items() if key != "conditions"} for rule in rules["rules"]]
        return rules | {
            "rules": said,
            "facts": self._facts([*whens, *(rule.when for rule in knowledge.combinations.values())], rules["facts"]),
            "asking": {
                "first": list(asking.first),
                "for_class": sorted(asking.for_class & public),
                "for_plan": sorted(asking.for_plan & public),
                "screens": [self._screen(screen) for screen in asking.screens if screen.purpose != "private"],
            },
            "shown": {
                "topics": list(shown.topics),
                "today_order": list(shown.today_order),
                "most_causes": shown.most_causes,
                "most_signs": shown.most_signs,
            },
            "own_words": {one.id: self.voice(one.me) for one in public_findings(knowledge) if one.discreet},
            "combinations": {name: self.voice(one.me) for name, one in knowledge.combinations.items()},
            "grounds": dict(self._grounds()),
            "then": {level: [self.voice(then) for then in knowledge.care_levels[level].then] for level in CareLevel},
            "say": {door.value: self.voice(knowledge.doors[door].say) for door in Door},
            "classes": [self._class(one) for one in knowledge.classes.values()],
            "causes": [self._cause(one) for one in knowledge.causes.values()],
            "advice": [self._advice(one) for one in knowledge.advice.values()],
            "gates": {name: self._gate(gate) for name, gate in knowledge.gates.items()},
            "recheck": [
                {
                    "id": one.id,
                    "when": condition_as_json(one.when),
                    "levels": list(one.levels),
                    "in_hours": one.in_hours,
                    "says": self.voice(one.says),
                    "stages": list(one.stages),
                }
                for one in knowledge.recheck.values()
                if not one.over_time  # one moment shows none of these
            ],
            "safety_net": [
                {"says": self.voice(one.says), "stages": list(one.stages)}
                for one in sorted(knowledge.safety_net.values(), key=lambda net: (net.order, net.id))
            ],
            "tasks": [
                {
                    "id": one.id,
                    "stages": list(one.stages),
                    "applies_when": condition_as_json(one.applies_when),
                    "minutes_each": one.minutes_of(1),
                    "dose_rate": one.dose_rate,
                }
                for one in knowledge.tasks.values()
            ],
            "sources": self._sources(),
            "words": {key: self.voice(text) for key, text in knowledge.phrases.items() if _is_wanted(key)},
            "stop": self.voice.ended("-").strip("-"),
            "colon": self.voice.label("-").strip("-"),
            "bracket": self.voice.remarked("-", "{}").strip("-"),
            "semicolon": self.voice.apart(("-", "-")).strip("-"),
            "gap": self.voice.sentences(("-", "-")).strip("-"),  # what stands between two sentences
        }  # fmt: skip

    def _whens(self) -> Iterator[When]:
        for pain_class in self.knowledge.classes.values():
            yield pain_class.core
            yield from (sign.when for sign in (*pain_class.speaks_for, *pain_class.speaks_against))
        yield from (cause.applies_when for cause in self.knowledge.causes.values())
        for advice in self.knowledge.advice.values():
            yield from (advice.applies_when, *advice.not_when, *advice.helps_when)
        for gate in self.knowledge.gates.values():
            yield from (line.when for line in (*gate.not_when, *gate.ask_first_when))
        yield from (recheck.when for recheck in self.knowledge.recheck.values())
        yield from (task.applies_when for task in self.knowledge.tasks.values())

    def _facts(self, whens: Iterable[When], before: list[Json]) -> list[Json]:
        """Those of the rules, and what only the plan and its like rest on."""
        known = {fact["id"] for fact in before}
        more = [name for name in facts_within(whens, self.knowledge) if name not in known]
        facts = self.knowledge.facts
        entries = [
            {"id": name, "says": self.voice(facts[name].says), "when": condition_as_json(facts[name].when)}
            for name in more
        ]
        return [*before, *entries]

    def _screen(self, screen: Screen) -> Json:
        return {
            "id": screen.id,
            "title": self.voice(screen.title),
            "hint": self._maybe(screen.hint),
            "kind": screen.kind,
            "purpose": screen.purpose,
            "stages": list(screen.stages),
            "lines": list(screen.lines),
        }

    def _grounds(self) -> Iterator[tuple[str, Json]]:
        """Of what can decide the level. A combination has no id in common with a finding."""
        for item in (*public_findings(self.knowledge), *self.knowledge.combinations.values()):
            yield item.id, {"basis": item.basis, "sources": list(item.sources)}

    def _class(self, one: PainClass) -> Json:
        return {
            "id": one.id,
            "name": self.voice(one.name),
            "is": self.voice(one.is_),
            "stages": list(one.stages),
            "core": condition_as_json(one.core),
            "speaks_for": [self._sign(sign) for sign in one.speaks_for],
            "speaks_against": [self._sign(sign) for sign in one.speaks_against],
            "care": self.voice(one.care),
            **_ground(one),
        }

    def _sign(self, sign: Sign) -> Json:
        return {"when": condition_as_json(sign.when), "says": self.voice(sign.says), "weight": sign.weight}

    def _cause(self, one: Cause) -> Json:
        return {
            "id": one.id,
            "says": self.voice(one.says),
            "evidence": self.voice(one.evidence),
            "belief": self._maybe(one.belief),
            "stages": list(one.stages),
            "applies_when": condition_as_json(one.applies_when),
            "weight": one.weight,
            **_ground(one),
        }

    def _advice(self, one: Advice) -> Json:
        return {
            "id": one.id,
            "topic": one.topic,
            "kind": one.kind,
            "title": self.voice(one.title),
            "says": self.voice(one.says),
            "benefit": self.voice(one.benefit),
            "careful": self._maybe(one.careful),
            "stages": list(one.stages),
            "applies_when": condition_as_json(one.applies_when),
            "not_when": [condition_as_json(when) for when in one.not_when],
            "gates": list(one.gates),
            "helps_when": [condition_as_json(when) for when in one.helps_when],
            "rank": one.rank,
            "minutes": one.minutes,
            "today": one.today,
            "acts": one.acts,
            **_ground(one),
        }

    def _gate(self, gate: Gate) -> Json:
        return {
            name: [{"when": condition_as_json(line.when), "says": self.voice(line.says)} for line in lines]
            for name, lines in (("not_when", gate.not_when), ("ask_first_when", gate.ask_first_when))
        }

    def _sources(self) -> Json:
        """Who says it, and when; the titles would be half as much again, and the pages behind them need a network."""
        knowledge = self.knowledge
        items = (*public_findings(knowledge), *knowledge.combinations.values(), *knowledge.classes.values())
        cited = {
            name for item in (*items, *knowledge.causes.values(), *knowledge.advice.values()) for name in item.sources
        }
        return {name: [knowledge.sources[name].by, knowledge.sources[name].year] for name in sorted(cited)}

    def _maybe(self, text: Text | None) -> str | None:
        return None if text is None else self.voice(text)


def _ground(item: PainClass | Cause | Advice) -> Json:
    return {"strength": item.strength, "basis": item.basis, "sources": list(item.sources)}


def _is_wanted(key: str) -> bool:
    return key.startswith(WORDS) and not key.startswith(_NOT_WORDS)
