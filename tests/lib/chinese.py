"""Whether a text is Chinese."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FOREIGN = re.compile(r".{0,8}(?:[\u4e00-\u9fff）”。，；：？][,;:.]|[。？！][。；：，]|：：)")


def has_chinese(text: str) -> bool:
    return _HAN.search(text) is not None


def foreign_signs(text: str) -> list[str]:
    """Where a sign of English stands after Chinese, or a sentence ends twice; each with what stands before it."""
    return [found[0] for found in _FOREIGN.finditer(text)]
