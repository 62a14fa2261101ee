"""One language beside English: what is translated, what is missing, what has gone stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carrywell.model.text import Text, Translation

# A woman must never meet these in a translation of an older sentence, nor without one in silence.
SAFETY_FOLDERS = (
    "findings",
    "combinations",
    "gates",
    "care_levels",
    "doors",
    "safety_net",
    "over_time",
    "lasting_signs",
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Sentences by their ids. `untranslated_safety`: those of the missing and stale that carry a danger sign, a level
    or a door.
    """

    language: str
    translated: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    untranslated_safety: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.missing and not self.stale


def coverage_of(language: str, texts: tuple[Text, ...], translations: Mapping[str, Translation]) -> Coverage:
    missing = tuple(text.key for text in texts if text.key not in translations)
    stale = tuple(
        text.key for text in texts if text.key in translations and translations[text.key].of != text.fingerprint
    )
    return Coverage(
        language=language,
        translated=len(texts) - len(missing) - len(stale),
        missing=missing,
        stale=stale,
        untranslated_safety=tuple(key for key in (*missing, *stale) if is_safety(key)),
    )


def is_safety(key: str) -> bool:
    return key.partition("/")[0] in SAFETY_FOLDERS
