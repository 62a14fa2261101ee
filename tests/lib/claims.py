"""Claims built for a test: only what the test is about is said."""

from __future__ import annotations

from carrywell.model.claim import Claim
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Text
from tests.lib.small_knowledge import knowledge


def claim(name: str, **more: object) -> Claim:
    words = {"belief": f"People say {name}.", "evidence": "Nobody has studied it.", "better": "Go by comfort."}
    needed = {"topic": "sleep", "verdict": "partly", "covers": ("care:1",), "strength": "low"}
    ground = {"basis": "design", "reviewed": "none yet"}
    return Claim.model_validate({"id": name, **words, **needed, **ground, **more})


def knowledge_of(*claims: Claim) -> Knowledge:
    """A small knowledge base with the headings of the topics."""
    topics = {f"claim.topic.{one.topic}": Text(f"about {one.topic}") for one in claims}
    return knowledge(*claims).model_copy(update={"phrases": topics})
