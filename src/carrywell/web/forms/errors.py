"""An error beside a field: which field, and the id of the sentence that says what is allowed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """`field` is the id of the element that the error summary leads to."""

    field: str
    phrase: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
