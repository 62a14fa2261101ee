"""A request for each operation, small and complete. The document of the interface shows it with the answer to it."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

CASE: Json = {
    "asked_on": "2026-11-22",
    "about": {"weeks_pregnant": 31, "babies": 1},
    "answers": {"fluid_leak": "yes", "fever": "no"},
    "pain": {"sites": ["low_back"], "now": 4, "worse_with": ["standing_long"]},
}
CALM: Json = {
    "asked_on": "2026-11-22",
    "about": {"weeks_pregnant": 23},
    "pain": {"sites": ["low_back"], "side": "both", "now": 5, "worse_with": ["standing_long"], "better_with": ["rest"]},
}
RESPONSE: Json = {
    "resourceType": "QuestionnaireResponse",
    "questionnaire": "urn:carrywell:questionnaire",
    "status": "completed",
    "subject": {"reference": "Patient/17"},
    "authored": "2026-11-22",
    "item": [
        {"linkId": "about", "item": [{"linkId": "about.weeks_pregnant", "answer": [{"valueDecimal": 31}]}]},
        {
            "linkId": "under.from_the_vagina",
            "item": [
                {
                    "linkId": "fluid_leak",
                    "answer": [{"valueCoding": {"system": "urn:carrywell:answers", "code": "yes"}}],
                }
            ],
        },
    ],
}

REQUESTS: dict[str, Json] = {
    "check": {"case": CASE, "unanswered": "no"},
    "next-question": {"case": {"about": {"weeks_pregnant": 31}}, "done": []},
    "plan": {"case": CALM, "weeks": 2, "unanswered": "no", "wishes": {"minutes_a_day": 15}},
    "load": {"task": "mopping_bent", "about": {"weeks_pregnant": 31}},
    "bundle": {
        "response": RESPONSE,
        "unanswered": "no",
        "patient": "Patient/17",
        "recorded": "2026-11-22T10:00:00Z",
    },
    "cds-service": {
        "hook": "patient-view",
        "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "context": {"userId": "Practitioner/3", "patientId": "17"},
        "prefetch": {
            "responses": {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": RESPONSE}]},
        },
    },
}
