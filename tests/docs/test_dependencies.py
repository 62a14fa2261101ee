"""docs/reference/dependencies.md names every dependency and its purpose, and none that is gone."""

from __future__ import annotations

import json
import re
import tomllib

from tests.docs.documents import read
from tests.docs.tables import names, rows
from tests.lib.tree import ROOT

_PAGE = ROOT / "docs" / "reference" / "dependencies.md"


def _named() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    node = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    lines = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
        *(line for group in project["dependency-groups"].values() for line in group),
    ]
    return {re.split(r"[=<>~!\[ ;]", line)[0] for line in lines} | {*node.get("dependencies", ())}


def test_every_dependency_says_what_it_is_for() -> None:
    assert sorted(_named() - set(names(read(_PAGE)))) == []


def test_no_dependency_is_explained_that_is_gone() -> None:
    assert sorted(set(names(read(_PAGE))) - _named()) == []


def test_each_is_explained_once() -> None:
    explained = names(read(_PAGE))
    assert sorted(explained) == sorted(set(explained))
    assert all(len(purpose) > 3 for _, purpose in rows(read(_PAGE)))
