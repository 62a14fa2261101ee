"""Every result can be replayed from its own trace, which holds nothing private and is no burden to keep."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from carrywell.app.replay import replay
from carrywell.app.result import Check, as_json, decide
from carrywell.knowledge.case_file import read_case_text
from carrywell.knowledge.result_file import read_result_text
from carrywell.report.trace import case_as_json
from tests.lib.deciding import read
from tests.lib.random_cases import PRIVATE, Case, cases

ENGINE = open_engine()
MOST_BYTES = 30_000  # besides the cases, which are as long as what she said
SILENCES = st.sampled_from(["cautious", "no", "interviewed", "asked"])
SAID = st.dictionaries(
    st.sampled_from(PRIVATE), st.sampled_from(["yes", "unsure", "no", "rather_not_say"]), min_size=1, max_size=4
)


def result(*moments: Case, unanswered: Unanswered = "cautious", interview: bool = False, private: bool = False) -> Any:
    check = Check(tuple(read(moment) for moment in moments), unanswered, interview)
    return as_json(ENGINE, ENGINE.voice(), decide(ENGINE, ENGINE.voice(), check), private)


def is_the_same(written: Any) -> bool:
    found = replay(ENGINE, read_result_text("result.json", json.dumps(written)))
    assert found.differences == ()
    return found.same


def telling(case: Case, private: dict[str, str]) -> Case:
    return Case(case, answers={**case["answers"], **private})


def later(case: Case, other: Case) -> Case:
    """Another moment of the same woman: the same weeks, what `other` answers and how it hurts then."""
    return Case(other, about=case["about"])


@given(case=cases(), unanswered=SILENCES, private=SAID, shown=st.booleans())
def test_one_case_comes_out_the_same(case: Case, unanswered: Unanswered, private: dict[str, str], shown: bool) -> None:
    assert is_the_same(result(telling(case, private), unanswered=unanswered, private=shown))


@settings(max_examples=30)
@given(first=cases(), second=cases(), private=SAID, shown=st.booleans())
def test_several_moments_come_out_the_same(first: Case, second: Case, private: dict[str, str], shown: bool) -> None:
    assert is_the_same(result(telling(first, private), later(first, second), private=shown))


@settings(max_examples=30)
@given(case=cases())
def test_an_interview_comes_out_the_same(case: Case) -> None:
    assert is_the_same(result(case, unanswered="interviewed", interview=True))


@given(case=cases(), private=SAID)
def test_the_case_in_the_trace_is_the_case_without_what_is_private(case: Case, private: dict[str, str]) -> None:
    written = case_as_json(read(telling(case, private)), ENGINE.knowledge)
    silent = Case(case, answers={name: said for name, said in case["answers"].items() if name not in PRIVATE})
    assert read_case_text("trace.json", json.dumps(written), ENGINE.knowledge) == read(silent)


@settings(max_examples=50)
@given(case=cases(), private=SAID, unanswered=SILENCES)
def test_private_answers_leave_no_mark(case: Case, private: dict[str, str], unanswered: Unanswered) -> None:
    silent = Case(case, answers={name: said for name, said in case["answers"].items() if name not in PRIVATE})
    written = json.dumps(result(telling(silent, private), unanswered=unanswered))
    assert written == json.dumps(result(silent, unanswered=unanswered))
    assert not [name for name in PRIVATE if name in written]


@settings(max_examples=30)
@given(first=cases(), second=cases(), private=SAID)
def test_nor_in_several_moments_or_an_interview(first: Case, second: Case, private: dict[str, str]) -> None:
    first, second = (
        Case(one, answers={k: v for k, v in one["answers"].items() if k not in PRIVATE})
        for one in (first, later(first, second))
    )
    assert result(telling(first, private), second) == result(first, second)
    assert result(first, telling(second, private)) == result(first, second)
    played = {"unanswered": "interviewed", "interview": True}
    assert result(telling(first, private), **played) == result(first, **played)


@settings(max_examples=30)
@given(case=cases(), private=SAID)
def test_all_that_is_private_stands_under_one_key(case: Case, private: dict[str, str]) -> None:
    shown = result(telling(case, private), private=True)
    del shown["private"]
    assert shown == result(case)


@given(case=cases(), unanswered=SILENCES)
def test_names_only_items_that_there_are_and_stays_small(case: Case, unanswered: Unanswered) -> None:
    trace = result(case, unanswered=unanswered)["trace"]
    short = ENGINE.knowledge.digests.short_of
    assert trace["items"] == {item: short(item) for item in trace["items"]}
    assert None not in trace["items"].values()
    said = len(json.dumps(trace["case"], indent=1))
    assert len(json.dumps(trace, indent=1)) - said < MOST_BYTES
