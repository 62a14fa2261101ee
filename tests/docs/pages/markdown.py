"""How the generated pages say things: conditions in words, stages, lists of ids, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from carrywell.model.rules import ALWAYS, All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.stage import POSTPARTUM, PREGNANT, Stage

WRITTEN = "<!-- Written by `make reference` from the knowledge base and the code. Change those, not this page. -->"
_SIGN = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


def page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", WRITTEN, *(part for part in parts if part)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([cell(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def counted(count: int, one: str, other: str) -> str:
    return f"{count} {one if count == 1 else other}"


def stages(which: Sequence[Stage]) -> str:
    if set(which) == set(Stage):
        return "every stage"
    if set(which) == set(PREGNANT):
        return "pregnancy"
    if set(which) == set(POSTPARTUM):
        return "after birth or loss"
    return code(which)


def condition(when: When) -> str:
    """A condition in words, with brackets only where *and* and *or* would meet."""
    if when == ALWAYS:
        return "always"
    match when:
        case Fact(name):
            return f"`{name}`"
        case Compare(number, is_, limit):
            return f"`{number}` {_SIGN[is_]} {limit:g}"
        case Not(part):
            return f"not {_inside(part)}"
        case AtLeast(count, parts):
            return f"at least {count} of: {', '.join(_inside(part) for part in parts)}"
        case All(parts):
            return " and ".join(_inside(part) for part in parts)
        case Any(parts):
            return " or ".join(_inside(part) for part in parts)


def _inside(part: When) -> str:
    several = isinstance(part, All | Any | AtLeast) and len(part.parts) > 1
    return f"({condition(part)})" if several else condition(part)


def conditions(whens: Iterable[When]) -> str:
    return "; ".join(condition(when) for when in whens)
