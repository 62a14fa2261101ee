"""Words for people: every sentence that is shown has an id, and passes through a voice.

`Text` is the English sentence together with the id under which it can be found in `kb/` and translated. A plain `str`
is never shown: the type checker keeps the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

LANGUAGES = ("en", "zh-Hans")

# What stands between sentences, between the words of a list, and between parts with commas of their own.
_BETWEEN = {"zh-Hans": ("", "、", "；")}
_BETWEEN_ELSEWHERE = (" ", ", ", "; ")


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

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return self._between[0].join(parts)

    def listed(self, parts: Iterable[str]) -> str:
        """Words in a list: `low back, buttock`."""
        return self._between[1].join(parts)

    def apart(self, parts: Iterable[str]) -> str:
        """Parts that may hold commas themselves."""
        return self._between[2].join(parts)

    @property
    def _between(self) -> tuple[str, str, str]:
        return _BETWEEN.get(self.language, _BETWEEN_ELSEWHERE)

    def has(self, key: str) -> bool:
        return key in self.phrases

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """`key.one` for exactly one, else `key.other` (Chinese translates both alike)."""
        form = "one" if count == 1 else "other"
        return self.phrase(f"{key}.{form}", count=count, **values)
