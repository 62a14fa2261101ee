"""What can go wrong in a condition: a part that is gone, a comparison turned round, a limit beside the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from carrywell.model.rules import All, Any, AtLeast, Compare, Comparison, Fact, Not, When
from carrywell.model.ways import in_words

Changed = tuple[str, When]  # what was done, and the condition as it is now

_TURNED: dict[Comparison, Comparison] = {">=": "<", "<": ">=", ">": "<=", "<=": ">"}
_TOUCHED: dict[Comparison, Comparison] = {">=": ">", ">": ">=", "<=": "<", "<": "<="}


def without_a_part(when: When) -> Iterator[Changed]:
    """Each part of an *all*, *any* or *at least* left out, where one is left; deeper parts too."""
    match when:
        case All(parts) | Any(parts) | AtLeast(_, parts):
            least = when.count if isinstance(when, AtLeast) else 1
            for at, part in enumerate(parts):
                if len(parts) > least:
                    yield f"without {in_words(part)}", replace(when, parts=(*parts[:at], *parts[at + 1 :]))
        case _:
            pass
    yield from _deeper(when, without_a_part)


def with_comparison_turned(when: When) -> Iterator[Changed]:
    if isinstance(when, Compare):
        yield f"{in_words(when)} turned round", replace(when, is_=_TURNED[when.is_])
        yield f"{in_words(when)} touched", replace(when, is_=_TOUCHED[when.is_])
    yield from _deeper(when, with_comparison_turned)


def with_limit_moved(when: When) -> Iterator[Changed]:
    if isinstance(when, Compare):
        for step in (-1, 1):
            yield f"{in_words(when)} moved by {step:+d}", replace(when, limit=when.limit + step)
    yield from _deeper(when, with_limit_moved)


def _deeper(when: When, change: Callable[[When], Iterator[Changed]]) -> Iterator[Changed]:
    match when:
        case Not(part):
            yield from ((says, Not(inside)) for says, inside in change(part))
        case All(parts) | Any(parts) | AtLeast(_, parts):
            for at, part in enumerate(parts):
                for says, inside in change(part):
                    yield says, replace(when, parts=(*parts[:at], inside, *parts[at + 1 :]))
        case Fact() | Compare():
            return
