"""Which names a condition may use besides findings and named facts: what the contract lists, and the person facts."""

from __future__ import annotations

from carrywell.model.case import BETTER_WITH, COURSES, HISTORY, ONSETS, SIDES, SITES, WORSE_WITH
from carrywell.model.person import PERSON_FACTS, STAGE_FACTS

LISTED: dict[str, tuple[str, ...]] = {
    "site": SITES,
    "worse_with": WORSE_WITH,
    "better_with": BETTER_WITH,
    "history": HISTORY,
    "side": SIDES,
    "onset": ONSETS,
    "course": COURSES,
}

PAIN_NUMBERS = ("pain_now", "pain_worst_week", "started_weeks_ago")


def fixed_names() -> frozenset[str]:
    listed = {f"{prefix}:{value}" for prefix, values in LISTED.items() for value in values}
    return frozenset(listed | set(PERSON_FACTS) | set(STAGE_FACTS))
