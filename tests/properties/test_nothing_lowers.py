"""Nothing that she adds makes her care slower."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.model.care import Speed
from tests.lib.deciding import speed
from tests.lib.random_cases import HISTORY, KB, SITES, WORSE_WITH, Case, cases, with_answer, with_pain

# A yes to these speaks for harmless pain, so that it may turn routine into self-care, and no more.
PATTERNS = [name for name, finding in KB.findings.items() if finding["kind"] == "pattern"]
RAISING = [name for name in KB.findings if name not in PATTERNS and KB.findings[name].get("asks_for") != "number"]
NUMBERS = {
    "blood_pressure_upper": (60, 139, 140, 159, 160, 200),
    "blood_pressure_lower": (30, 89, 90, 99, 100, 109, 110),
}
MODES: tuple[Unanswered, ...] = ("cautious", "no")


@pytest.mark.parametrize("unanswered", MODES)
@given(case=cases(), finding=st.sampled_from(RAISING))
def test_no_then_unsure_then_yes_never_slows(unanswered: Unanswered, case: Case, finding: str) -> None:
    no, unsure, yes = (speed(with_answer(case, finding, said), unanswered) for said in ("no", "unsure", "yes"))
    assert no <= unsure <= yes


@pytest.mark.parametrize("unanswered", MODES)
@given(case=cases(), finding=st.sampled_from(RAISING))
def test_a_finding_added_never_slows(unanswered: Unanswered, case: Case, finding: str) -> None:
    assume(case["answers"].get(finding) != "yes")
    assert speed(case, unanswered) <= speed(with_answer(case, finding, "yes"), unanswered)


@given(case=cases(), at=st.data())
def test_a_higher_blood_pressure_never_slows(case: Case, at: st.DataObject) -> None:
    name = at.draw(st.sampled_from(sorted(NUMBERS)))
    speeds = [speed(with_answer(case, name, number)) for number in NUMBERS[name]]
    assert speeds == sorted(speeds)


@given(case=cases(), site=st.sampled_from(SITES))
def test_a_place_added_never_slows(case: Case, site: str) -> None:
    sites = [*case["pain"].get("sites", []), site]
    assert speed(case) <= speed(with_pain(case, sites=list(dict.fromkeys(sites))))


@given(case=cases(), onset=st.sampled_from(["sudden", "gradual"]))
def test_sudden_is_never_slower_than_gradual(case: Case, onset: str) -> None:
    assert speed(with_pain(case, onset="gradual")) <= speed(with_pain(case, onset="sudden"))


@given(case=cases())
def test_a_worse_course_is_never_slower(case: Case) -> None:
    better, worse = with_pain(case, course="better_over_weeks"), with_pain(case, course="worse_over_days")
    assert speed(better) <= speed(worse)


@given(case=cases(), history=st.sampled_from(HISTORY))
def test_history_never_slows(case: Case, history: str) -> None:
    listed = list(dict.fromkeys([*case.get("history", []), history]))
    assert speed(Case(case, history=[])) <= speed(Case(case, history=listed))


@given(case=cases(), pattern=st.sampled_from(PATTERNS), worse=st.sampled_from(WORSE_WITH))
def test_a_harmless_pattern_takes_nothing_above_routine_away(case: Case, pattern: str, worse: str) -> None:
    harmless = with_pain(with_answer(case, pattern, "yes"), worse_with=[worse], better_with=["rest"])
    plain = with_pain(with_answer(case, pattern, "no"), worse_with=[worse], better_with=["nothing"])
    assert speed(harmless) == speed(plain) or {speed(harmless), speed(plain)} == {Speed.SELF_CARE, Speed.WEEKS}
