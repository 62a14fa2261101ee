"""The project's own files: everything under the root that `.gitignore` does not name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEVER = (".git",)


@cache
def project_files() -> tuple[Path, ...]:
    """Sorted. Read from the disk and not from git, so that a file is judged before it is committed."""
    return tuple(sorted(_files()))


def text_of(path: Path) -> str | None:
    """None for a file that is not text, for example a picture, or has gone meanwhile."""
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return None


def _files() -> Iterator[Path]:
    patterns = _ignored()
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder)
        folders[:] = [name for name in folders if not _is_ignored(here / name, patterns, is_folder=True)]
        yield from (here / name for name in names if not _is_ignored(here / name, patterns, is_folder=False))


def _ignored() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (*(f"{name}/" for name in NEVER), *(line for line in lines if line and not line.startswith("#")))


def _is_ignored(path: Path, patterns: tuple[str, ...], *, is_folder: bool) -> bool:
    """Only the shapes that our `.gitignore` uses: `name/`, `name`, `*.ending` and a path from the root."""
    shown = path.relative_to(ROOT).as_posix()
    for pattern in patterns:
        if pattern.endswith("/") and not is_folder:
            continue
        bare = pattern.rstrip("/")
        if fnmatch(shown if "/" in bare else path.name, bare):
            return True
    return False
