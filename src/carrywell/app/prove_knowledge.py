"""Use case: prove the safety properties of the knowledge base, and write down what breaks one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carrywell.knowledge.reader import KB, read_knowledge

if TYPE_CHECKING:
    from carrywell.proof.counterexample import Counterexample
    from carrywell.proof.run import Proved

NEEDS_Z3 = "proving needs z3, which is not installed; install carrywell with the extra prove: carrywell[prove]"


class CannotProve(RuntimeError):
    """z3 is not installed."""


def prove_knowledge(
    kb: Path = KB, processes: int = 2, done: Callable[[int, int], None] = lambda parts, of: None
) -> Iterator[Proved]:
    """Every property in order. Faulty where the knowledge base cannot be read; FileNotFoundError; CannotProve."""
    knowledge = read_knowledge(kb)
    try:
        from carrywell.proof.run import prove_all
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        raise CannotProve(NEEDS_Z3) from error
    return prove_all(knowledge, processes, done)


def write_cases(proved: Proved, folder: Path) -> list[Path]:
    """The smallest counterexample as case files: `counterexample-b.json`, or two that are compared."""
    shown = next((found for found in proved.broken if found.cases), None)
    if shown is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, case in enumerate(shown.cases, 1):
        which = f"-{number}" if len(shown.cases) > 1 else ""
        path = folder / f"counterexample-{proved.letter}{which}.json"
        path.write_text(json.dumps(case, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written.append(path)
    return written


def proofs_as_json(found: Sequence[Proved]) -> dict[str, Any]:
    return {"holds": all(proved.holds for proved in found), "properties": [_property(proved) for proved in found]}


def _property(proved: Proved) -> dict[str, Any]:
    return {
        "property": proved.letter,
        "says": proved.says,
        "holds": proved.holds,
        "seconds": round(proved.seconds, 2),
        "counterexamples": [_counterexample(found) for found in proved.broken],
    }


def _counterexample(found: Counterexample) -> dict[str, Any]:
    return {
        "says": found.says,
        "in_words": list(found.in_words),
        "levels": list(found.levels),
        "unanswered": found.unanswered,
        "cases": list(found.cases),
    }
