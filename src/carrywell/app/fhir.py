"""Use case: answers come in as FHIR R4, and a result goes out as FHIR R4 or as a card of CDS Hooks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import Engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.app.result import Check, Result, as_json, decide
from carrywell.decide.sequence import in_order
from carrywell.knowledge.response_file import Response
from carrywell.model.response_codes import QUESTIONNAIRE_URL
from carrywell.model.text import Voice
from carrywell.report import cds_card
from carrywell.report.fhir_bundle import Told, bundle

Json = dict[str, Any]


def check_as_fhir(
    engine: Engine, language: str, check: Check, patient: str | None = None, recorded: str | None = None
) -> Json:
    """The result as a Bundle. ValueError when the moments cannot be of one woman in order of time."""
    voice = engine.voice(language)
    report = as_json(engine, voice, decide(engine, voice, check))
    told = Told(questions_as_fhir(engine, language), in_order(check.cases), report, patient, recorded)
    return bundle(told, engine.knowledge, voice)


def check_of(responses: Sequence[Response], unanswered: Unanswered | None = None) -> Check:
    """`unanswered`: what silence counts as, where it is said; else what the latest response says of itself."""
    dated = all(one.case.asked_on is not None for one in responses)
    latest = max(responses, key=_answered_on) if dated else responses[-1]
    return Check(tuple(one.case for one in responses), unanswered or latest.asked or "cautious")


def cds_service(engine: Engine, language: str) -> Json:
    return cds_card.service(QUESTIONNAIRE_URL, engine.voice(language))


def cds_cards(engine: Engine, language: str, responses: Sequence[Response]) -> list[Json]:
    """One card on what she answered, the earlier answers counted too; none where she answered nothing."""
    if not responses:
        return []
    voice = engine.voice(language)
    result = _decided(engine, voice, sorted(responses, key=_answered_on))
    return [cds_card.card(as_json(engine, voice, result), result.check.cases[-1].asked_on, voice)]


def _answered_on(response: Response) -> date:
    return response.case.asked_on or date.min


def _decided(engine: Engine, voice: Voice, responses: Sequence[Response]) -> Result:
    """On the longest row of answers that ends with the latest and can be one woman's: a record may hold an earlier
    pregnancy too.
    """
    try:
        return decide(engine, voice, check_of(responses))
    except ValueError:  # never of one answer alone
        return _decided(engine, voice, responses[1:])
