"""The reference data of the body model (../shared/evidence/body-data.yaml), where it is present."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml

from tests.lib.published_cases import SHARED

_FILE = SHARED / "evidence" / "body-data.yaml"
present = pytest.mark.skipif(not _FILE.is_file(), reason=f"{_FILE.name} is not beside the project")


@cache
def body_data() -> Any:
    """The whole file; empty where it is absent."""
    return yaml.safe_load(_FILE.read_text(encoding="utf-8")) if _FILE.is_file() else {}
