"""docs/how-to/run-on-a-server.md names every variable that the site reads, and its commands are there."""

from __future__ import annotations

import importlib.util
import re

from tests.docs.documents import read
from tests.docs.tables import names
from tests.lib.tree import ROOT

_GUIDE = ROOT / "docs" / "how-to" / "run-on-a-server.md"
# Set by `make serve`, which is no server for others: told in words.
_NOT_FOR_A_SERVER = {"CARRYWELL_LOCAL"}
_OF_OTHERS = {"DJANGO_SETTINGS_MODULE"}


def _read_by_the_site() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "src" / "carrywell" / "web").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'environ(?:ment)?(?:\.get|\.setdefault)?[\[(]"([A-Z][A-Z_]+)"', text))
        found |= set(re.findall(r'^[A-Z_]+ = "([A-Z_]+_DIR)"$', text, re.MULTILINE))
    return found - _OF_OTHERS - _NOT_FOR_A_SERVER


def test_every_variable_that_the_site_reads_is_told_and_no_other() -> None:
    told = {name for name in names(read(_GUIDE)) if re.fullmatch(r"[A-Z][A-Z_]+", name)}
    assert told == _read_by_the_site()


def test_every_module_that_the_guide_runs_is_there() -> None:
    modules = set(re.findall(r"python -m ([\w.]+)", read(_GUIDE)))
    assert {"carrywell.web.serve", "carrywell.web.backup", "carrywell.web.diary.prepare"} <= modules
    assert all(importlib.util.find_spec(module) for module in modules)


def test_what_is_not_tested_says_so() -> None:
    guide = read(_GUIDE)
    for title in ("### systemd and PostgreSQL", "### In a container"):
        assert "Not tested by us" in " ".join(guide.split(title)[1].split("```")[0].split())
