"""The order of the layers in `.importlinter` holds, and every module of the program stands in it."""

from __future__ import annotations

import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

from tests.lib.tree import ROOT

_LINTER = Path(sys.executable).parent / "lint-imports"


def test_imports_go_down_only() -> None:
    done = subprocess.run([_LINTER, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_folder_of_code_is_a_layer() -> None:
    contract = ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    layers = contract["importlinter:contract:layers"]["layers"].replace("|", " ").split()
    folders = [path.parent.name for path in (ROOT / "src" / "carrywell").glob("*/__init__.py")]
    assert sorted(layers) == sorted(folders)


def test_what_decides_looks_at_no_clock_file_network_or_chance() -> None:
    """`model` and `decide` are pure: what they need is handed to them."""
    never = ("os", "pathlib", "random", "secrets", "socket", "time", "logging", "urllib", "django", "click", "yaml")
    found = []
    for folder in ("model", "decide"):
        for path in sorted((ROOT / "src" / "carrywell" / folder).glob("*.py")):
            for line in path.read_text(encoding="utf-8").splitlines():
                words = line.split()
                if words[:1] in (["import"], ["from"]) and words[1].split(".")[0] in never:
                    found.append(f"{path.name}: {line}")
    assert found == []
