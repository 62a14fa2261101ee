"""Tables in hand-written documents: the rows below a heading, and the names in their first column."""

from __future__ import annotations

import re

_NAME = re.compile(r"`([^`]+)`")


def section(document: str, heading: str) -> str:
    """The text from a heading of any depth to the next one. ValueError where it does not stand."""
    found = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#+ |\Z)", document, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"no heading {heading!r}")
    return found.group(1)


def rows(text: str) -> list[list[str]]:
    """The cells of every row, without heads and rules."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {at for at, line in enumerate(cells) if all(set(cell) <= set("-: ") and cell for cell in line)}
    return [line for at, line in enumerate(cells) if at not in rules and at + 1 not in rules]


def names(text: str) -> list[str]:
    """What stands in code in the first column, in order."""
    return [name for row in rows(text) for name in _NAME.findall(row[0])]
