"""Conditions: what a danger sign may mean, with the findings that together make its typical picture."""

from __future__ import annotations

from carrywell.model.care import CareLevel
from carrywell.model.item import Evidenced, Stages, WhenList, Words


class Condition(Evidenced):
    """A cause of pain that has a name in medicine."""

    name: Words
    typical: Words
    telling: Words
    typical_findings: WhenList  # what makes its picture; together it brings at least its level
    stages: Stages
    level: CareLevel
    time_frame: Words
    escalate: Words | None = None

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if not self.typical_findings:
            raise ValueError("typical_findings names nothing; allowed is what makes its typical picture")
