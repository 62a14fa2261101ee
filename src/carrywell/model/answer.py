"""What can be said to a question."""

from __future__ import annotations

from enum import StrEnum


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    RATHER_NOT_SAY = "rather_not_say"
