from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.result_file import cases_in, read_result_file, read_result_text
from carrywell.model.answer import Answer
from tests.lib.deciding import read, reported

CASE: dict[str, Any] = {
    "asked_on": "2026-11-22",
    "about": {"weeks_pregnant": 31.5},
    "answers": {"fever": "unsure", "blood_pressure_upper": 150},
    "pain": {"sites": ["low_back"], "now": 4, "worse_with": []},
    "history": [],
    "day": {"mopping": 30},
}
RESULT = reported(CASE, "no")
KNOWLEDGE = open_engine().knowledge


def refused(result: object) -> str:
    with pytest.raises(Faulty) as found:
        read_result_text("result.json", result if isinstance(result, str) else json.dumps(result, indent=1))
    return str(found.value)


class TestReads:
    @pytest.mark.parametrize(
        "text",
        [
            json.dumps(RESULT),
            json.dumps(RESULT, separators=(",", ":")),
            json.dumps(RESULT, ensure_ascii=False, indent="\t"),
            json.dumps(RESULT).replace("/", "\\/"),
        ],
        ids=["plain", "packed", "with tabs", "slashes escaped"],
    )
    def test_a_result_however_the_json_is_written(self, text: str) -> None:
        assert read_result_text("result.json", text).recorded.items == RESULT["trace"]["items"]

    def test_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "result"
        path.write_text(json.dumps(RESULT), encoding="utf-8")
        assert read_result_file(path).recorded.care.level == RESULT["care"]["level"]

    def test_the_case_as_it_was_read(self) -> None:
        file = read_result_text("result.json", json.dumps(RESULT))
        (case,) = cases_in(file, KNOWLEDGE)
        assert case == read(CASE)
        assert (case.model_fields_set, case.pain.model_fields_set) == (set(CASE), set(CASE["pain"]))

    def test_several_moments_in_order(self) -> None:
        trace = {key: value for key, value in RESULT["trace"].items() if key != "case"}
        moments = [{"about": {"weeks_pregnant": weeks}} for weeks in (20, 21, 22)]
        result = {**RESULT, "trace": {**trace, "moments": moments}}
        cases = cases_in(read_result_text("result.json", json.dumps(result)), KNOWLEDGE)
        assert [case.about.weeks_pregnant for case in cases] == [20, 21, 22]

    def test_private_answers_from_the_results_that_rest_on_them(self) -> None:
        told = reported({**CASE, "answers": {"immediate_danger": "yes", "unsafe_at_home": "no"}}, "no", private=True)
        (case,) = cases_in(read_result_text("result.json", json.dumps(told)), KNOWLEDGE)
        assert case.answers == {"immediate_danger": Answer.YES}


class TestRefuses:
    @pytest.mark.parametrize("text", ["", "about: {weeks_pregnant: 31}", '{"care": {},}', "{'care': 1}"])
    def test_what_is_not_json(self, text: str) -> None:
        assert refused(text).startswith("result.json:1:")
        assert "not JSON: " in refused(text)

    @pytest.mark.parametrize("value", [[], {}, "care", 3, CASE])
    def test_json_that_is_no_result(self, value: object) -> None:
        told = refused(json.dumps(value))
        assert told == "result.json:1:1 no result; allowed is a result as carrywell check --json writes it"

    def test_a_result_without_a_trace(self) -> None:
        told = refused({key: value for key, value in RESULT.items() if key != "trace"})
        assert told.startswith("result.json:1:1 a result without the key 'trace' cannot be replayed; allowed is ")

    def test_what_is_not_text(self, tmp_path: Path) -> None:
        path = tmp_path / "result.json"
        path.write_bytes(b"\xff\xd8\xff\xe0JFIF")
        with pytest.raises(Faulty, match=r"result\.json:1:1 not UTF-8 text; allowed is a result as"):
            read_result_file(path)

    def test_a_level_that_there_is_none_of_with_its_place(self) -> None:
        told = refused({**RESULT, "care": {**RESULT["care"], "level": "soon"}})
        assert told.startswith("result.json:7:12 care.level: found 'soon'; allowed: 'emergency_now', ")

    def test_an_answer_in_the_trace_that_is_none_with_its_place(self) -> None:
        trace = {**RESULT["trace"], "case": {**CASE, "answers": {"fever": "hot", "fevr": "yes"}}}
        text = json.dumps({**RESULT, "trace": trace}, indent=1)
        at = next(number for number, line in enumerate(text.splitlines(), 1) if '"fever": "hot"' in line)
        with pytest.raises(Faulty) as found:
            cases_in(read_result_text("result.json", text), KNOWLEDGE)
        assert str(found.value).splitlines() == [
            f"result.json:{at}:14 fever: found 'hot'; allowed: yes, no, unsure",
            f"result.json:{at + 1}:5 unknown id 'fevr'; allowed: the finding ids of the knowledge base (near: fever)",
        ]
