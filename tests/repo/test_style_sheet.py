"""The committed style sheet is what `make assets` builds, and takes nothing from outside."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.lib.tree import ROOT

_SASS = ROOT / "node_modules" / ".bin" / "sass"
_LOAD_PATH = ROOT / "node_modules" / "nhsuk-frontend" / "dist"
_SOURCE = ROOT / "src" / "carrywell" / "web" / "assets" / "carrywell.scss"
_COMMITTED = ROOT / "src" / "carrywell" / "web" / "static" / "carrywell" / "carrywell.css"


def test_the_style_sheet_is_what_its_source_gives(tmp_path: Path) -> None:
    if not _SASS.exists():
        assert not os.environ.get("CI"), "node_modules is missing: run `make setup`"
        pytest.skip("node_modules is missing, so the style sheet cannot be rebuilt: run `make setup`")
    built = tmp_path / "built.css"
    subprocess.run(
        [_SASS, "--no-source-map", "--style=compressed", f"--load-path={_LOAD_PATH}", _SOURCE, built],
        check=True,
        timeout=120,
    )
    assert built.read_bytes() == _COMMITTED.read_bytes(), "run `make assets` and commit the style sheet"


def test_the_style_sheet_asks_for_nothing_outside() -> None:
    addresses = re.findall(r"url\(\s*['\"]?([^'\")]+)", _COMMITTED.read_text(encoding="utf-8"))
    assert [address for address in addresses if not address.startswith(("data:", "/static/carrywell/"))] == []


def test_the_style_sheet_brings_no_font() -> None:
    css = _COMMITTED.read_text(encoding="utf-8")
    assert "@font-face" not in css
    assert "frutiger" not in css.lower()
