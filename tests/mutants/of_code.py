"""`make mutmut`: every small change that mutmut makes to `decide/`, and whether its own tests notice.

    make mutmut                              all of decide/ afresh: ten minutes to half an hour on one core
    make mutmut MODULES="triage facts"       these modules alone, the rest as it was found last

mutmut writes a changed copy of the program, so it works on a copy of the tree in `build/mutmut`. What it changes and
which tests it runs stands in pyproject.toml. Exit code 1 where less than nine of ten changes are noticed.
Docs: docs/explanation/mutation.md.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPY = ROOT / "build" / "mutmut"
CHANGED = Path("src/carrywell/decide")
NEEDED = ("src", "tests", "pyproject.toml")
LEAST_KILLED = 0.9
MUTMUT = Path(sys.executable).with_name("mutmut")

# What pytest's exit code says of a mutant (mutmut.stats); a test that never ends notices as well.
_KILLED = (1, 3, 36, 24, -24, 152, 255)
_SURVIVED = (0,)


def main(modules: list[str]) -> int:
    _copy_tree(afresh=not modules)
    names = [f"carrywell.decide.{module}.*" for module in modules]
    run = subprocess.run([MUTMUT, "run", "--max-children", "1", *names], cwd=COPY, check=False)
    return run.returncode or report()


def _copy_tree(afresh: bool) -> None:
    """With the times of the files, by which mutmut knows what has changed."""
    if afresh:
        shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True, exist_ok=True)
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.rmtree(COPY / name, ignore_errors=True)
            shutil.copytree(ROOT / name, COPY / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, COPY / name)
    _forget_what_mutmut_copies_but_once()


def _forget_what_mutmut_copies_but_once() -> None:
    """Files of the knowledge base, tests that are gone since, and which test runs which function."""
    shutil.rmtree(COPY / "mutants" / "tests", ignore_errors=True)
    (COPY / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for path in (COPY / "mutants" / "src").rglob("*"):
        if path.is_file() and not path.is_relative_to(COPY / "mutants" / CHANGED):
            path.unlink()


def report() -> int:
    """Prints killed and survived of each module, then the name of each survivor."""
    total: Counter[str] = Counter()
    survivors: list[str] = []
    print(f"\n{'module':<16}{'mutants':>8}{'killed':>8}{'survived':>10}{'not run':>9}{'killed of all':>15}")
    for path in sorted((COPY / "mutants" / CHANGED).glob("*.meta")):
        found = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        if found:
            counted = Counter(_outcome(code) for code in found.values())
            total += counted
            survivors += [name for name, code in found.items() if _outcome(code) == "survived"]
            _print_row(path.name.removesuffix(".py.meta"), counted)
    _print_row("all", total)
    print(f"\nsurvived, each to be seen in {COPY.relative_to(ROOT)} with `mutmut show NAME`:", *survivors, sep="\n  ")
    return 0 if total["killed"] >= LEAST_KILLED * total.total() else 1


def _outcome(code: int | None) -> str:
    return "killed" if code in _KILLED else "survived" if code in _SURVIVED else "not run"


def _print_row(name: str, counted: Counter[str]) -> None:
    killed = counted["killed"] / counted.total()
    columns = f"{counted['killed']:>8}{counted['survived']:>10}{counted['not run']:>9}"
    print(f"{name:<16}{counted.total():>8}{columns}{killed:>15.1%}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
