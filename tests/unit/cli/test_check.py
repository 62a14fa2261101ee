"""`carrywell check` on files: exit codes, the stable JSON, one message on standard error for wrong input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from carrywell.app.engine import open_engine
from carrywell.cli.main import main
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.few_words import few_words
from carrywell.knowledge.response_file import EITHER
from tests.lib.chinese import has_chinese

CASE = "about: {weeks_pregnant: 31}\nanswers: {fever: yes}\npain: {sites: [low_back], now: 4}\n"


def check(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=typed)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return written(tmp_path / "case.yaml", CASE)


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def decided(*arguments: object) -> dict[str, Any]:
    result = check(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def refused(*arguments: object) -> str:
    """What is said on standard error, once and on nothing else."""
    result = check(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    return result.stderr


def shape(told: Any) -> Any:
    """What programs read of it: all but the sentences, which have a space or a Chinese character."""
    if isinstance(told, dict):
        return {key: shape(value) for key, value in told.items()}
    if isinstance(told, list):
        return [shape(value) for value in told]
    return "" if isinstance(told, str) and (" " in told or has_chinese(told)) else told


class TestOneFile:
    def test_json_has_the_stable_keys(self, case: Path) -> None:
        found = decided(case)
        assert {
            "carrywell", "knowledge", "care", "pain_class", "causes", "plan", "seek_help_if", "recheck",
        } <= set(found)  # fmt: skip
        assert {"level", "level_if_unanswered", "doors", "say", "because"} <= set(found["care"])
        assert not {"interview", "sequence", "private"} & set(found)

    def test_by_default_silence_is_a_possible_yes_and_that_is_told(self, case: Path) -> None:
        care = decided(case)["care"]
        assert (care["level"], care["unanswered_counts_as"]) == ("emergency_now", "cautious")

    def test_silence_may_count_as_no(self, case: Path) -> None:
        care = decided(case, "--unanswered", "no")["care"]
        assert (care["level"], care["unanswered_counts_as"]) == ("same_day_maternity", "no")
        assert care["level_if_unanswered"] == "emergency_now"

    def test_a_json_file_gives_the_same(self, case: Path, tmp_path: Path) -> None:
        same = {"about": {"weeks_pregnant": 31}, "answers": {"fever": True}, "pain": {"sites": ["low_back"], "now": 4}}
        assert decided(written(tmp_path / "case.json", json.dumps(same, indent="\t"))) == decided(case)

    def test_without_json_it_is_told_for_people(self, case: Path) -> None:
        result = check(case, "--unanswered", "no")
        assert (result.exit_code, result.stderr) == (0, "")
        engine = open_engine()
        assert engine.knowledge.care_levels["same_day_maternity"].title.english in result.stdout
        assert "same_day_maternity" in result.stdout

    def test_it_is_told_in_her_language(self, case: Path) -> None:
        result = check(case, "--lang", "zh-Hans")
        assert (result.exit_code, result.stderr) == (0, "")
        assert has_chinese(result.stdout)

    def test_the_language_changes_words_and_nothing_else(self, case: Path) -> None:
        said = {lang: json.loads(check(case, "--json", "--lang", lang).stdout) for lang in ("en", "zh-Hans")}
        assert has_chinese(said["zh-Hans"]["care"]["say"])
        assert not has_chinese(said["en"]["care"]["say"])
        assert shape(said["en"]["care"]) == shape(said["zh-Hans"]["care"])


class TestPrivate:
    @pytest.fixture
    def case(self, tmp_path: Path) -> Path:
        return written(tmp_path / "case.yaml", "about: {weeks_pregnant: 31}\nanswers: {unsafe_at_home: yes}\n")

    def test_is_shown_only_when_it_is_asked_for(self, case: Path) -> None:
        assert [result["id"] for result in decided(case, "--private")["private"]] == ["unsafe_at_home_help"]
        assert "private" not in decided(case)
        assert "unsafe_at_home" not in json.dumps(decided(case))

    def test_changes_nothing_else(self, case: Path, tmp_path: Path) -> None:
        silent = written(tmp_path / "silent.yaml", "about: {weeks_pregnant: 31}\n")
        assert decided(case) == decided(silent)

    def test_is_not_told_as_new_in_a_sequence_either(self, case: Path, tmp_path: Path) -> None:
        earlier = written(tmp_path / "earlier.yaml", "about: {weeks_pregnant: 30}\n")
        assert decided(earlier, case)["sequence"]["new"] == []


class TestInterview:
    def test_reports_what_was_asked_in_order_and_on_how_many_screens(self, case: Path) -> None:
        found = decided(case, "--interview")
        interview = found["interview"]
        assert interview["screens"] == len(interview["steps"])
        assert interview["questions"] == len(interview["asked"]) == len(set(interview["asked"]))
        assert "fever" in interview["asked"]
        assert (found["care"]["level"], found["care"]["unanswered_counts_as"]) == ("same_day_maternity", "interviewed")

    def test_is_counted_for_people_too(self, case: Path) -> None:
        interview = decided(case, "--interview")["interview"]
        result = check(case, "--interview")
        asked = (
            open_engine()
            .voice()
            .phrase("terminal.asked", screens=interview["screens"], questions=interview["questions"])
        )
        assert asked in result.stdout

    def test_plays_one_case(self, case: Path) -> None:
        assert refused("--interview", case, case) == "--interview plays one case; allowed is one file\n"


class TestSeveralFiles:
    @pytest.fixture
    def later(self, tmp_path: Path) -> Path:
        return written(
            tmp_path / "later.yaml", "about: {weeks_pregnant: 32}\nanswers: {saddle_numbness: yes}\npain: {now: 7}\n"
        )

    def test_tell_the_level_now_and_what_is_new_or_worse(self, case: Path, later: Path) -> None:
        found = decided(case, later, "--unanswered", "no")
        assert found["care"]["level"] == "emergency_now"
        sequence = found["sequence"]
        assert sequence["levels"] == ["same_day_maternity", "emergency_now"]
        derived = {part["finding"] for part in sequence["derived"]}  # what only several moments show
        assert [name for name in sequence["new"] if name not in derived] == ["saddle_numbness"]
        assert sequence["pain_stronger"] is True
        assert isinstance(found["recheck"]["in_hours"], int)

    def test_for_people_too(self, case: Path, later: Path) -> None:
        told = check(case, later, "--unanswered", "no").stdout
        assert "Phone your maternity unit now → Get help now" in told
        assert " ".join(open_engine().knowledge.findings["saddle_numbness"].me.english.split()[:4]) in told

    def test_in_which_the_weeks_run_backwards_are_refused(self, case: Path, later: Path) -> None:
        assert refused(later, case) == (
            "the weeks run backwards from one case to the next; allowed is one woman, in order of time\n"
        )


class TestWrongInput:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("about: {weeks_pregnant: 31}\nmood: sad\n", "2:1 unknown key 'mood'; allowed: asked_on, about, "),
            ("about: {weeks_pregnant: 31}\nanswers: {fevr: yes}\n", "2:11 unknown id 'fevr'; allowed: the finding ids"),
            (
                "about: {weeks_pregnant: 31}\nanswers: {fever: hot}\n",
                "2:18 fever: found 'hot'; allowed: yes, no, unsure",
            ),
            (
                "about: {weeks_pregnant: 99}\n",
                "1:25 about.weeks_pregnant: found '99'; allowed: less than or equal to 45",
            ),
            ("about: {}\n", "1:8 about: exactly one of weeks_pregnant and weeks_postpartum is needed, neither found"),
            ("about: {weeks_pregnant: 31, weeks_pregnant: 32}\n", "1:29 the key 'weeks_pregnant' stands twice"),
            ("about: [\n", "2:1 not YAML: "),
            ("", "1:1 the file is empty"),
            ("about: &a {x: *a}\n", "1:8 an alias that contains itself"),
            ("[" * 100_000, "1:51 nested too deeply; allowed are 50 levels"),
            ("about: \x00\n", "1:8 not YAML: the control character '\\x00'"),
        ],
    )
    def test_is_told_with_its_place_and_what_is_allowed(self, content: str, told: str, tmp_path: Path) -> None:
        path = written(tmp_path / "case.yaml", content)
        assert refused(path, "--json").startswith(f"{path}:{told}")

    def test_that_is_no_json(self, tmp_path: Path) -> None:
        path = written(tmp_path / "case.json", '{"about": {"weeks_pregnant": 31,}}')
        assert refused(path).startswith(f"{path}:1:33 not JSON: ")

    def test_that_is_no_text(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_bytes(b"\xff\xd8\xff\xe0JFIF")
        assert refused(path) == f"{path}:1:1 not UTF-8 text; allowed is {few_words().told(EITHER)}\n"

    def test_in_one_of_several_files(self, case: Path, tmp_path: Path) -> None:
        wrong = written(tmp_path / "wrong.yaml", "about: {weeks_pregnant: 99}\n")
        assert refused(case, wrong).startswith(f"{wrong}:1:25 ")

    def test_every_fault_of_a_file_is_told_at_once(self, tmp_path: Path) -> None:
        path = written(tmp_path / "case.yaml", "about: {weeks_pregnant: 99}\nanswers: {fevr: yes}\n")
        assert [line.split(" ")[0] for line in refused(path).splitlines()] == [f"{path}:1:25", f"{path}:2:11"]


class TestNoFile:
    def test_a_name_that_is_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "nowhere.yaml"
        assert refused(path) == (
            f"{path}: cannot be read: No such file or directory; allowed is {few_words().told(EITHER)}\n"
        )

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refused(tmp_path).startswith(f"{tmp_path}: cannot be read: Is a directory; allowed is a case file")

    def test_a_file_that_may_not_be_read(self, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def forbidden(path: Path, **_: object) -> str:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "read_text", forbidden)
        assert refused(case).startswith(f"{case}: cannot be read: Permission denied; allowed is a case file")


def test_a_knowledge_base_that_is_faulty_is_told_as_such(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty() -> None:
        raise Faulty([Fault("findings/fever.yaml", 3, 6, "ask: a sentence is expected here")])

    monkeypatch.setattr("carrywell.app.engine.open_engine", faulty)
    told = refused(case).splitlines()
    assert "carrywell knowledge check" in told[0]
    assert told[1:] == ["findings/fever.yaml:3:6 ask: a sentence is expected here"]


def test_anything_else_that_goes_wrong_is_exit_code_1(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a fault of the program")

    monkeypatch.setattr("carrywell.app.check_case.check_case", broken)
    assert check(case).exit_code == 1


class TestAsked:
    """Without a file it asks on the terminal; how, stands in test_ask.py."""

    # Pregnant, 31 weeks, one baby; then the first of the emergencies that everyone is asked.
    EMERGENCY = "p\n31\n1\n1\n"

    def test_ends_with_the_result(self) -> None:
        result = check(typed=self.EMERGENCY)
        assert result.exit_code == 0
        assert open_engine().knowledge.care_levels["emergency_now"].title.english in result.stdout

    def test_for_programs_the_questions_stand_beside_the_json(self) -> None:
        result = check("--json", typed=self.EMERGENCY)
        assert result.exit_code == 0
        found = json.loads(result.stdout)
        assert (found["care"]["level"], found["care"]["unanswered_counts_as"]) == ("emergency_now", "asked")
        assert open_engine().voice().phrase("terminal.weeks_pregnant") in result.stderr

    @pytest.mark.parametrize("typed", ["q\n", "p\nq\n", "p\n31\n", ""])
    def test_leaving_early_ends_it_without_a_result(self, typed: str) -> None:
        result = check("--json", typed=typed)
        assert result.exit_code == 1
        assert result.stdout == ""
