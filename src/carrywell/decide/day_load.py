"""What of her day's load on the back an entry of the plan touches; from the tasks and amounts that she gave.

Each task weighs minutes x `dose_rate`: the squared load of its usual way, taken over from the body model (a test holds
them together), so that a plan needs no arithmetic of bodies. `carrywell day` works it out for her.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carrywell.model.case import Case
from carrywell.model.knowledge import Advice, Knowledge

TOPICS = ("hand_over", "posture")


def day_shares(case: Case, knowledge: Knowledge) -> Mapping[str, float]:
    """Share of the day's dose by task; empty where the day holds nothing."""
    doses = {
        name: knowledge.tasks[name].minutes_of(amount) * knowledge.tasks[name].dose_rate
        for name, amount in case.day.items()
        if amount > 0
    }
    whole = sum(doses.values())
    return {name: dose / whole for name, dose in doses.items()} if whole else {}


def touched_shares(entries: Iterable[Advice], case: Case, knowledge: Knowledge) -> Mapping[str, float]:
    """By the entry's id, where its topic changes tasks: the share of her day's dose that its tasks make."""
    shares = day_shares(case, knowledge)
    if not shares:
        return {}
    touched = {
        entry.id: sum(shares.get(name, 0.0) for name in entry.of_tasks) for entry in entries if entry.topic in TOPICS
    }
    return {name: share for name, share in touched.items() if share}
