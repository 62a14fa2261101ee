"""The content hash of a knowledge base: what tells two of them apart where the version says the same."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

WHOLE = 64  # hexadecimal digits of a SHA-256
SHORT = 12  # of them: enough to tell items apart, short enough to be read out


class Digests(BaseModel):
    """SHA-256 in hexadecimal digits. `items`: by folder and id, for example `findings/fever`.

    Worked out by `knowledge.fingerprint`; empty for a knowledge base that was not read from files.
    """

    model_config = ConfigDict(frozen=True)

    whole: str = ""
    items: Mapping[str, str] = {}

    @property
    def short(self) -> str:
        return self.whole[:SHORT]

    def short_of(self, item: str) -> str | None:
        """The first digits of an item's digest; None where there is no such item."""
        digest = self.items.get(item)
        return digest[:SHORT] if digest is not None else None
