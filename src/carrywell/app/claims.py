"""What she may have read: all claims in the order of the page, those with her words in them, those about an advice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carrywell.model.claim import CLAIM_TOPICS, VERDICTS, Claim
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.model.text import Text, Voice

# These stand first, in groups of their own, whatever they are about.
FIRST = ("harmful", "contradicted")

# Words of a question that say nothing about what it asks for: "is it true that I should take calcium?"
_SMALL = frozenset({
    "a", "about", "an", "and", "are", "as", "at", "be", "because", "can", "do", "does", "for", "from", "get",
    "good", "has", "have", "help", "helps", "i", "if", "in", "is", "it", "its", "me", "my", "not", "of", "on",
    "or", "should", "so", "than", "that", "the", "this", "to", "true", "was", "what", "when", "why", "will",
    "with", "you", "your",
})  # fmt: skip
_ENDINGS = ("ing", "es", "s")  # "cramps" finds a cramp, "lifting" finds to lift
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """`title`: the id of its heading in `kb/words/claim.yaml`."""

    title: str
    claims: Sequence[Claim]

    @property
    def anchor(self) -> str:
        return self.title.rpartition(".")[2]


def claim_groups(knowledge: Knowledge, voice: Voice, searched: str = "") -> Sequence[ClaimGroup]:
    """What can do harm first, then what the evidence contradicts, then by topic. `searched`: only the claims that hold
    each of these words. No group is empty.
    """
    found = [claim for claim in _in_order(knowledge) if _holds(claim, stems(searched), knowledge, voice)]
    groups = [
        *(ClaimGroup(f"claim.group.{name}", [one for one in found if one.verdict == name]) for name in FIRST),
        *(ClaimGroup(f"claim.topic.{name}", _of_topic(found, name)) for name in CLAIM_TOPICS),
    ]
    return [group for group in groups if group.claims]


def claims_about(knowledge: Knowledge, advice_id: str, stage: Stage | None = None) -> Sequence[Claim]:
    """The claims that this advice answers; `stage`: only those made of that time. Empty where there is none."""
    return [
        claim
        for claim in _in_order(knowledge)
        if advice_id in claim.advice and (stage is None or stage in claim.stages)
    ]


def stems(searched: str) -> Sequence[str]:
    """What must stand in a claim: the words of a search without endings, small words left out unless there are no
    others.
    """
    words = _words(searched)
    telling = [word for word in words if word not in _SMALL] or words
    return [_stem(word) for word in telling]


def _in_order(knowledge: Knowledge) -> Sequence[Claim]:
    """The more a reader must know of it the earlier; among equals by topic, then by name."""

    def weight(claim: Claim) -> tuple[int, bool, int, str]:
        return VERDICTS.index(claim.verdict), claim.harm is None, CLAIM_TOPICS.index(claim.topic), claim.id

    return sorted(knowledge.claims.values(), key=weight)


def _of_topic(claims: Sequence[Claim], topic: str) -> Sequence[Claim]:
    return [claim for claim in claims if claim.topic == topic and claim.verdict not in FIRST]


def _holds(claim: Claim, wanted: Sequence[str], knowledge: Knowledge, voice: Voice) -> bool:
    if not wanted:
        return True
    said = " ".join(voice(text) for text in _texts(claim, knowledge))
    words = _words(said)
    return all(any(word.startswith(stem) for word in words) or _inside(stem, said) for stem in wanted)


def _texts(claim: Claim, knowledge: Knowledge) -> Iterator[Text]:
    yield from (claim.belief, claim.evidence, claim.better)
    if claim.harm is not None:
        yield claim.harm
    yield knowledge.phrases[f"claim.topic.{claim.topic}"]


def _inside(stem: str, said: str) -> bool:
    """A language that writes without spaces has no words to begin with."""
    return not stem.isascii() and stem in said


def _words(text: str) -> Sequence[str]:
    """In small letters and without accents, so that a search need not be spelt with care."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.findall(r"\w+", plain.casefold())


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
