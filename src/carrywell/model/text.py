"""Words for people: every sentence that is shown has an id, and passes through a voice.

`Text` is the English sentence together with the id under which it can be found in `kb/` and translated. A plain `str`
is never shown: the type checker keeps the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from types import MappingProxyType

from carrywell.model.told import Told

LANGUAGES = ("en", "zh-Hans")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What stands between sentences, between the words of a list, and between parts with commas of their own; after a
    sentence and after a label; round a remark; and in what order a day is written.
    """

    gap: str = " "
    comma: str = ", "
    semicolon: str = "; "
    stop: str = "."
    colon: str = ":"
    bracket: str = " ({})"
    day: tuple[str, str, str] = ("day", "month", "year")


_SIGNS = {"zh-Hans": _Signs("", "、", "；", "。", "：", "（{}）", ("year", "month", "day"))}
_SIGNS_ELSEWHERE = _Signs()
_ENDS = (".", "?", "!", "。", "？", "！")
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class Text:
    """An English sentence and its id, for example `finding/fever#ask`."""

    english: str
    key: str = ""

    @property
    def fingerprint(self) -> str:
        """Ties a translation to the English it was made from: a changed sentence makes it stale."""
        return sha256(self.english.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Translation:
    """`of`: the fingerprint of the English it was made from. `back`: what somebody read in it who had not seen the
    English, put into English again; empty where nobody did.
    """

    says: str
    of: str
    back: str = ""


_NONE: Mapping[str, Translation] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language. A sentence with no translation, or a stale one, is spoken in English."""

    phrases: Mapping[str, Text]
    language: str = "en"
    translations: Mapping[str, Translation] = field(default_factory=lambda: _NONE)

    def __call__(self, text: Text, /, **values: object) -> str:
        pattern = self.translations[text.key].says if self._translates(text) else text.english
        return pattern.format(**values) if values else pattern

    def speaks(self, text: Text) -> bool:
        """Whether the sentence is spoken in this language, not in English for want of a fresh translation."""
        return self.language == "en" or self._translates(text)

    def _translates(self, text: Text) -> bool:
        said = self.translations.get(text.key)
        return said is not None and said.of == text.fingerprint

    def phrase(self, key: str, /, **values: object) -> str:
        """A sentence of the program's own (`kb/words`), by its id. KeyError if there is none."""
        return self(self.phrases[key], **values)

    def told(self, said: Told | str) -> str:
        """A sentence that was carried up unspoken; what is a str already stays as it is."""
        if isinstance(said, str):
            return said
        return self.phrase(said.key, **{name: self._value(value) for name, value in said.values})

    def _value(self, value: object) -> object:
        if isinstance(value, tuple):
            return self.listed(str(self._value(part)) for part in value)
        return self.told(value) if isinstance(value, Told) else value

    @property
    def gap(self) -> str:
        """What stands between two sentences: nothing in Chinese."""
        return self._signs.gap

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return self._signs.gap.join(part for part in parts if part)

    def listed(self, parts: Iterable[str]) -> str:
        """Words in a list: `low back, buttock`."""
        return self._signs.comma.join(parts)

    def apart(self, parts: Iterable[str]) -> str:
        """Parts that may hold commas themselves; one that is a whole sentence has its own end."""
        *before, last = list(parts) or [""]
        signs = self._signs
        return "".join(f"{part}{signs.gap if part.endswith(_ENDS) else signs.semicolon}" for part in before) + last

    def ended(self, says: str) -> str:
        """As a sentence that ends: `Rest` is `Rest.`, and what has its end already stays as it is."""
        return says if says.endswith(_ENDS) else f"{says}{self._signs.stop}"

    def sentence(self, says: str) -> str:
        """Words that stand within a sentence, as a sentence of their own: `pain in the hip` is `Pain in the hip.`"""
        return self.ended(says[:1].upper() + says[1:])

    def inside(self, says: str) -> str:
        """A sentence as it stands within another: without its end, `I have a fever`."""
        return says.removesuffix(self._signs.stop)

    def label(self, says: str) -> str:
        """Before what it is the label of: `Why:`."""
        return says if says.endswith(_COLONS) else f"{says}{self._signs.colon}"

    def labelled(self, label: str, says: str) -> str:
        """`Why: it helps`."""
        return f"{self.label(label)}{self._signs.gap}{says}"

    def remarked(self, says: str, remark: str) -> str:
        """`Walking (not today)`."""
        return f"{says}{self._signs.bracket.format(remark)}"

    def day(self, on: date) -> str:
        """`22 November 2026`."""
        return self.phrase("page.date", day=on.day, month=self.phrase(f"page.month.{on.month}"), year=on.year)

    @property
    def day_parts(self) -> tuple[str, str, str]:
        """The parts of a day in the order in which they are written."""
        return self._signs.day

    @property
    def _signs(self) -> _Signs:
        return _SIGNS.get(self.language, _SIGNS_ELSEWHERE)

    def has(self, key: str) -> bool:
        return key in self.phrases

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """`key.one` for exactly one, else `key.other` (Chinese translates both alike)."""
        form = "one" if count == 1 else "other"
        return self.phrase(f"{key}.{form}", count=count, **values)
