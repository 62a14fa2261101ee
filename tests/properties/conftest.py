"""Every run draws the same cases, so that a red test is red for everyone.

`CARRYWELL_SEARCH=20 pytest tests/properties` looks further: new cases each time, twenty times as many.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_QUIET = {
    "deadline": None,  # a slow machine is no wrong decision
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
settings.register_profile("repeatable", derandomize=True, max_examples=40, **_QUIET)
settings.register_profile("search", max_examples=40 * int(os.environ.get("CARRYWELL_SEARCH", "1")), **_QUIET)
settings.load_profile("search" if "CARRYWELL_SEARCH" in os.environ else "repeatable")
