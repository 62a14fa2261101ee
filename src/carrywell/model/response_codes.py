"""What the FHIR form and the answers to it share: addresses, code systems, and how a value of a case is a code.

Both directions use it: `report.fhir_questionnaire` and `report.fhir_response` write, `knowledge.response_file` reads.
"""

from __future__ import annotations

QUESTIONNAIRE_URL = "urn:carrywell:questionnaire"
ANSWERS, FINDINGS, VALUES = "urn:carrywell:answers", "urn:carrywell:findings", "urn:carrywell:values"

# Says on a response that its questions were asked one after another, and those left out could not change the level any
# more: `asked` of herself, `interviewed` of a file. Without it what is unanswered counts as it does in a case file.
UNANSWERED_URL = "urn:carrywell:unanswered"
ASKED_THROUGH = ("asked", "interviewed")

YES, NO = "yes", "no"
# To a question on an ability a yes means that she can. The finding is its loss, so the codes say which is which.
CODES_OF_ABILITY = {YES: "unable", NO: "able"}

UNDER_UMBRELLA, ON_SCREEN = "under.", "screen."
ABOUT, PAIN, DAY = "about", "pain", "day"

ABOUT_ITEMS = (
    "about.weeks_pregnant",
    "about.babies",
    "about.weeks_postpartum",
    "about.ended",
    "about.birth",
    "about.baby_with_me",
    "about.births_before",
    "about.age_years",
    "about.height_cm",
    "about.weight_kg",
    "about.weight_before_pregnancy_kg",
)
PAIN_ITEMS = (
    "pain.sites",
    "pain.side",
    "pain.now",
    "pain.worst_week",
    "pain.started_weeks_ago",
    "pain.onset",
    "pain.course",
    "pain.worse_with",
    "pain.better_with",
    "history",
)
DAY_ITEM = "day."


def code(value: str) -> str:
    """A value of a case file as a code: `rather_not_say` is `rather-not-say`."""
    return value.replace("_", "-")


def system_of(values: tuple[str, ...]) -> str:
    """The code system of a choice: an answer to a question, or one of the values of a case."""
    return ANSWERS if "rather_not_say" in values else VALUES
