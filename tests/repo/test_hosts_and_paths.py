"""What must stand in no file: the host of a package registry, and the place of a folder on somebody's machine."""

from __future__ import annotations

import json
import re

import pytest

from tests.lib.tree import ROOT, project_files, text_of

# Put together from parts, so that this file does not name them either.
_REGISTRIES = re.compile("|".join(re.escape(".".join(parts)) for parts in [
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com"),
]))  # fmt: skip
_MACHINE = re.compile(
    r"(?<![\w.:/~-])/(?:" + "|".join(["ro" + "ot", "wo" + "rk", "ho" + r"me/\w+", "Us" + r"ers/\w+"]) + r")(?:/|\b)"
)


def _found(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in project_files():
        for number, line in enumerate((text_of(path) or "").splitlines(), start=1):
            if match := pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number} {match.group()}")
    return found


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert _found(_REGISTRIES) == [], "a registry is the choice of whoever installs; take its name out"


def test_no_file_names_a_folder_of_a_machine() -> None:
    assert _found(_MACHINE) == [], "paths start at the project's root"


@pytest.mark.parametrize("line", ["cd /ro" + "ot/x", "see /ho" + "me/anna/notes", "in `/wo" + "rk/main`"])
def test_a_folder_of_a_machine_would_be_found(line: str) -> None:
    assert _MACHINE.search(line)


@pytest.mark.parametrize("line", ["https://a.example/ho" + "me/anna", "rest/wo" + "rk", "at-ho" + "me/care"])
def test_an_address_on_the_web_is_no_folder_of_a_machine(line: str) -> None:
    assert not _MACHINE.search(line)


def test_the_locked_requirements_say_where_nothing_comes_from() -> None:
    """With hashes the place does not matter, and a mirror may be used."""
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path.name
        assert "--hash=sha256:" in text, path.name


def test_the_locked_node_packages_say_where_nothing_comes_from() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
