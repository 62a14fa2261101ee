from __future__ import annotations

import pytest

from carrywell.decide.time_between import days_between, weeks_between
from carrywell.model.case import Case
from tests.lib.cases import postpartum, pregnant


@pytest.mark.parametrize(
    ("first", "latest", "weeks"),
    [
        (pregnant(20), pregnant(23), 3),
        (pregnant(20.4), pregnant(21.4), 1),  # 0.9999999999999964 in binary fractions
        (postpartum(1.5), postpartum(8), 6.5),
        (pregnant(20, asked_on="2026-11-01"), pregnant(20, asked_on="2026-11-15"), 2),  # dates come first
        (pregnant(20, asked_on="2026-11-01"), pregnant(22), 2),
        (pregnant(39), postpartum(3), None),
        (pregnant(39, asked_on="2026-11-01"), postpartum(3, asked_on="2026-12-06"), 5),
    ],
)
def test_weeks_from_dates_or_from_one_clock(first: Case, latest: Case, weeks: float | None) -> None:
    assert weeks_between(first, latest) == weeks


@pytest.mark.parametrize(
    ("first", "latest", "days"),
    [
        (pregnant(20), pregnant(22), 14),
        (pregnant(20), pregnant(20.3), 2.1),  # 2.0999999999999996 in binary fractions
        (pregnant(39), postpartum(3), 21),
        (pregnant(40), postpartum(0), 0),
        (pregnant(20), pregnant(20), 0),
    ],
)
def test_the_days_are_those_that_surely_lie_between(first: Case, latest: Case, days: float) -> None:
    assert days_between(first, latest) == days
