"""Pseudo-languages, for those who work on the pages: what still stands in English is a sentence that never went
through a voice, and what no longer fits is a box too small for another language.

`en-XA` puts accents on every letter and makes each sentence a third longer, in brackets. `ar-XB` is written from right
to left. The names are those that Android and CLDR use for the same thing.
"""

from __future__ import annotations

import re

ACCENTED, RIGHT_TO_LEFT = "en-XA", "ar-XB"
PSEUDO = (ACCENTED, RIGHT_TO_LEFT)

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = str.maketrans(_PLAIN, "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")
_VALUE = re.compile(r"(\{[a-z_]*\})")
_OVERRIDE, _END = "\u202e", "\u202c"


def pseudo(english: str, language: str) -> str:
    """The sentence in the pseudo-language; the {values} stay as they are."""
    parts = _VALUE.split(english)
    if language == RIGHT_TO_LEFT:
        return "".join(part if _VALUE.fullmatch(part) else f"{_OVERRIDE}{part}{_END}" for part in parts if part)
    said = "".join(part if _VALUE.fullmatch(part) else part.translate(_LETTERS) for part in parts)
    return f"[{said}{' ~' * (len(english) // 6)}]"
