"""The published serious cases over time: first contact, then what a direct question or the next weeks brought out.

Each sequence must reach the floor of its last moment, however silence is taken. A second look leaves out what the later
file says of the course (not better, growing, a third contact): what the sequence shows by itself must stand in for it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from carrywell.app.check_case import Unanswered, check_sequence
from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.model.course import Course
from tests.lib.published_cases import FLOOR_SPEED, Published, published, without_unsure

SERIOUS, ORDINARY = published("serious"), published("ordinary")

pytestmark = pytest.mark.skipif(
    not (SERIOUS and ORDINARY),
    reason=f"shared/cases is not beside this project: {len(SERIOUS)} serious and {len(ORDINARY)} ordinary cases found",
)

# What the course itself says of a pain, and a sequence can show.
OF_THE_COURSE = (
    "not_better_2w", "worse_over_weeks", "getting_worse_fast", "persistent_12w_pp", "new_or_changed_pain",
    "second_contact_same_problem",
)  # fmt: skip
WEEKS = (1, 2, 4)
FALLS_BY = (1, 3, 5)


@cache
def sequences() -> dict[str, tuple[Published, ...]]:
    """Every serious case of more than one moment, in the order of the index."""
    moments: defaultdict[str, list[Published]] = defaultdict(list)
    for found in SERIOUS:
        moments[found.entry["case"]].append(found)
    return {name: tuple(found) for name, found in moments.items() if len(found) > 1}


def course(cases: list[Case], unanswered: Unanswered) -> Course:
    return check_sequence(open_engine(), cases, unanswered)


def below(name: str, cases: list[Case], unanswered: Unanswered) -> str | None:
    """A miss by name: the file whose floor is not reached at its moment, and what was reached."""
    level = course(cases, unanswered).levels[-1]
    last = sequences()[name][-1]
    missed = level.speed < FLOOR_SPEED[last.entry["floor"]]
    return f"{last.file}: floor {last.entry['floor']}, got {level.value}" if missed else None


def test_there_are_sequences_to_judge() -> None:
    assert len(sequences()) >= 20


@pytest.mark.parametrize("unanswered", ["no", "cautious"])
def test_every_sequence_reaches_its_later_floor(unanswered: Unanswered) -> None:
    told = {name: [found.case for found in moments] for name, moments in sequences().items()}
    assert [miss for name, cases in told.items() if (miss := below(name, cases, unanswered))] == []


@pytest.mark.parametrize("unanswered", ["no", "cautious"])
def test_also_where_the_course_is_not_told_but_only_seen_in_the_sequence(unanswered: Unanswered) -> None:
    told = {}
    for name, (first, *later) in sequences().items():
        told[name] = [first.case, *(without(found.case, OF_THE_COURSE) for found in later)]
    assert [miss for name, cases in told.items() if (miss := below(name, cases, unanswered))] == []


def without(case: Case, findings: tuple[str, ...]) -> Case:
    answers = {name: said for name, said in case.answers.items() if name not in findings}
    return case.model_copy(update={"answers": answers})


def test_no_sequence_is_below_its_later_file_alone() -> None:
    lower = []
    for name, moments in sequences().items():
        alone = course([moments[-1].case, moments[-1].case], "no").levels[0]
        if course([found.case for found in moments], "no").levels[-1].speed < alone.speed:
            lower.append(name)
    assert lower == []


@pytest.mark.parametrize("name", sorted(sequences()))
def test_a_sequence_is_asked_again_within_three_days(name: str) -> None:
    found = course([found.case for found in sequences()[name]], "no")
    assert found.now.follow_up.in_hours <= 72


@pytest.mark.parametrize("found", ORDINARY, ids=lambda found: found.file)
def test_an_ordinary_woman_who_gets_better_is_raised_by_nothing(found: Published) -> None:
    """The same story again one, two and four weeks on, each time with a lower score."""
    first = without_unsure(found.case)
    score = first.pain.now if first.pain.now is not None else 6
    moments = [first.model_copy(update={"pain": first.pain.model_copy(update={"now": score})})]
    moments += [later(first, weeks, max(0, score - fall)) for weeks, fall in zip(WEEKS, FALLS_BY, strict=True)]
    speeds = [level.speed for level in course(moments, "no").levels]
    assert speeds == sorted(speeds, reverse=True)


def later(case: Case, weeks: int, score: int) -> Case:
    clock = "weeks_pregnant" if case.about.pregnant else "weeks_postpartum"
    about = case.about.model_copy(update={clock: getattr(case.about, clock) + weeks})
    began = case.pain.started_weeks_ago
    pain: dict[str, object] = {"now": score, "course": "better_over_weeks"}
    if began is not None:
        pain["started_weeks_ago"] = began + weeks
    return case.model_copy(update={"about": about, "pain": case.pain.model_copy(update=pain)})
