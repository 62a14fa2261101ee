"""The figure draws from what it is handed: no file, clock, chance, network or package but the model."""

from __future__ import annotations

import ast
import sys

from tests.lib.tree import ROOT

_NEVER = {"os", "pathlib", "random", "secrets", "socket", "time", "datetime", "logging", "urllib", "subprocess"}


def _imported() -> set[str]:
    found = set()
    for path in (ROOT / "src" / "carrywell" / "figure").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
            elif isinstance(node, ast.Import):
                found |= {name.name for name in node.names}
    return found


def test_only_the_standard_library_and_the_model_are_needed() -> None:
    others = {name for name in _imported() if not name.startswith(("carrywell.figure", "carrywell.model"))}
    assert others - set(sys.stdlib_module_names) - {"collections.abc"} == set()


def test_nothing_is_read_but_what_is_handed_in() -> None:
    assert {name.split(".")[0] for name in _imported()} & _NEVER == set()
