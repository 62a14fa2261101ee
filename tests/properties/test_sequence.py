"""Over several moments nothing lowers: not an earlier word, not time that passes, not one more moment."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered, check_sequence
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.decide.triage import may_self_care
from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel, Speed
from carrywell.model.course import Course
from carrywell.model.truth import Truth
from tests.lib.deciding import decided, read
from tests.lib.random_cases import DANGER_SIGNS, KB, PRIVATE, Case, cases

MODES: tuple[Unanswered, ...] = ("cautious", "no")
WEEKS_BETWEEN = (0.0, 0.1, 0.5, 1.0, 2.0, 3.0)
SCORES = (None, 0, 2, 3, 5, 8, 10)
_CLOCKS = {"weeks_pregnant": 45.0, "weeks_postpartum": 156.0}
PATTERNS = [name for name, finding in KB.findings.items() if finding["kind"] == "pattern"]


def at(case: Case, about: dict[str, Any]) -> Case:
    return Case(case, about=about)


def later(about: dict[str, Any], weeks: float) -> dict[str, Any]:
    """The same woman some weeks on, no further than a case file goes."""
    ((clock, longest),) = ((clock, longest) for clock, longest in _CLOCKS.items() if clock in about)
    return {**about, clock: round(min(about[clock] + weeks, longest), 2)}


@st.composite
def sequences(draw: st.DrawFn, most: int = 4) -> list[Case]:
    """Two to four moments of one woman, full ones and sparse ones, in order of time and without dates."""
    moments = [draw(cases())]
    about = moments[0]["about"]
    for _ in range(draw(st.integers(1, most - 1))):
        about = later(about, draw(st.sampled_from(WEEKS_BETWEEN)))
        case = at(draw(st.one_of(cases(), st.just(Case(answers={}, pain={})))), about)
        score = draw(st.sampled_from(SCORES))
        pain = {**case["pain"], **({} if score is None else {"now": score})}
        moments.append(Case(case, pain=pain))
    return moments


def course(moments: list[Case], unanswered: Unanswered = "no") -> Course:
    return check_sequence(open_engine(), [read(moment) for moment in moments], unanswered)


def speed(moments: list[Case], unanswered: Unanswered = "no") -> Speed:
    return course(moments, unanswered).now.triage.level.speed


def with_answers(case: Case, **answers: str) -> Case:
    return Case(case, answers={**case["answers"], **answers})


@pytest.mark.parametrize("unanswered", MODES)
@given(moments=sequences())
def test_never_below_what_the_latest_moment_says_by_itself(unanswered: Unanswered, moments: list[Case]) -> None:
    """Read alone, a short word may be routine only because she does not say again that rest eases the pain."""
    alone = decided(moments[-1], unanswered).triage
    now = course(moments, unanswered).now
    assert now.triage.level.speed >= max((counted.level.speed for counted in alone.counted), default=Speed.SELF_CARE)
    if now.triage.level is CareLevel.SELF_CARE:
        silence = Truth.UNKNOWN if unanswered == "cautious" else Truth.FALSE
        assert may_self_care(Facts(now.case, open_engine().knowledge, silence))
    else:
        assert now.triage.level.speed >= alone.level.speed


@pytest.mark.parametrize("unanswered", MODES)
@given(moments=sequences(), more=st.sampled_from([name for name in DANGER_SIGNS if name not in PATTERNS]))
def test_one_more_moment_with_one_more_yes_never_lowers(unanswered: Unanswered, moments: list[Case], more: str) -> None:
    again = with_answers(moments[-1], **{more: "yes"})
    assert speed(moments, unanswered) <= speed([*moments, again], unanswered)


@pytest.mark.parametrize("unanswered", MODES)
@given(moments=sequences(), data=st.data())
def test_a_yes_in_an_earlier_moment_never_lowers(
    unanswered: Unanswered, moments: list[Case], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(moments) - 1))
    more = data.draw(st.sampled_from([name for name in DANGER_SIGNS if name not in PATTERNS]))
    told = [with_answers(case, **{more: "yes"}) if at == place else case for at, case in enumerate(moments)]
    assert speed(moments, unanswered) <= speed(told, unanswered)


@given(moments=sequences(), higher=st.integers(1, 10))
def test_a_higher_score_now_never_lowers(moments: list[Case], higher: int) -> None:
    score = moments[-1]["pain"].get("now")
    if not score:
        return
    up = Case(moments[-1], pain={**moments[-1]["pain"], "now": min(10, score + higher)})
    assert speed(moments) <= speed([*moments[:-1], up])


@given(moments=sequences())
def test_never_asked_later_than_after_the_latest_moment_alone(moments: list[Case]) -> None:
    found = course(moments)
    alone = decided(moments[-1], "no")
    if alone.triage.level.speed <= found.now.triage.level.speed:
        worse = found.now.follow_up.in_hours > alone.follow_up.in_hours
        assert not worse, f"{alone.follow_up.recheck.id} alone, {found.now.follow_up.recheck.id} over time"


@given(moments=sequences(most=3))
def test_the_same_moments_always_give_the_same(moments: list[Case]) -> None:
    assert course(moments) == course(moments)


@given(moments=sequences(most=3))
def test_without_dates_the_order_given_is_the_order_of_time(moments: list[Case]) -> None:
    """Every order that the weeks allow is taken as it is given: the latest word is that of the last file."""
    for order in orders(moments):
        now = course(order).now.case
        for name, said in read(order[-1]).answers.items():
            if said is Answer.YES or not isinstance(said, Answer):
                assert now.answers[name] in (said, Answer.YES) or not isinstance(said, Answer)


def orders(moments: list[Case]) -> Iterator[list[Case]]:
    clock = next(clock for clock in _CLOCKS if clock in moments[0]["about"])
    for order in permutations(moments):
        weeks = [moment["about"][clock] for moment in order]
        if weeks == sorted(weeks):
            yield list(order)


@given(moments=sequences())
def test_what_she_answers_herself_is_never_overridden(moments: list[Case]) -> None:
    found = course(moments)
    said = read(moments[-1]).answers
    kept = {sign.finding for sign in found.moment.kept}
    assert not {shown.finding for shown in found.moment.derived} & said.keys()
    denied = {name for name, answer in said.items() if answer is Answer.NO}
    assert {name for name in denied if found.now.case.answers[name] is not Answer.NO} <= kept


@given(moments=sequences())
def test_private_answers_are_told_nowhere(moments: list[Case]) -> None:
    moments = [with_answers(case, **dict.fromkeys(PRIVATE[:2], "yes")) for case in moments]
    found = course(moments)
    told = {
        *found.change.new,
        *(found.id for found in found.change.better),
        *(sign.finding for sign in found.moment.kept),
    }
    assert not told & set(PRIVATE)
    assert not {name for shown in found.moment.shown for name in shown.values.get("findings", ())} & set(PRIVATE)
