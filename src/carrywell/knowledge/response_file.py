"""Reads a FHIR R4 QuestionnaireResponse to our form (docs/how-to/use-fhir.md) as a case, strictly.

It is read by hand, not through a library of FHIR classes: docs/decisions/0018-fhir-by-hand.md. What belongs to the
system that sends it (id, meta, text, author, extensions) is passed over; what would change the meaning of an answer
(modifierExtension, implicitRules, an answer that was entered in error) is a fault, and so is an item that the form does
not have. What the case then may hold is checked as in a case file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from carrywell.knowledge.case_file import case_in, read_case_text
from carrywell.knowledge.data_file import json_as_yaml, must_be_json, read_text_file
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.knowledge.yaml_text import Path as Place
from carrywell.model.case import Case
from carrywell.model.case_kinds import CASE_KINDS, LONGEST_DAY_MINUTES, Choice, Kind, Listed, Number, kind_of_answer
from carrywell.model.knowledge import Knowledge
from carrywell.model.response_codes import (
    ABOUT,
    ABOUT_ITEMS,
    ANSWERS,
    ASKED_THROUGH,
    CODES_OF_ABILITY,
    DAY,
    DAY_ITEM,
    ON_SCREEN,
    PAIN,
    PAIN_ITEMS,
    QUESTIONNAIRE_URL,
    UNANSWERED_URL,
    UNDER_UMBRELLA,
    code,
    system_of,
)
from carrywell.model.told import Told, told

RESPONSE = "QuestionnaireResponse"
STATUSES = ("completed", "amended")
EITHER = told("wanted.case_or_response")
_CHANGES_MEANING = ("implicitRules", "modifierExtension")
# dateTime of FHIR, to the day at least; and a reference to a patient, within the server that sends it or as an address.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?")
PATIENT = re.compile(r"(?:https?://[^\s#?]+/)?Patient/[A-Za-z0-9.-]{1,64}|urn:(?:uuid|oid):[0-9A-Za-z.-]{1,80}")


@dataclass(frozen=True, slots=True)
class Response:
    """`subject`: the reference to whom it is about, where it gives one, for example `Patient/17`. `asked`: `asked` or
    `interviewed`, where it says that all was asked that could matter.
    """

    case: Case
    subject: str | None
    asked: Literal["asked", "interviewed"] | None


def read_case_or_response_file(path: Path, knowledge: Knowledge) -> Response:
    """A case file as a response without a subject. Faulty when it is wrong; OSError when it cannot be read."""
    content = read_text_file(path, EITHER)
    if _is_resource(content):
        return read_response_text(str(path), content, knowledge)
    return Response(read_case_text(str(path), content, knowledge), None, None)


def _is_resource(content: str) -> bool:
    try:
        return "resourceType" in json.loads(content)
    except (ValueError, TypeError, RecursionError):
        return False


def read_response_text(file: str, content: str, knowledge: Knowledge) -> Response:
    """`file` is only the name in the faults."""
    must_be_json(file, content)
    return response_in(read_yaml(file, json_as_yaml(content)), json.loads(content), knowledge)


def response_in(document: Document, value: object, knowledge: Knowledge) -> Response:
    """`value`: what stands in the document, with the types that JSON has; the document knows the places."""
    reading = _Reading(document, knowledge)
    said = reading.case(value)
    if reading.faults:
        raise Faulty(reading.faults)
    case = case_in(Document(document.file, said, reading.places), knowledge)
    return Response(case, reading.subject, reading.asked)


@dataclass(slots=True)
class _Reading:
    document: Document
    knowledge: Knowledge
    faults: list[Fault] = field(default_factory=list)
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    subject: str | None = None
    asked: Literal["asked", "interviewed"] | None = None

    def case(self, value: object) -> dict[str, Any]:
        """What the response says, as a case file would."""
        found: dict[str, Any] = {}
        if not isinstance(value, dict) or value.get("resourceType") != RESPONSE:
            self._fault(("resourceType",), told("response.no_response", allowed=told("wanted.response")))
            return found
        self._head(value)
        if "authored" in value:
            found["asked_on"] = self._day(value["authored"])
            self.places["asked_on",] = self._place(("authored",))
        for name, answers, place in self._items(value.get("item", []), ("item",)):
            self._put(found, name, answers, place)
        return found

    def _head(self, value: Mapping[str, Any]) -> None:
        self._must_keep_meaning(value, ())
        if value.get("status") not in STATUSES:
            self._wrong(("status",), "status", value.get("status"), STATUSES)
        answered = str(value.get("questionnaire", "")).partition("|")[0]
        if answered != QUESTIONNAIRE_URL:
            self._wrong(("questionnaire",), "questionnaire", answered, QUESTIONNAIRE_URL)
        self._asked(value.get("extension", []))
        subject = value.get("subject")
        reference = subject.get("reference") if isinstance(subject, dict) else subject
        if reference is not None and not (isinstance(reference, str) and PATIENT.fullmatch(reference)):
            self._wrong(("subject",), "subject", reference, told("response.reference"))
        else:
            self.subject = reference

    def _asked(self, extensions: object) -> None:
        for extension in extensions if isinstance(extensions, list) else []:
            if isinstance(extension, dict) and extension.get("url") == UNANSWERED_URL:
                said = extension.get("valueCode")
                if said not in ASKED_THROUGH:
                    self._wrong(("extension",), UNANSWERED_URL, said, tuple(ASKED_THROUGH))
                self.asked = said

    def _day(self, authored: object) -> str:
        """The day that it was answered on, where she was. A year or a month alone is no day."""
        if not isinstance(authored, str) or not _DAY.fullmatch(authored):
            self._wrong(("authored",), "authored", authored, told("response.date_time"))
        return str(authored)[:10]

    def _items(self, items: object, at: Place) -> Iterator[tuple[str, list[Any], Place]]:
        """Every item with an answer, whatever group it stands in."""
        if not isinstance(items, list):
            self._wrong(at, "item", items, told("fault.list"))
            return
        for index, item in enumerate(items):
            place = (*at, index)
            if not isinstance(item, dict) or not isinstance(item.get("linkId"), str):
                self._fault(place, told("response.no_link"))
                continue
            self._must_keep_meaning(item, place)
            name = item["linkId"]
            if "answer" in item:
                yield from self._answered(item, name, place)
            elif not self._is_group(name) and self._kind(name) is None and not self._is_shown(name):
                self._fault((*place, "linkId"), self._unknown(name))
            if "item" in item:
                yield from self._items(item["item"], (*place, "item"))

    def _answered(self, item: Mapping[str, Any], name: str, place: Place) -> Iterator[tuple[str, list[Any], Place]]:
        answers = item["answer"]
        if self._kind(name) is None:
            self._fault((*place, "linkId"), self._unknown(name))
        elif name in self.seen:
            self._fault((*place, "linkId"), told("response.item_twice", name=repr(name)))
        elif not isinstance(answers, list) or not answers:
            self._wrong((*place, "answer"), name, answers, told("response.list_of_answers"))
        else:
            self.seen.add(name)
            yield name, answers, (*place, "answer")
            for index, answer in enumerate(answers):
                if isinstance(answer, dict) and "item" in answer:
                    yield from self._items(answer["item"], (*place, "answer", index, "item"))

    def _put(self, found: dict[str, Any], name: str, answers: list[Any], place: Place) -> None:
        kind = self._kind(name)
        assert kind is not None  # _answered
        if len(answers) > 1 and not isinstance(kind, Listed):
            self._fault((*place, 1), told("response.several_answers", name=name, count=len(answers)))
            return
        read = [self._value(name, kind, answer, (*place, index)) for index, answer in enumerate(answers)]
        if None in read:
            return
        path = self._path(name)
        inside = found
        for part in path[:-1]:
            inside = inside.setdefault(part, {})
        inside[path[-1]] = read if isinstance(kind, Listed) else read[0]
        self.places[path] = self._place(place)
        self.places.setdefault(path[:1], self.places[path])

    def _path(self, name: str) -> tuple[str, ...]:
        """Where it stands in a case file."""
        if name in self.knowledge.findings:
            return ("answers", name)
        part, _, key = name.partition(".")
        return (part, key) if key else (part,)

    def _kind(self, name: str) -> Kind | None:
        """What the item may hold; None where the form has no such item, or none that is answered."""
        finding = self.knowledge.findings.get(name)
        if finding is not None:
            return None if finding.private else kind_of_answer(finding)
        if name in (*ABOUT_ITEMS, *PAIN_ITEMS):
            return CASE_KINDS[name]
        if name.startswith(DAY_ITEM) and name.removeprefix(DAY_ITEM) in self.knowledge.tasks:
            return Number(0, LONGEST_DAY_MINUTES)
        return None

    def _value(self, name: str, kind: Kind, answer: object, place: Place) -> object:
        """The answer as a case file has it; None after a fault."""
        if not isinstance(answer, dict):
            self._wrong(place, name, answer, told("response.answer_value"))
            return None
        self._must_keep_meaning(answer, place)
        if isinstance(kind, Number):
            wanted = "valueInteger" if kind.whole else "valueDecimal"
            number = answer.get(wanted, answer.get("valueInteger"))
            if isinstance(number, bool) or not isinstance(number, int | float):
                self._refused(name, answer, wanted, place)
                return None
            return repr(number)
        assert isinstance(kind, Choice | Listed)
        codes = self._codes(name, kind)
        coding = answer.get("valueCoding")
        if not isinstance(coding, dict) or coding.get("code") not in codes:
            self._refused(name, answer, told("response.coding", codes=tuple(codes)), place)
            return None
        if (system := coding.get("system")) != (wanted := self._system(name, kind)):
            says = told("response.system", name=name, found=repr(system), allowed=wanted)
            self._fault((*place, "valueCoding", "system"), says)
            return None
        return codes[coding["code"]]

    def _codes(self, name: str, kind: Choice | Listed) -> Mapping[str, str]:
        finding = self.knowledge.findings.get(name)
        meant = CODES_OF_ABILITY if finding is not None and finding.asks_for == "ability" else {}
        return {meant.get(value, code(value)): value for value in kind.values}

    def _system(self, name: str, kind: Choice | Listed) -> str:
        return ANSWERS if name in self.knowledge.findings else system_of(kind.values)

    def _is_group(self, name: str) -> bool:
        under, screen = name.removeprefix(UNDER_UMBRELLA), name.removeprefix(ON_SCREEN)
        return (
            name in (ABOUT, PAIN, DAY)
            or (under != name and under in self.knowledge.findings)
            or (screen != name and screen in self.knowledge.screens)
        )

    def _is_shown(self, name: str) -> bool:
        """A line that only shows text, `fever.1`."""
        return self._kind(name.rpartition(".")[0]) is not None

    def _unknown(self, name: str) -> Told:
        return told("response.unknown_link", name=repr(name), form=f"{QUESTIONNAIRE_URL} {self.knowledge.version}")

    def _refused(self, name: str, answer: Mapping[str, Any], allowed: Told | str, place: Place) -> None:
        found = {key: value for key, value in answer.items() if key.startswith("value")}
        self._wrong(place, name, found, allowed)

    def _must_keep_meaning(self, element: Mapping[str, Any], place: Place) -> None:
        for key in _CHANGES_MEANING:
            if key in element:
                self._fault((*place, key), told("response.changes_meaning", key=key))

    def _place(self, place: Place) -> tuple[int, int]:
        fault = self.document.fault_at(place, "")
        return fault.line, fault.column

    def _wrong(self, place: Place, name: str, found: object, allowed: Told | str | tuple[str, ...]) -> None:
        says = told("fault.found", found=repr(found), allowed=allowed)
        self._fault(place, told("fault.of", name=name, says=says))

    def _fault(self, place: Place, says: Told) -> None:
        self.faults.append(self.document.fault_at(place, says))
