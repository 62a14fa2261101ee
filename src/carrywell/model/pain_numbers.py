"""The numbers of the pain that a condition may compare, and where a case keeps them."""

from __future__ import annotations

from collections.abc import Mapping

PAIN_NUMBER_KEYS: Mapping[str, str] = {
    "pain_now": "now",
    "pain_worst_week": "worst_week",
    "started_weeks_ago": "started_weeks_ago",
}
