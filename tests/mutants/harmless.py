"""The mutants that change nothing anybody could notice, each with its reason: tests/mutants/harmless.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from tests.mutants.mutant import Mutant

FILE = Path(__file__).with_name("harmless.yaml")


class Harmless(BaseModel):
    """`mutants`: by operator, the names of mutants; `*` stands for any text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    because: str = Field(min_length=20)
    mutants: Mapping[str, tuple[str, ...]]


@cache
def harmless() -> tuple[Harmless, ...]:
    groups = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(Harmless.model_validate(group) for group in groups)


def why_harmless(mutant: Mutant) -> str:
    """The reason; empty for a mutant that is not listed."""
    for group in harmless():
        if any(fnmatchcase(mutant.name, pattern) for pattern in group.mutants.get(mutant.operator, ())):
            return group.because
    return ""
