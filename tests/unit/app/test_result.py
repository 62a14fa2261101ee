from __future__ import annotations

from typing import Any

from carrywell.app.check_case import Unanswered, check_case
from carrywell.app.engine import open_engine
from carrywell.app.play_interview import play_interview
from carrywell.app.result import Check, as_json, decide
from carrywell.model.case import Case
from carrywell.model.told import WrongValue
from tests.lib.cases import ORDINARY, all_no, pregnant
from tests.lib.refusals import refused

ENGINE = open_engine()
FEVER = pregnant(31, fever="yes", sites=["low_back"])
CALM = all_no(pregnant(31, **ORDINARY))


def result(*cases: Case, unanswered: Unanswered = "no", interview: bool = False, private: bool = False) -> Any:
    found = decide(ENGINE, ENGINE.voice(), Check(cases, unanswered, interview))
    return as_json(ENGINE, ENGINE.voice(), found, private)


class TestOneCase:
    def test_is_decided_and_traced(self) -> None:
        found = result(FEVER)
        assert found["care"]["level"] == check_case(ENGINE, FEVER, "no").triage.level
        assert (found["trace"]["unanswered"], found["care"]["unanswered_counts_as"]) == ("no", "no")
        assert found["trace"]["case"]["answers"] == {"fever": "yes"}
        assert not {"interview", "sequence", "private"} & set(found)


class TestInterview:
    def test_is_told_and_the_trace_keeps_the_case_that_answered(self) -> None:
        found, played = result(CALM, unanswered="interviewed", interview=True), play_interview(ENGINE, CALM)
        assert found["interview"]["asked"] == list(played.asked)
        assert found["interview"]["screens"] == len(found["interview"]["steps"]) == len(played.steps)
        public = {name for name in CALM.answers if not ENGINE.knowledge.findings[name].private}
        assert set(found["trace"]["case"]["answers"]) == public > set(played.asked)

    def test_rests_on_the_screens_that_were_shown_after_the_result_too(self) -> None:
        found, played = result(CALM, unanswered="interviewed", interview=True), play_interview(ENGINE, CALM)
        screens = {item.removeprefix("screens/") for item in found["trace"]["items"] if item.startswith("screens/")}
        assert screens == {*played.steps, *played.after} & set(ENGINE.knowledge.screens)
        assert screens


class TestSeveralMoments:
    def test_are_told_and_traced_in_order(self) -> None:
        found = result(pregnant(30, fever="yes"), pregnant(31, vomiting="yes"))
        assert len(found["sequence"]["levels"]) == 2
        assert [moment["about"]["weeks_pregnant"] for moment in found["trace"]["moments"]] == [30, 31]

    def test_rest_on_what_only_time_shows(self) -> None:
        worse = [pregnant(30 + at, sites=["low_back"], now=3 + 2 * at) for at in range(3)]
        found = result(*worse)
        shown = {f"over_time/{one['because']}" for one in found["sequence"]["derived"]}
        shown |= {f"over_time/{one['id']}" for one in found["sequence"]["worse"] if one["what"] == "over_time"}
        assert shown
        assert shown <= set(found["trace"]["items"])

    def test_rest_on_why_a_sign_is_kept(self) -> None:
        first = pregnant(30, saddle_numbness="yes", now=3, sites=["low_back"], asked_on="2026-11-20")
        found = result(first, pregnant(30, saddle_numbness="no", now=8, sites=["low_back"], asked_on="2026-11-21"))
        kept = {f"lasting_signs/{one['because']}" for one in found["sequence"]["kept"]}
        assert kept
        assert kept <= set(found["trace"]["items"])
        assert any(item.startswith("over_time/") for item in found["trace"]["items"])

    def test_that_run_backwards_are_refused(self) -> None:
        with refused(WrongValue, "the weeks run backwards"):
            result(pregnant(31), pregnant(30))
