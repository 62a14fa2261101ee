"""How many years of school a text asks for: the Flesch-Kincaid grade, by textstat and its dictionary of syllables.

    0.39 * words per sentence + 11.8 * syllables per word - 15.59

Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975. As in Flesch's own
counting, a colon or a semicolon ends a unit of thought like a full stop. A figure is one word of one syllable: the
formula was made for running text; so is the name of a medicine. Words that the American dictionary lacks are counted
by rule (`syllables`).
"""

from __future__ import annotations

import re

import textstat
from textstat.backend.utils import get_cmudict

# What stands on the box: a name is read as a name, however long. Everything else has a plainer word.
_NAMES = frozenset({"paracetamol", "ibuprofen", "naproxen", "diclofenac", "aspirin", "heparin"})
_DICTIONARY = get_cmudict("en_US")
_AS_LONG = ("cat", "baby", "banana", "watermelon", "university", "responsibility")
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
    """The Flesch-Kincaid grade, as textstat counts it. ValueError where there is no word to grade."""
    if not words(text):
        raise ValueError(f"no word in {text!r}")
    said = (" ".join(map(_in_the_dictionary, words(sentence))) for sentence in sentences(text))
    return textstat.flesch_kincaid_grade(". ".join(said) + ".")


def _in_the_dictionary(word: str) -> str:
    """The word, or for one that textstat's dictionary lacks (British spelling, medicine) one that is as long to say."""
    if word[0].isdigit() or word.lower() in _NAMES:
        return "one"
    plain = word.lower().replace("’", "'")
    return plain if plain in _DICTIONARY and "'" not in plain else _AS_LONG[min(syllables(word), len(_AS_LONG)) - 1]
