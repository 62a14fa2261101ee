"""What she may have read: one claim as people say it, what the evidence says of it, and what is better.

The verdicts are those of the two evidence dossiers, and the words for them stand in `kb/words/claim.yaml`.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, Stages, Strength, Words
from carrywell.model.stage import Stage

Verdict = Literal["harmful", "contradicted", "unsupported", "partly", "supported"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)  # the most important to know of comes first

ClaimTopic = Literal[
    "danger", "why", "disc", "activity", "day", "sleep", "relief", "support", "food", "medicine", "after", "baby"
]
CLAIM_TOPICS: tuple[ClaimTopic, ...] = get_args(ClaimTopic)  # in the order of the page

_COVERED = re.compile(r"(?:triage|care):[1-9]\d*")


class Claim(Evidenced):
    """`harm`: what can go wrong for someone who follows it; without it, nothing is known to.

    `contradicts`: claims that say the opposite; each of the two names the other. `covers`: the claims of the evidence
    dossiers that are merged here, by dossier and place in its list, the first being 1: `triage:13`, `care:98`.
    """

    topic: ClaimTopic
    belief: Words
    verdict: Verdict
    evidence: Words
    better: Words
    harm: Words | None = None
    stages: Stages = tuple(Stage)
    advice: Ids = ()
    findings: Ids = ()
    contradicts: Ids = ()
    covers: Ids = Field(min_length=1)
    strength: Strength

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if self.verdict == "harmful" and self.harm is None:
            raise ValueError("the verdict is harmful, so harm must say what can go wrong")
        odd = [covered for covered in self.covers if not _COVERED.fullmatch(covered)]
        if odd:
            raise ValueError(f"covers {odd[0]!r}; allowed is the dossier and a place in it, for example triage:13")
