"""What is measured or decided, as FHIR R4 (4.0.1) Observations; with a LOINC code where there is one.

LOINC codes and names: loinc.org (18185-9, 72514-3, 29463-7, 56077-1, 8302-2, 30525-0, 11977-6, 85354-9, 8480-6,
8462-4); units: UCUM. What LOINC does not have stands in a code system of this project.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from carrywell.model.case import Case
from carrywell.model.response_codes import code

Json = dict[str, Any]

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
CARE_LEVELS, PAIN_CLASSES, OBSERVATIONS = (
    f"urn:carrywell:{name}" for name in ("care-levels", "pain-classes", "observations")
)
_CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"


@dataclass(frozen=True, slots=True)
class Measured:
    """`key` of a case file: its code, and the unit that its number has."""

    key: str
    system: str
    code: str
    display: str
    unit: str
    vital: bool = False


MEASURED = (
    Measured("about.weeks_pregnant", LOINC, "18185-9", "Gestational age", "wk"),
    Measured("about.weeks_postpartum", OBSERVATIONS, "weeks-postpartum", "Weeks since the end of the pregnancy", "wk"),
    Measured("about.age_years", LOINC, "30525-0", "Age", "a"),
    Measured("about.height_cm", LOINC, "8302-2", "Body height", "cm", vital=True),
    Measured("about.weight_kg", LOINC, "29463-7", "Body weight", "kg", vital=True),
    Measured("about.weight_before_pregnancy_kg", LOINC, "56077-1", "Body weight --pre current pregnancy", "kg"),
    Measured("about.births_before", LOINC, "11977-6", "[#] Parity", "{#}"),
    Measured("about.babies", OBSERVATIONS, "babies", "Babies in this pregnancy", "{#}"),
    Measured("pain.now", LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported", "{score}"),
    Measured("pain.worst_week", OBSERVATIONS, "pain-worst-week", "Worst pain in the last week, 0-10", "{score}"),
    Measured("pain.started_weeks_ago", OBSERVATIONS, "pain-weeks", "Weeks since the pain began", "wk"),
)
_PRESSURE = (
    ("blood_pressure_upper", "8480-6", "Systolic blood pressure"),
    ("blood_pressure_lower", "8462-4", "Diastolic blood pressure"),
)


def observations(case: Case, report: Json, shared: Json) -> Iterator[Json]:
    """`report`: the result for programs. `shared`: what every one of them carries (subject, day, derivedFrom)."""
    for measured in MEASURED:
        part, _, key = measured.key.partition(".")
        value = getattr(getattr(case, part), key)
        if value is not None:
            yield _observation(measured, value, shared)
    if pressure := list(_pressure(case)):
        yield {
            **_head("85354-9", "Blood pressure panel with all children optional", LOINC, "vital-signs"),
            **shared,
            "component": pressure,
        }
    yield _decided("care-level", "Care level", (CARE_LEVELS, report["care"]["level"], report["care"]["title"]), shared)
    likely = report["pain_class"]
    yield _decided("pain-class", "Pain class", (PAIN_CLASSES, likely["likely"], likely["says"]), shared)


def _observation(measured: Measured, value: float, shared: Json) -> Json:
    category = "vital-signs" if measured.vital else "survey"
    return {
        **_head(measured.code, measured.display, measured.system, category),
        **shared,
        "valueQuantity": quantity(value, measured.unit),
    }


def _pressure(case: Case) -> Iterator[Json]:
    for name, loinc, display in _PRESSURE:
        value = case.answers.get(name)
        if isinstance(value, float):
            coding = [{"system": LOINC, "code": loinc, "display": display}]
            yield {"code": {"coding": coding}, "valueQuantity": quantity(value, "mm[Hg]")}


def _decided(name: str, display: str, value: tuple[str, str, str], shared: Json) -> Json:
    """What the program decided, by its rules, from her answers."""
    system, decided, says = value
    coding = [{"system": system, "code": code(decided), "display": decided}]
    return {
        **_head(name, display, OBSERVATIONS, "survey"),
        **shared,
        "valueCodeableConcept": {"coding": coding, "text": says},
    }


def _head(observed: str, display: str, system: str, category: str) -> Json:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORIES, "code": category}]}],
        "code": {"coding": [{"system": system, "code": observed, "display": display}]},
    }


def quantity(value: float, unit: str) -> Json:
    whole = int(value) if float(value).is_integer() else value
    return {"value": whole, "unit": unit.strip("{}"), "system": UCUM, "code": unit}
