"""How many years of school a text asks for: the Flesch-Kincaid grade, with a plain count of syllables.

    0.39 * words per sentence + 11.8 * syllables per word - 15.59

Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975. As in Flesch's own
counting, a colon or a semicolon ends a unit of thought like a full stop. A figure is one word of one syllable: the
formula was made for running text.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+(?:[.,:/]\d+)*")
_END = re.compile(r"[.!?:;]+(?=[\"”’)]*(?:\s|$))")
_VOWELS = re.compile(r"[aeiouy]+")
_SUFFIX = re.compile(r"(ly|ful|less|ment|ness)$")
_SOME = re.compile(r"^(?:some|there)(?=..)")
_SILENT = re.compile(r"(?:(?<![aeiouyl])e|(?<=[aeiouy]l)e|(?<![td])ed|(?<![csxzghl])es|(?<=[aeiouy]l)es)$")
# Two vowels that are spoken apart: tr-i-al, flu-id, di-et, li-on, us-u-al, eas-i-er, be-ing, cre-ate, ide-a.
_APART = re.compile(
    r"(?<![ct])i(?:al|an|at|od|ol|ous|a$)|(?<![ctsl])ion|(?<!l)lion|(?<![gq])uid|iet|client|iab|[bdfghprsv]ual|uou|ysio"
    r"|[bcdflnprstv]ier|[eoy]ing|^react|^scie|eate|rean|[dr]eas?$|oea$"
)


def syllables(word: str) -> int:
    """Of one word; at least 1. Right for common words, now and then one off for rare ones."""
    letters = _SOME.sub("sum", re.sub(r"[^a-z]", "", word.lower()))
    suffix = _SUFFIX.search(letters)
    if suffix and _VOWELS.search(letters[: suffix.start()]):
        return syllables(letters[: suffix.start()]) + 1
    counted = len(_VOWELS.findall(_SILENT.sub("", letters))) + len(_APART.findall(letters))
    return max(1, counted)


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The units of thought of a text; a text without a full stop is one."""
    return [part for part in _END.split(text) if words(part)]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade. ValueError where there is no word to grade."""
    found = words(text)
    if not found:
        raise ValueError(f"no word in {text!r}")
    spoken = sum(1 if word[0].isdigit() else syllables(word) for word in found)
    return 0.39 * len(found) / len(sentences(text)) + 11.8 * spoken / len(found) - 15.59
