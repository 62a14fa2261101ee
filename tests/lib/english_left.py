"""English words left in a text of the pseudo-language en-XA, where each letter that a voice spoke has its accent."""

from __future__ import annotations

import re

from carrywell.app.engine import open_engine
from carrywell.knowledge.reader import FOLDERS

# The same in every language: addresses, digests, and the ids by which an item is found.
_KNOWLEDGE = open_engine().knowledge
_IDS = {name for folder in FOLDERS for name in getattr(_KNOWLEDGE, folder)}
_IDS |= {str(level) for level in _KNOWLEDGE.care_levels}
_LONGEST_FIRST = sorted(map(re.escape, _IDS), key=len, reverse=True)
_NO_SENTENCE = re.compile(r"https?://\S+|\b[0-9a-f]{12}\b|\b(?:" + "|".join(_LONGEST_FIRST) + r")\b")


def has_english(text: str) -> bool:
    """Whether it has an English word of three letters or more."""
    return re.search(r"[a-z]{3,}", _NO_SENTENCE.sub("", text)) is not None
