"""A result as a FHIR R4 (4.0.1) Bundle: what she said, what was decided, the plan as a proposal, and what it rests on.

It is made from the result for programs (`report.as_json`), so that both say the same. The private track is no part of
that, and so of no resource. No clinician has seen any of it: the plan is a draft and a proposal, and the provenance
says so. Source: hl7.org/fhir/R4 (bundle, careplan, flag, observation, provenance).

Addresses within the bundle are worked out from its content, so that the same request gives the same bundle; they are no
identifiers of hers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel, Speed
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.response_codes import FINDINGS, code
from carrywell.model.text import Voice
from carrywell.report.as_json import TOPICS
from carrywell.report.fhir_observations import CARE_LEVELS, observations
from carrywell.report.fhir_response import response

Json = dict[str, Any]

KNOWLEDGE, ADVICE = "urn:carrywell:knowledge", "urn:carrywell:advice"
_PLACE = UUID("5d1f6a5e-4f0d-5a55-9d0a-63617272796c")  # of every address in a bundle of this program
_FLAGS = "http://terminology.hl7.org/CodeSystem/flag-category"
_AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"


@dataclass(frozen=True, slots=True)
class Told:
    """`form`: the Questionnaire. `cases`: one, or the moments of one woman in order; `report` is of the last.

    `patient`: a reference to her in the receiving system; without one the bundle has a Patient that says nothing.
    `recorded`: the instant at which it was decided; without one the bundle says that it is not known.
    """

    form: Json
    cases: Sequence[Case]
    report: Json
    patient: str | None = None
    recorded: str | None = None


def bundle(told: Told, knowledge: Knowledge, voice: Voice) -> Json:
    return _Bundle(told, knowledge, voice).resource()


class _Bundle:
    def __init__(self, told: Told, knowledge: Knowledge, voice: Voice) -> None:
        self.told, self.knowledge, self.voice = told, knowledge, voice
        self.case, self.report = told.cases[-1], told.report
        self.seed = json.dumps([told.report, told.patient, told.recorded], sort_keys=True)
        self.entries: list[Json] = []
        self.said = {
            name
            for case in told.cases
            for name, answer in case.answers.items()
            if answer in (Answer.YES, Answer.UNSURE)
        }
        self.patient = {"reference": told.patient or self._add({"resourceType": "Patient", "active": True})}

    def resource(self) -> Json:
        silence = self.report["trace"]["unanswered"]
        answered = [
            self._add(response(self.told.form, case, self.knowledge, self.patient, silence)) for case in self.told.cases
        ]
        derived = {"derivedFrom": [{"reference": one} for one in answered]}
        shared = {"subject": self.patient, **self._day("effectiveDateTime"), **derived}
        made = [self._add(one) for one in observations(self.case, self.report, shared)]
        made += [self._add(one) for one in self._flags()]
        made.append(self._add(self._plan()))
        self._add(self._provenance(made, answered))
        return {
            "resourceType": "Bundle",
            "language": self.told.form["language"],
            "type": "collection",
            "entry": self.entries,
        }

    def _add(self, resource: Json) -> str:
        address = f"urn:uuid:{uuid5(_PLACE, f'{len(self.entries)} {self.seed}')}"
        self.entries.append({"fullUrl": address, "resource": resource})
        return address

    def _day(self, key: str) -> Json:
        return {key: self.case.asked_on.isoformat()} if self.case.asked_on else {}

    def _flags(self) -> Iterator[Json]:
        """The danger signs that she said yes or not sure to. What was left unanswered is no sign of hers."""
        for because in self.report["care"]["because"]:
            if CareLevel(because["level"]).speed < Speed.TWO_DAYS or not self._is_hers(because):
                continue
            coding = [{"system": FINDINGS, "code": because["finding"]}]
            level = [{"system": CARE_LEVELS, "code": code(because["level"]), "display": because["level"]}]
            yield {
                "resourceType": "Flag",
                "status": "active",
                "category": [{"coding": [{"system": _FLAGS, "code": "clinical"}]}, {"coding": level}],
                "code": {"coding": coding, "text": because["says"]},
                "subject": self.patient,
                **({"period": start} if (start := self._day("start")) else {}),
            }

    def _is_hers(self, because: Json) -> bool:
        """For certain, or by answers of hers alone: where she is unsure of one sign, another that she was not asked
        makes no flag with it.
        """
        names = {because["finding"], *because["with"]} & self.knowledge.findings.keys()
        return because["answer"] == "yes" or (because["answer"] == "unsure" and names <= self.said)

    def _plan(self) -> Json:
        care, plan = self.report["care"], self.report["plan"]
        shown = {entry["id"]: entry for topic in ("today", *TOPICS) for entry in plan[topic]}
        left_out = [
            f"{entry['says']}: {' '.join(one['says'] for one in entry['because'])}" for entry in plan["not_for_you"]
        ]
        by_silence = care["level"] != care["level_by_answers"]
        opened = [self.voice.phrase("form.card_open")] if by_silence else []
        notes = [
            care["say"],
            *opened,
            self.report["recheck"]["why"],
            *(sign["says"] for sign in self.report["seek_help_if"]),
        ]
        return {
            "resourceType": "CarePlan",
            "status": "draft",
            "intent": "proposal",
            "title": care["title"],
            "description": f"{care['do']} {self.voice.phrase('result.not_reviewed')}",
            "subject": self.patient,
            **({"period": start} if (start := self._day("start")) else {}),
            **({"created": self.case.asked_on.isoformat()} if self.case.asked_on else {}),
            **({"activity": [self._activity(entry) for entry in shown.values()]} if shown else {}),
            "note": [{"text": text} for text in (*notes, *left_out)],
        }

    def _activity(self, entry: Json) -> Json:
        coding = [{"system": ADVICE, "code": code(entry["id"])}]
        return {
            "detail": {
                "code": {"coding": coding, "text": entry["title"]},
                "status": "not-started",
                "doNotPerform": entry["kind"] == "avoid",
                "description": entry["says"],
            }
        }

    def _provenance(self, made: Sequence[str], answered: Sequence[str]) -> Json:
        """Who assembled it, from what, with which knowledge. The version alone is a name; the digest is the content."""
        digest = self.report["trace"]["knowledge_digest"]
        version = f"{KNOWLEDGE} {self.report['knowledge']}, reviewed: {self.report['reviewed']}"
        ground = {"identifier": {"system": KNOWLEDGE, "value": digest}, "display": version}
        absent = {"_recorded": {"extension": [{"url": _ABSENT, "valueCode": "unknown"}]}}
        return {
            "resourceType": "Provenance",
            "target": [{"reference": one} for one in made],
            **({"recorded": self.told.recorded} if self.told.recorded else absent),
            "agent": [
                {
                    "type": {"coding": [{"system": _AGENTS, "code": "assembler"}]},
                    "who": {"display": f"Carrywell {self.report['carrywell']}"},
                }
            ],
            "entity": [
                *({"role": "source", "what": {"reference": one}} for one in answered),
                {"role": "derivation", "what": ground},
            ],
        }
