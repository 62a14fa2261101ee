"""Use case: describe the rules for other programs."""

from __future__ import annotations

from typing import Any

from carrywell.app.engine import Engine
from carrywell.decide.doors import EARLY_PREGNANCY_UNIT_BEFORE_WEEKS, maternity_receives, usual_door
from carrywell.decide.facts import COARSE_SITES
from carrywell.report.fhir_questionnaire import questionnaire
from carrywell.report.rules_json import Decision, rules_document

Json = dict[str, Any]


def rules_as_json(engine: Engine, language: str = "en") -> Json:
    """All that another program needs to ask and to decide; docs/reference/rules.schema.json says what stands where."""
    decision = Decision(
        engine.book.rules, COARSE_SITES, usual_door, maternity_receives, EARLY_PREGNANCY_UNIT_BEFORE_WEEKS
    )
    return rules_document(engine.knowledge, decision, engine.voice(language)).model_dump(mode="json")


def questions_as_fhir(engine: Engine, language: str = "en") -> Json:
    """The questions as a FHIR R4 Questionnaire."""
    return questionnaire(engine.knowledge, COARSE_SITES, engine.voice(language))
