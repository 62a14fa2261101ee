"""Whether a text is Chinese."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u4e00-\u9fff]")


def has_chinese(text: str) -> bool:
    return _HAN.search(text) is not None
