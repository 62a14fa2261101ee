"""What is new, worse or better since the moment before, told without judging it: the rule tree has done that."""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.course import Change, Difference
from carrywell.model.knowledge import Knowledge

# From the best word on how it goes to the worst; what comes and goes is neither better nor worse than steady.
_COURSE_RANK = {"better_over_weeks": 0, "steady": 1, "comes_and_goes": 1, "worse_over_weeks": 2, "worse_over_days": 3}
HALF = 0.5  # a task that she does for half as long, or less, is named


def change(earlier: Case, latest: Case, said: Case, knowledge: Knowledge) -> Change:
    """Between two moments as they count (`moment_now`). `said`: the latest as she gave it, with nothing carried.

    Private answers (violence, self-harm) stay out, as they do everywhere.
    """
    new = tuple(
        name
        for name, answer in latest.answers.items()
        if answer is Answer.YES and earlier.answers.get(name) is not Answer.YES and not knowledge.findings[name].private
    )
    before, now = earlier.pain.now, latest.pain.now
    stronger = before is not None and now is not None and now > before
    return Change(new, stronger, tuple(_worse(earlier, said)), tuple(_better(earlier, latest, said, knowledge)))


def _worse(earlier: Case, said: Case) -> Iterator[Difference]:
    yield from (found for found in _scores(earlier, said) if _rises(found))
    yield from (Difference("site", site) for site in _added(earlier, said, "sites"))
    if earlier.pain.side in ("left", "right") and said.pain.side == "both":
        yield Difference("side", None, earlier.pain.side, "both")
    yield from (found for found in _course(earlier, said) if _turned_worse(found))
    yield from (Difference("worse_with", move) for move in _added(earlier, said, "worse_with"))
    yield from (Difference("better_with", relief) for relief in _gone(earlier, said, "better_with"))
    yield from _tasks(earlier, said)


def _better(earlier: Case, latest: Case, said: Case, knowledge: Knowledge) -> Iterator[Difference]:
    yield from (found for found in _scores(earlier, said) if not _rises(found))
    yield from (Difference("site", site) for site in _gone(earlier, said, "sites"))
    if earlier.pain.side == "both" and said.pain.side in ("left", "right"):
        yield Difference("side", None, "both", said.pain.side)
    yield from (found for found in _course(earlier, said) if not _turned_worse(found))
    yield from (Difference("worse_with", move) for move in _gone(earlier, said, "worse_with"))
    for name, answer in earlier.answers.items():
        taken_back = answer is Answer.YES and latest.answers.get(name) is Answer.NO
        if taken_back and not knowledge.findings[name].private:
            yield Difference("finding", name, "yes", "no")


def _scores(earlier: Case, said: Case) -> Iterator[Difference]:
    if earlier.pain.now is not None and said.pain.now is not None and said.pain.now != earlier.pain.now:
        yield Difference("pain_now", None, earlier.pain.now, said.pain.now)
    before, now = earlier.pain.worst_week, said.pain.worst_week
    if before is not None and now is not None and now != before:
        yield Difference("pain_worst_week", None, before, now)


def _rises(found: Difference) -> bool:
    assert isinstance(found.before, int)
    assert isinstance(found.now, int)
    return found.now > found.before


def _course(earlier: Case, said: Case) -> Iterator[Difference]:
    before, now = earlier.pain.course, said.pain.course
    if before is not None and now is not None and _COURSE_RANK[now] != _COURSE_RANK[before]:
        yield Difference("course", None, before, now)


def _turned_worse(found: Difference) -> bool:
    return _COURSE_RANK[str(found.now)] > _COURSE_RANK[str(found.before)]


def _added(earlier: Case, said: Case, field: str) -> tuple[str, ...]:
    """What a list names now and did not before; nothing where either moment left the list out."""
    before, now = getattr(earlier.pain, field), getattr(said.pain, field)
    if field not in earlier.pain.model_fields_set or field not in said.pain.model_fields_set:
        return ()
    return tuple(one for one in now if one not in before)


def _gone(earlier: Case, said: Case, field: str) -> tuple[str, ...]:
    return _added(said, earlier, field)


def _tasks(earlier: Case, said: Case) -> Iterator[Difference]:
    """Tasks of her day that she does no more, or for half as long. She may have handed them over, as the plan advises:
    so this is told, and raises nothing."""
    if "day" not in said.model_fields_set:
        return
    for task, before in earlier.day.items():
        now = said.day.get(task, 0.0)
        if now <= before * HALF and before > 0:
            yield Difference("task", task, before, now)
