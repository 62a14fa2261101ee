"""Every module says in its first line what it is, and is short enough to be read at once."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.lib.tree import ROOT, project_files

LONGEST_MODULE = 300
LONGEST_KNOWLEDGE_FILE = 60


def _modules() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py"]


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_every_module_says_what_it_is() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in _modules()}
    silent = [_shown(path) for path, tree in trees.items() if tree.body and not ast.get_docstring(tree)]
    assert silent == [], "the first line of a module is a docstring"


def test_every_package_of_the_program_says_what_it_is() -> None:
    packages = [path for path in _modules() if path.name == "__init__.py" and "src" in path.relative_to(ROOT).parts]
    assert [_shown(path) for path in packages if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    long = {_shown(path): lines for path in _modules() if (lines := _lines(path)) > LONGEST_MODULE}
    assert long == {}, f"more than {LONGEST_MODULE} lines: split by what changes together"


def test_no_file_of_the_knowledge_base_is_longer_than_a_reviewer_reads_at_once() -> None:
    kb = ROOT / "src" / "carrywell" / "kb"
    long = {_shown(path): lines for path in kb.rglob("*.yaml") if (lines := _lines(path)) > LONGEST_KNOWLEDGE_FILE}
    assert long == {}, f"more than {LONGEST_KNOWLEDGE_FILE} lines: one fact, one file"
