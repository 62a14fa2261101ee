"""A result as a card of CDS Hooks, for the hook patient-view. Source: cds-hooks.hl7.org (CDS card attributes)."""

from __future__ import annotations

from datetime import date
from typing import Any

from carrywell.model.care import CareLevel, Speed
from carrywell.model.text import Voice

Json = dict[str, Any]

SERVICE = "back-pain-in-pregnancy"
HOOK = "patient-view"
MOST_RESPONSES = 3  # with an answer to every question, these are as much as a body may hold
LONGEST_SUMMARY = 140  # characters; a summary must stay below
_INDICATORS = {Speed.NOW: "critical", Speed.TODAY: "warning", Speed.TWO_DAYS: "warning"}


def service(form_url: str, voice: Voice) -> Json:
    """What discovery says of it. The prefetch asks for what she answered, the latest first."""
    asked = f"QuestionnaireResponse?subject=Patient/{{{{context.patientId}}}}&questionnaire={form_url}"
    return {
        "hook": HOOK,
        "id": SERVICE,
        "title": voice.phrase("form.card_title"),
        "description": voice.phrase("form.card_about"),
        "prefetch": {"responses": f"{asked}&_sort=-authored&_count={MOST_RESPONSES}"},
    }


def card(report: Json, answered_on: date | None, voice: Voice) -> Json:
    """`report`: the result for programs. What counts only because it is unanswered is said to be so."""
    care = report["care"]
    by_silence = care["level"] != care["level_by_answers"]
    said = [because["says"] for because in care["because"] if because["answer"] in ("yes", "unsure")]
    paragraphs = [
        answered_on.isoformat() if answered_on else "",
        care["do"],
        voice.phrase("form.card_open") if by_silence else "",
        voice.sentences(said),
        report["recheck"]["why"],
        voice.phrase("result.not_reviewed"),
    ]
    return {
        "summary": voice.phrase("form.card_summary", level=care["title"])[: LONGEST_SUMMARY - 1],
        "indicator": _INDICATORS.get(CareLevel(care["level"]).speed, "info"),
        "detail": "\n\n".join(paragraph for paragraph in paragraphs if paragraph),
        "source": {
            "label": f"{voice.phrase('site_wide.name')} {report['carrywell']}, {report['knowledge']}",
        },
    }
