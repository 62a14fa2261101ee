"""What a record system sends with the hook patient-view: the answers that it has of the patient in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.response_file import RESPONSE, STATUSES, Response, response_in
from carrywell.knowledge.yaml_text import Path
from carrywell.model.knowledge import Knowledge
from carrywell.model.response_codes import QUESTIONNAIRE_URL
from carrywell.report.cds_card import HOOK
from carrywell.web.api.bodies import Body
from carrywell.web.api.problems import Refused

_BUNDLE = ("prefetch", "responses")


def prefetched(body: Body, knowledge: Knowledge) -> list[Response]:
    """The finished answers to our form. Refused with 412 where none were prefetched; Faulty for another woman's.

    Forms of others, and answers that are not finished or entered in error, are passed over: a record may hold them.
    """
    patient = _patient(body)
    prefetch = body.value.get("prefetch")
    if prefetch is not None and not isinstance(prefetch, dict):
        body.wrong("prefetch", f"found {prefetch!r}; allowed is an object with the key responses")
        body.must_be_right()
    if not prefetch or "responses" not in prefetch:
        raise Refused(412, "allowed is a prefetch with the key responses, as discovery asks for it")
    read = []
    for place, resource in _ours(prefetch["responses"]):
        document = body.document.within(place)
        found = response_in(document, resource, knowledge)
        if found.subject is None or found.subject.rpartition("/")[2] != patient:
            says = f"subject: found {found.subject!r}; allowed: the patient of the context, Patient/{patient}"
            raise Faulty([document.fault_at(("subject",), says)])
        read.append(found)
    return read


def _patient(body: Body) -> str:
    if body.value.get("hook") != HOOK:
        body.faults.append(
            body.document.fault_at(("hook",), f"hook: found {body.value.get('hook')!r}; allowed: {HOOK}")
        )
    context = body.value.get("context")
    patient = context.get("patientId") if isinstance(context, dict) else None
    if not isinstance(patient, str) or not patient:
        body.faults.append(body.document.fault_at(("context",), "context: allowed is an object with patientId"))
    body.must_be_right()
    return str(patient)


def _ours(responses: Any) -> Iterator[tuple[Path, Any]]:
    """Each response with its place, out of a searchset, or the one that was sent by itself."""
    if not isinstance(responses, dict):
        return  # null: the record has none
    if responses.get("resourceType") == RESPONSE:
        entries: list[tuple[Path, Any]] = [(_BUNDLE, responses)]
    else:
        listed = responses.get("entry", [])
        entries = [
            ((*_BUNDLE, "entry", at, "resource"), entry["resource"])
            for at, entry in enumerate(listed if isinstance(listed, list) else [])
            if isinstance(entry, dict) and "resource" in entry
        ]
    for place, resource in entries:
        if isinstance(resource, dict) and resource.get("resourceType") == RESPONSE and _is_finished_and_ours(resource):
            yield place, resource


def _is_finished_and_ours(resource: dict[str, Any]) -> bool:
    form = str(resource.get("questionnaire", "")).partition("|")[0]
    return form == QUESTIONNAIRE_URL and resource.get("status") in STATUSES
