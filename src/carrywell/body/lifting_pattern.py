"""How often and how long: frequency and duration for the lifting equation, and several tasks in one job.

Source: DHHS (NIOSH) publication 94-110, revised 9/2021, sections 1.3.5 and 2.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carrywell.body.lifting import Lift, frequency_multiplier, lifting_index, multipliers, recommended_weight
from carrywell.body.lifting_tables import Duration

WINDOW_MINUTES = 15.0
_SHORT_MINUTES, _SHORT_RECOVERY = 60.0, 1.0
_MODERATE_MINUTES, _MODERATE_RECOVERY = 120.0, 0.3
_LONGEST_MINUTES = 480.0
_MOST_PER_MINUTE = 15.0


def spread_frequency(per_minute: float, minutes: float) -> float:
    """Lifts a minute over a window of 15 minutes, where lifting fills only `minutes` of it (section 1.3.5.5).

    ValueError where the procedure does not apply: more than 15 lifts a minute, or no part of the window.
    """
    if not (0 <= per_minute <= _MOST_PER_MINUTE and 0 < minutes <= WINDOW_MINUTES):
        raise ValueError("allowed: 0 to 15 lifts a minute, in 0 to 15 minutes of each 15")
    return per_minute * minutes / WINDOW_MINUTES


def duration_of(spells: Sequence[tuple[float, float]]) -> Duration:
    """The duration category of spells (minutes of lifting, minutes of light work after), the longest that holds.

    Spells with too short a recovery between them are added together, that recovery disregarded (section 1.3.5.2).
    ValueError above eight hours, which the equation does not cover.
    """
    if not spells or any(work < 0 or rest < 0 for work, rest in spells):
        raise ValueError("allowed: at least one spell of lifting, no minutes below 0")
    longest, running = 0.0, 0.0
    for work, rest in spells:
        running += work
        longest = max(longest, running)
        if rest >= _recovery_for(running):
            running = 0.0
    if longest > _LONGEST_MINUTES:
        raise ValueError("more than 8 hours of lifting; the equation covers 8 hours at most")
    return "short" if longest <= _SHORT_MINUTES else "moderate" if longest <= _MODERATE_MINUTES else "long"


def _recovery_for(minutes: float) -> float:
    if minutes <= _SHORT_MINUTES:
        return _SHORT_RECOVERY * minutes
    return _MODERATE_RECOVERY * minutes if minutes <= _MODERATE_MINUTES else float("inf")


@dataclass(frozen=True, slots=True)
class JobTask:
    """A lift within a job, its average and largest load in the mass unit of the lift."""

    lift: Lift
    load: float
    largest_load: float | None = None


def composite_index(tasks: Sequence[JobTask]) -> float | None:
    """CLI of a job (section 2.4): the hardest task, and what each further task adds by the added frequency.

    Summed frequencies are looked up in the column of table 5 of the task that is added (the manual leaves it open).
    None where a task or a summed frequency allows no lift. ValueError for no task, or tasks in two systems of units.
    """
    if not tasks or len({task.lift.units for task in tasks}) > 1:
        raise ValueError("allowed: at least one task, all in the same units")
    indices = [lifting_index(task.load, recommended_weight(task.lift)) for task in tasks]
    if None in indices:
        return None
    singles = sorted(
        zip([index or 0.0 for index in indices], tasks, strict=True),
        key=lambda pair: (-pair[0], -pair[1].lift.per_minute),
    )
    total, so_far = singles[0][0], singles[0][1].lift.per_minute
    for _, task in singles[1:]:
        lift = task.lift
        high = (lift.height if lift.height_at_origin is None else lift.height_at_origin) >= lift.units.high_from
        before = frequency_multiplier(so_far, lift.duration, high)
        so_far += lift.per_minute
        after = frequency_multiplier(so_far, lift.duration, high)
        if not before or not after:
            return None
        at_once = recommended_weight(lift) / multipliers(lift)["FM"]  # FIRWL: the frequency left out
        largest = task.load if task.largest_load is None else task.largest_load
        total += largest / at_once * (1 / after - 1 / before)
    return total
