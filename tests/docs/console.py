"""Console blocks in documents: run, compared, and on `make reference` filled with what the program says now.

A block is fenced as `console`; each line that starts with `$ ` is run by a shell in the project's root, and the lines
below it are what it printed, on both streams, with spaces at the ends of lines taken off.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.lib.tree import ROOT

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "
_SECONDS = 60


def blocks(document: str) -> list[str]:
    return _BLOCK.findall(document)


def commands(block: str) -> list[str]:
    return [line.removeprefix(_PROMPT) for line in block.splitlines() if line.startswith(_PROMPT)]


def played(block: str) -> str:
    """The block as it would stand if its commands were run now."""
    return "".join(f"{_PROMPT}{command}\n{run(command)}" for command in commands(block))


def refreshed(document: str) -> str:
    return _BLOCK.sub(lambda found: f"```console\n{played(found.group(1))}```", document)


@cache
def run(command: str) -> str:
    env = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "COLUMNS": "88",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "pycache"),
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
