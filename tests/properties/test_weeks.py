"""A plan of weeks holds nothing that may harm her, never grows faster than published, and is the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks
from carrywell.model.care import Speed
from carrywell.model.exercise import AT_HOME, BY_THE_CLOCK
from carrywell.model.weekly import WeekPlan
from carrywell.model.wishes import DAYS, Wishes
from tests.lib.deciding import UNANSWERED, read
from tests.lib.naive_knowledge import KB as FOLDER
from tests.lib.naive_knowledge import NO, OPEN, stages_of
from tests.lib.naive_triage import Her
from tests.lib.random_cases import KB, Case, cases

ENGINE = open_engine()
EXERCISES = ENGINE.knowledge.exercises
WEEKS = 4
GROWS_BY_MINUTES = 5  # a day and week: the exercise walk of the care evidence


@cache
def files() -> dict[str, dict[str, Any]]:
    """The exercises as they stand in the files, read without the program."""
    found = (yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in (FOLDER / "exercises").iterdir())
    return {one["id"]: one for one in found}


@st.composite
def wishes(draw: st.DrawFn) -> Wishes:
    things = st.lists(st.sampled_from(["ball", "band", "bike", "pool", "class_pregnancy"]), unique=True)
    names = st.lists(st.sampled_from(sorted(EXERCISES)), unique=True, max_size=4)
    likes = draw(names)
    return Wishes(
        things=draw(things),
        minutes_a_day=draw(st.none() | st.integers(10, 60)),
        days=draw(st.just(()) | st.lists(st.sampled_from(DAYS), unique=True, min_size=1)),
        active_minutes_a_week=draw(st.none() | st.integers(0, 400)),
        likes=likes,
        dislikes=[name for name in draw(names) if name not in likes],
        last_week=draw(st.none() | last_weeks()),
    )


@st.composite
def last_weeks(draw: st.DrawFn) -> dict[str, Any]:
    went = st.sampled_from(["fine", "too_hard", "worse", "not_done"])
    activity = st.fixed_dictionaries({
        "days": st.integers(1, 7), "minutes_a_day": st.integers(1, 8).map(lambda fives: 5 * fives), "went": went,
    })  # fmt: skip
    done = st.fixed_dictionaries({
        "step": st.integers(0, 3), "most": st.booleans(), "weeks": st.integers(1, 6), "went": went,
        "helped": st.sampled_from(["yes", "no", "unsure"]),
    })  # fmt: skip
    names = [name for name, one in EXERCISES.items() if one.group not in BY_THE_CLOCK]
    return {
        "activity": draw(st.none() | activity),
        "exercises": draw(st.dictionaries(st.sampled_from(names), done, max_size=4)),
    }


@dataclass(frozen=True)
class Planned:
    """A week and the case as it stands then, as a plain mapping."""

    case: Case
    week: WeekPlan

    @property
    def proposed(self) -> set[str]:
        """Everything that she may do by it, what may take its place included."""
        named = {one.exercise.id for one in self.week.exercises}
        named |= {other.id for one in self.week.exercises for other in one.instead}
        if (activity := self.week.activity) is not None:
            named |= {activity.exercise.id, *(other.id for other in activity.instead)}
            named |= {exercise.id for _, exercise in activity.swapped}
        return named


def planned(case: Case, wished: Wishes, unanswered: Unanswered) -> list[Planned]:
    clock = "weeks_pregnant" if "weeks_pregnant" in case["about"] else "weeks_postpartum"
    found = plan_weeks(ENGINE, read(case), wished, WEEKS, unanswered)
    return [
        Planned(Case(case, about={**case["about"], clock: case["about"][clock] + at}), week)
        for at, week in enumerate(found.weeks)
    ]


def reasons_against(name: str) -> Iterator[Any]:
    yield from files()[name].get("not_when", ())
    for gate in files()[name].get("gates", ()):
        for line in (*KB.gates[gate]["not_when"], *KB.gates[gate].get("ask_first_when", ())):
            yield line["when"]


@given(case=cases(), wished=wishes(), unanswered=st.sampled_from(UNANSWERED))
def test_nothing_contraindicated_is_ever_in_a_plan(case: Case, wished: Wishes, unanswered: Unanswered) -> None:
    silence = NO if unanswered == "no" else OPEN
    for one in planned(case, wished, unanswered):
        classes = plan_weeks(ENGINE, read(one.case), Wishes(), 1, unanswered).now.pain.ids
        her = Her(one.case, KB, silence, classes, withheld=silence)
        for name in one.proposed:
            file = files()[name]
            assert her.stage in stages_of(file), f"{name} is not for her stage"
            assert her.must(file.get("applies_when", {"all": []})), f"{name} does not surely apply"
            assert [when for when in reasons_against(name) if her.may(when)] == [], f"{name} is planned in spite of"


@given(case=cases(), wished=wishes(), unanswered=st.sampled_from(UNANSWERED))
def test_care_comes_before_a_plan(case: Case, wished: Wishes, unanswered: Unanswered) -> None:
    found = plan_weeks(ENGINE, read(case), wished, WEEKS, unanswered)
    speed = found.now.triage.level.speed
    assert (found.weeks == ()) is (speed >= Speed.TODAY)
    if speed == Speed.TWO_DAYS:
        week = found.weeks[0]
        assert week.activity is None
        assert {one.exercise.acts for one in week.exercises} <= {"position", "rest"}
        assert {chosen.advice.acts for part in week.parts for chosen in part.chosen if chosen.advice.kind == "do"} <= {
            "position", "rest",
        }  # fmt: skip


@given(case=cases(), wished=wishes())
def test_the_minutes_never_grow_faster_than_published(case: Case, wished: Wishes) -> None:
    weeks = [one.week for one in planned(case, wished, "no")]
    done = wished.last_week.activity if wished.last_week else None
    before = (done.days, done.minutes_a_day) if done else None
    for week in weeks:
        if week.activity is None:
            before = None
            continue
        now, ladder = week.activity.per_day, week.activity.ladder
        if before is not None:
            days, minutes = before
            assert now.minutes <= minutes + GROWS_BY_MINUTES
            assert now.days <= days + 1
            assert now.weekly <= days * minutes + max(days * GROWS_BY_MINUTES, minutes)
            assert now.weekly <= max(days * minutes, ladder.goal_weekly_minutes)
        before = (now.days, now.minutes)


@given(case=cases(), wished=wishes())
def test_nothing_grows_after_a_week_that_was_too_much(case: Case, wished: Wishes) -> None:
    weeks = planned(case, wished, "no")
    if not weeks or wished.last_week is None:
        return
    week, last = weeks[0].week, wished.last_week
    if last.activity and last.activity.went in ("too_hard", "worse", "not_done") and week.activity:
        assert week.activity.per_day.weekly <= last.activity.days * last.activity.minutes_a_day
    for one in week.exercises:
        done = last.exercises.get(one.exercise.id)
        if done is not None and done.went != "fine":
            assert (one.step, one.most) <= (done.step, done.most)


@given(case=cases(), wished=wishes())
def test_nothing_lies_her_flat_on_her_back_from_sixteen_weeks(case: Case, wished: Wishes) -> None:
    for one in planned(case, wished, "no"):
        if one.case["about"].get("weeks_pregnant", 0) >= 16:
            assert [name for name in one.proposed if files()[name]["positions"] == ["lying_back"]] == []


@given(case=cases(), wished=wishes())
def test_it_fits_into_her_time_and_needs_only_what_she_has(case: Case, wished: Wishes) -> None:
    for one in planned(case, wished, "no"):
        for day in DAYS:
            assert wished.minutes_a_day is None or one.week.minutes_on(day) <= wished.minutes_a_day
        needed = {thing for name in one.proposed for thing in files()[name].get("needs", ())}
        assert needed <= {*AT_HOME, *wished.things}
        doing = {planned.exercise.id for planned in one.week.exercises}
        assert not doing & set(wished.dislikes)


@given(case=cases(), wished=wishes())
def test_a_week_is_short_and_each_part_comes_from_what_is_offered(case: Case, wished: Wishes) -> None:
    for one in planned(case, wished, "no"):
        assert len(one.week.goals) <= 3
        found = plan_weeks(ENGINE, read(one.case), Wishes(), 1, "no").now
        offered = {advice.id for entries in found.plan.by_topic.values() for advice in entries}
        chosen = [each.advice.id for part in one.week.parts for each in part.chosen]
        assert set(chosen) <= offered
        assert len(chosen) == len(set(chosen))
        assert all(len(part.chosen) <= part.part.most for part in one.week.parts)


@given(case=cases(), wished=wishes(), unanswered=st.sampled_from(UNANSWERED))
def test_the_same_answers_give_the_same_plan(case: Case, wished: Wishes, unanswered: Unanswered) -> None:
    turned = wished.model_copy(update={"likes": wished.likes[::-1], "things": wished.things[::-1]})
    first, again = (plan_weeks(ENGINE, read(case), one, WEEKS, unanswered) for one in (wished, turned))
    assert first.weeks == again.weeks
