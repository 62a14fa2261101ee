"""Every module says in its first line what it is, and is short enough to be read at once."""

from __future__ import annotations

import ast

from tests.lib.tree import ROOT, project_files, text_of

LONGEST_MODULE = 300
LONGEST_TEST_MODULE = 500  # mostly tables of what is expected
LONGEST_KNOWLEDGE_FILE = 60


def _modules() -> dict[str, str]:
    """Every module by its path from the root, with its text."""
    paths = (path for path in project_files() if path.suffix == ".py")
    return {path.relative_to(ROOT).as_posix(): text_of(path) or "" for path in paths}


def _is_test(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith("test_")


def _lines(text: str) -> int:
    return len(text.splitlines())


def test_every_module_says_what_it_is() -> None:
    """A test module need not: it is named after what it tests. Nor does an empty file."""
    trees = {name: ast.parse(text) for name, text in _modules().items() if not _is_test(name)}
    silent = [name for name, tree in trees.items() if tree.body and not ast.get_docstring(tree)]
    assert silent == [], "the first line of a module is a docstring"


def test_every_package_of_the_program_says_what_it_is() -> None:
    packages = {name: text for name, text in _modules().items() if name.startswith("src/") and "__init__" in name}
    assert [name for name, text in packages.items() if not ast.get_docstring(ast.parse(text))] == []


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    limits = {name: LONGEST_TEST_MODULE if _is_test(name) else LONGEST_MODULE for name in _modules()}
    long = {name: lines for name, text in _modules().items() if (lines := _lines(text)) > limits[name]}
    assert long == {}, "split by what changes together"


def test_no_file_of_the_knowledge_base_is_longer_than_a_reviewer_reads_at_once() -> None:
    kb = ROOT / "src" / "carrywell" / "kb"
    long = {
        path.name: lines
        for path in kb.rglob("*.yaml")
        if "i18n" not in path.parts  # three lines a sentence, beside a file that is short itself
        if (lines := _lines(text_of(path) or "")) > LONGEST_KNOWLEDGE_FILE
    }
    assert long == {}, f"more than {LONGEST_KNOWLEDGE_FILE} lines: one fact, one file"
