"""The questions as a FHIR R4 (4.0.1) Questionnaire, with SDC expressions for which of them are meant for her.

Groups follow the umbrellas and screens of the knowledge base; a finding is an item whose linkId is its id. Private
questions are left out entirely. Sources: hl7.org/fhir/R4/questionnaire.html; Structured Data Capture 3.0.0, Form
Behavior (enableWhenExpression, which no item may have together with enableWhen) and Using Expressions (variable).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from carrywell.model.answer import Answer
from carrywell.model.care import Speed
from carrywell.model.case_kinds import CASE_KINDS, LONGEST_DAY_MINUTES, Choice, Listed, Number, kind_of_answer
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.response_codes import (
    ABOUT,
    ABOUT_ITEMS,
    ANSWERS,
    CODES_OF_ABILITY,
    DAY,
    DAY_ITEM,
    FINDINGS,
    ON_SCREEN,
    PAIN,
    PAIN_ITEMS,
    QUESTIONNAIRE_URL,
    UNDER_UMBRELLA,
    code,
    system_of,
)
from carrywell.model.stage import Stage
from carrywell.model.text import Voice
from carrywell.report.case_words import ITEM_WORDS, words_of_value
from carrywell.report.fhirpath import TRUE, FhirPath

Json = dict[str, Any]

_FHIR, _SDC = "http://hl7.org/fhir/StructureDefinition", "http://hl7.org/fhir/uv/sdc/StructureDefinition"
_ITEM_CONTROL = "http://hl7.org/fhir/questionnaire-item-control"
_PREGNANT, _POSTPARTUM = "about.weeks_pregnant", "about.weeks_postpartum"

_ONLY_IN = {
    "about.babies": _PREGNANT,
    **dict.fromkeys(("about.ended", "about.birth", "about.baby_with_me"), _POSTPARTUM),
}

_ANSWER_WORDS = {
    Answer.YES: "questions.yes",
    Answer.NO: "questions.no",
    Answer.UNSURE: "questions.unsure",
    Answer.RATHER_NOT_SAY: "questions.rather_not",
}


def questionnaire(knowledge: Knowledge, rough_sites: Mapping[str, frozenset[str]], voice: Voice) -> Json:
    return _Form(knowledge, rough_sites, voice).resource()


class _Form:
    def __init__(self, knowledge: Knowledge, rough_sites: Mapping[str, frozenset[str]], voice: Voice) -> None:
        self.knowledge, self.voice = knowledge, voice
        self.findings = {
            group: [knowledge.findings[name] for name in names] for group, names in _groups(knowledge).items()
        }
        group_of = dict.fromkeys(ABOUT_ITEMS, ABOUT) | dict.fromkeys(PAIN_ITEMS, PAIN)
        group_of |= {finding.id: group for group, findings in self.findings.items() for finding in findings}
        self.expressions = FhirPath(knowledge, group_of, rough_sites)

    def resource(self) -> Json:
        groups = [
            self._group(ABOUT, self._words("page.names.pregnant"), [self._about(item) for item in ABOUT_ITEMS]),
            *(self._of_findings(group, findings) for group, findings in self.findings.items()),
            self._group(PAIN, self._words("where.title"), [self._said_of(item) for item in PAIN_ITEMS]),
            self._group(DAY, self._words("day.tasks"), self._tasks()),
        ]
        return {
            "resourceType": "Questionnaire",
            "language": self.voice.language if self.voice.translations else "en",
            "extension": [
                {"url": f"{_FHIR}/variable", "valueExpression": _expression(expression, name)}
                for name, expression in self.expressions.variables.items()
            ],
            "url": QUESTIONNAIRE_URL,
            "version": "-".join(filter(None, [self.knowledge.version, self.knowledge.digests.short])),
            "name": "CarrywellCheck",
            "title": self._words("start.title"),
            "status": "draft",
            "experimental": True,
            "subjectType": ["Patient"],
            "publisher": self._words("site_wide.name"),
            "description": " ".join(
                self._words(key) for key in ("start.for_whom", "site_wide.not_a_doctor", "result.not_reviewed")
            ),
            "item": groups,
        }

    def _words(self, key: str) -> str:
        return self.voice.phrase(key)

    def _group(self, name: str, text: str, items: list[Json]) -> Json:
        return {"linkId": name, "text": text, "type": "group", "item": items}

    def _about(self, item: str) -> Json:
        """One clock closes the other, and what is asked after the end of a pregnancy waits for its weeks."""
        if item in (_PREGNANT, _POSTPARTUM):
            other = _POSTPARTUM if item == _PREGNANT else _PREGNANT
            return self._said_of(item) | {"enableWhen": [_exists(other, False)]}
        clock = _ONLY_IN.get(item)
        return self._said_of(item) | ({"enableWhen": [_exists(clock, True)]} if clock else {})

    def _tasks(self) -> list[Json]:
        """What her day holds, in minutes or times a day."""
        tasks = sorted(self.knowledge.tasks.values(), key=lambda task: task.order)
        amount = Number(0, LONGEST_DAY_MINUTES)
        return [
            {
                "linkId": f"{DAY_ITEM}{task.id}",
                "text": f"{self.voice(task.name)} ({self._words(f'day.{task.counted_in}')})",
                **_enabled(self.expressions.may_be_of_her_day(task), _number(amount)),
            }
            for task in tasks
        ]

    def _said_of(self, item: str) -> Json:
        kind = CASE_KINDS[item]
        entry = {"linkId": item, "text": self._words(ITEM_WORDS[item])}
        if isinstance(kind, Number):
            return entry | _number(kind)
        assert isinstance(kind, Choice | Listed)
        said = {value: self._words(words_of_value(item, value)) for value in kind.values}
        options = [_option(system_of(kind.values), value, words) for value, words in said.items()]
        return (
            entry
            | {"type": "choice", "answerOption": options}
            | ({"repeats": True} if isinstance(kind, Listed) else {})
        )

    def _of_findings(self, group: str, findings: list[Finding]) -> Json:
        umbrella = self.knowledge.findings.get(group.removeprefix(UNDER_UMBRELLA))
        if umbrella is not None:
            text = self.voice(umbrella.opens or umbrella.listed)
        else:
            text = self.voice(self.knowledge.screens[group.removeprefix(ON_SCREEN)].title)
        return self._group(group, text, [self._finding(finding) for finding in findings])

    def _finding(self, finding: Finding) -> Json:
        kind = kind_of_answer(finding)
        if isinstance(kind, Number):
            entry = _number(kind)
        else:
            entry = {"type": "choice", "answerOption": list(self._answers(finding, kind))}
        shown = [*(self.voice(line) for line in finding.lines), self.voice(finding.tell)]
        return {
            "linkId": finding.id,
            "code": [{"system": FINDINGS, "code": finding.id}],
            "text": self.voice(finding.ask),
            **_enabled(self.expressions.is_asked(finding), entry),
            "item": [_shown(finding.id, at, text, len(shown)) for at, text in enumerate(shown)],
        }

    def _answers(self, finding: Finding, kind: Choice) -> Iterator[Json]:
        """To a question on an ability a yes means that she can, so its codes say which is which."""
        is_ability = finding.asks_for == "ability"
        for value in kind.values:
            said = _TURNED.get(value, value) if is_ability else value
            meant = CODES_OF_ABILITY.get(said, said) if is_ability else said
            yield _option(ANSWERS, meant, self._words(_ANSWER_WORDS[Answer(value)]))


_TURNED = {Answer.YES.value: Answer.NO.value, Answer.NO.value: Answer.YES.value}
_NEVER = -1
_ENABLE_WHEN = f"{_SDC}/sdc-questionnaire-enableWhenExpression"


def _groups(knowledge: Knowledge) -> dict[str, list[str]]:
    """The findings by group, each in one: what an umbrella covers under it, the rest by how soon it matters."""
    public = [finding for finding in knowledge.findings.values() if not finding.private]
    found: dict[str, list[Finding]] = {f"{ON_SCREEN}now": [], f"{ON_SCREEN}today": [], f"{ON_SCREEN}also": []}
    found |= {f"{UNDER_UMBRELLA}{finding.id}": [finding] for finding in public if finding.covers}
    for finding in public:
        umbrella = knowledge.umbrella_of.get(finding.id)
        if not finding.covers:
            found.setdefault(f"{UNDER_UMBRELLA}{umbrella}" if umbrella else _screen(finding), []).append(finding)
    soonest = sorted(found, key=lambda group: -max((_speed(finding) for finding in found[group]), default=_NEVER))
    return {group: [finding.id for finding in found[group]] for group in soonest if found[group]}


def _screen(finding: Finding) -> str:
    if finding.asks_for == "number":
        return f"{ON_SCREEN}numbers"
    speed = _speed(finding)
    if speed == _NEVER:
        return f"{ON_SCREEN}cautions"
    return ON_SCREEN + ("now" if speed == Speed.NOW else "today" if speed == Speed.TODAY else "also")


def _speed(finding: Finding) -> int:
    """The fastest that a yes alone means, at any stage."""
    return max((level.speed for stage in Stage if (level := finding.level_at(stage)) is not None), default=_NEVER)


def _enabled(asked: str, entry: Json) -> Json:
    """An item that is shown only where an expression holds; its own extensions stay."""
    when = [] if asked == TRUE else [{"url": _ENABLE_WHEN, "valueExpression": _expression(asked)}]
    return entry | _if_any("extension", [*when, *entry.get("extension", [])])


def _exists(question: str, exists: bool) -> Json:
    return {"question": question, "operator": "exists", "answerBoolean": exists}


def _number(kind: Number) -> Json:
    kind_of_value, of = ("integer", "valueInteger") if kind.whole else ("decimal", "valueDecimal")
    bounds = (("minValue", kind.lowest), ("maxValue", kind.highest))
    limits = [
        {"url": f"{_FHIR}/{name}", of: int(bound) if kind.whole else bound}
        for name, bound in bounds
        if bound is not None
    ]
    return {"type": kind_of_value, "extension": limits}


def _option(system: str, value: str, display: str) -> Json:
    return {"valueCoding": {"system": system, "code": code(value), "display": display}}


def _shown(finding: str, at: int, text: str, many: int) -> Json:
    """A line below the question; the last of them tells how she can know, and is shown when she asks for help."""
    control = {"coding": [{"system": _ITEM_CONTROL, "code": "help"}]}
    help_ = [{"url": f"{_FHIR}/questionnaire-itemControl", "valueCodeableConcept": control}] if at == many - 1 else []
    return {"linkId": f"{finding}.{at + 1}", "text": text, "type": "display", **_if_any("extension", help_)}


def _expression(expression: str, name: str | None = None) -> Json:
    return {**({"name": name} if name else {}), "language": "text/fhirpath", "expression": expression}


def _if_any(key: str, entries: Iterable[Json]) -> Json:
    found = list(entries)
    return {key: found} if found else {}
