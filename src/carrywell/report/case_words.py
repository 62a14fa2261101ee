"""The words over what a case holds besides findings, and over its values; each exists in `kb/words`."""

from __future__ import annotations

ITEM_WORDS = {
    "about.weeks_pregnant": "about.pregnant.weeks",
    "about.babies": "about.pregnant.babies",
    "about.weeks_postpartum": "about.after.weeks",
    "about.ended": "about.after.ended",
    "about.birth": "about.after.birth",
    "about.baby_with_me": "about.after.baby",
    "about.births_before": "form.births_before",
    "about.age_years": "form.age",
    "about.height_cm": "form.height",
    "about.weight_kg": "form.weight",
    "about.weight_before_pregnancy_kg": "form.weight_before",
    "pain.sites": "where.sites",
    "pain.side": "where.side",
    "pain.now": "where.now",
    "pain.worst_week": "where.worst_week",
    "pain.started_weeks_ago": "where.started",
    "pain.onset": "where.onset",
    "pain.course": "where.course",
    "pain.worse_with": "changes.worse",
    "pain.better_with": "changes.better",
    "history": "day.history",
}
_VALUE_WORDS = {
    "about.ended": "about.after.ended_",
    "about.birth": "about.after.birth_",
    "pain.sites": "site.",
    "pain.worse_with": "worse_with.",
    "pain.better_with": "better_with.",
}
_BABY_WORDS = {"yes": "about.after.baby_yes", "no": "about.after.baby_no", "rather_not_say": "about.after.baby_rather"}


def words_of_value(item: str, value: str) -> str:
    """The id of the words for a value of an item: `pain.sites`, `low_back`."""
    if item == "about.baby_with_me":
        return _BABY_WORDS[value]
    return f"{_VALUE_WORDS.get(item, f'{item}.')}{value}"
