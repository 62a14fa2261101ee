"""`carrywell replay`: exit codes, what people read, and one message on standard error for wrong input."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from carrywell import __version__
from carrywell.app.engine import open_engine
from carrywell.cli.main import main
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.reader import KB
from tests.lib.chinese import has_chinese
from tests.lib.deciding import reported

ENGINE = open_engine()
PHRASE = ENGINE.voice().phrase
CASE = {"about": {"weeks_pregnant": 31}, "answers": {"fever": "yes"}, "pain": {"sites": ["low_back"]}}
WORSE = "same_day_maternity"


def replay(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["replay", *map(str, arguments)])


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(edit: Callable[[Any], object] = lambda result: None) -> Path:
        result = reported(CASE, "no")
        edit(result)
        path = tmp_path / "result.json"
        path.write_text(json.dumps(result, indent=1), encoding="utf-8")
        return path

    return written


def other_knowledge(result: Any) -> None:
    result["knowledge"] = "2025.01"
    result["trace"]["knowledge_digest"] = "0" * 64
    result["trace"]["items"]["findings/fever"] = "0" * 12
    result["trace"]["items"]["findings/gone_since"] = "1" * 12


Write = Callable[..., Path]


class TestTheSame:
    def test_is_told_in_a_sentence_with_the_versions(self, write: Write) -> None:
        found = replay(write())
        assert (found.exit_code, found.stderr) == (0, "")
        shown = {"version": ENGINE.knowledge.version, "digest": ENGINE.knowledge.digests.short}
        assert found.stdout.splitlines() == [
            PHRASE("replay.knowledge.same", **shown),
            PHRASE("replay.program.same", version=__version__),
            "",
            PHRASE("replay.same", level=WORSE),
        ]

    def test_for_programs(self, write: Write) -> None:
        found = replay(write(), "--json")
        assert (found.exit_code, json.loads(found.stdout)["same"]) == (0, True)

    def test_what_check_prints_can_be_replayed(self, tmp_path: Path) -> None:
        case = tmp_path / "case.json"
        case.write_text(json.dumps(CASE), encoding="utf-8")
        for arguments in ([case], [case, case], ["--interview", case], ["--private", case]):
            printed = CliRunner().invoke(main, ["check", "--json", *map(str, arguments)])
            (tmp_path / "result.json").write_text(printed.stdout, encoding="utf-8")
            assert replay(tmp_path / "result.json").exit_code == 0, arguments


class TestNotTheSame:
    def test_a_level_that_was_changed_by_hand(self, write: Write) -> None:
        found = replay(write(lambda result: result["care"].update(level="self_care")))
        assert (found.exit_code, found.stderr) == (1, "")
        assert PHRASE("replay.level.other", then="self_care", now=WORSE) in found.stdout
        assert PHRASE("replay.reasons.same") in found.stdout
        assert "  care.level\n" in found.stdout
        assert PHRASE("replay.file_or_error") in found.stdout

    def test_another_program_is_named_as_what_made_the_difference(self, write: Write) -> None:
        def edit(result: Any) -> None:
            result["carrywell"] = "0.0.9"
            result["care"]["because"].clear()

        found = replay(write(edit))
        assert found.exit_code == 1
        assert PHRASE("replay.program.other", then="0.0.9", now=__version__) in found.stdout
        assert PHRASE("replay.reasons.other") in found.stdout
        assert PHRASE("replay.program_or_file") in found.stdout
        assert f"    {PHRASE('replay.now', lines='fever: ' + WORSE)}\n" in found.stdout

    def test_another_order(self, write: Write) -> None:
        found = replay(write(lambda result: result["plan"]["posture"].reverse()))
        assert f"  plan.posture: {PHRASE('replay.order')}\n" in found.stdout

    def test_for_programs(self, write: Write) -> None:
        found = replay(write(lambda result: result["care"].update(level="self_care")), "--json")
        assert found.exit_code == 1
        assert json.loads(found.stdout)["level"] == {"then": "self_care", "now": WORSE}


class TestAnotherKnowledgeBase:
    def test_names_what_changed_and_what_is_gone(self, write: Write) -> None:
        found = replay(write(other_knowledge))
        assert found.exit_code == 0
        lines = found.stdout.splitlines()
        assert PHRASE("replay.same", level=WORSE) in lines
        assert lines[lines.index(PHRASE("replay.items.changed")) + 1] == "  findings/fever"
        assert lines[lines.index(PHRASE("replay.items.gone")) + 1] == "  findings/gone_since"
        assert "2025.01" in lines[0]

    def test_that_decides_otherwise_is_enough_of_a_reason(self, write: Write) -> None:
        def edit(result: Any) -> None:
            other_knowledge(result)
            result["care"]["level"] = "self_care"

        found = replay(write(edit))
        assert found.exit_code == 1
        assert PHRASE("replay.level.other", then="self_care", now=WORSE) in found.stdout
        assert PHRASE("replay.items.changed") in found.stdout
        assert PHRASE("replay.file_or_error") not in found.stdout
        assert PHRASE("replay.program_or_file") not in found.stdout

    def test_says_when_nothing_that_counts_has_changed(self, write: Write) -> None:
        found = replay(write(lambda result: result["trace"].update(knowledge_digest="0" * 64)))
        assert (found.exit_code, found.stdout.splitlines()[-1]) == (0, PHRASE("replay.items.none"))

    def test_says_what_counts_now_that_did_not(self, write: Write) -> None:
        def edit(result: Any) -> None:
            other_knowledge(result)
            del result["trace"]["items"]["doors/maternity_unit"]

        lines = replay(write(edit)).stdout.splitlines()
        assert lines[lines.index(PHRASE("replay.items.new")) + 1] == "  doors/maternity_unit"

    def test_that_cannot_read_the_answers_any_more(self, write: Write) -> None:
        def edit(result: Any) -> None:
            other_knowledge(result)
            result["trace"]["case"]["answers"]["gone_since"] = "yes"

        found = replay(write(edit))
        assert (found.exit_code, found.stderr) == (1, "")
        assert PHRASE("replay.unreadable") in found.stdout
        assert "unknown id 'gone_since'" in found.stdout
        assert "  findings/gone_since" in found.stdout.splitlines()

    def test_may_be_given_as_a_folder(self, write: Write, tmp_path: Path) -> None:
        shutil.copytree(KB, tmp_path / "kb")
        (tmp_path / "kb" / "VERSION").write_text("2031.01\n", encoding="utf-8")
        found = replay(write(), "--kb", tmp_path / "kb")
        assert found.exit_code == 0
        assert "2031.01" in found.stdout


class TestWrongInput:
    def test_a_name_that_is_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "nowhere.json"
        found = replay(path)
        wanted = f"{path}: cannot be read: No such file or directory; allowed is a result of carrywell check --json\n"
        assert (found.exit_code, found.stdout, found.stderr) == (2, "", wanted)

    @pytest.mark.parametrize(
        ("edit", "told"),
        [
            (
                lambda result: result.pop("trace"),
                ":1:1 a result without the key 'trace' cannot be replayed; allowed is",
            ),
            (lambda result: result.pop("care"), ":1:1 no result; allowed is a result as carrywell check --json writes"),
            (lambda result: result["care"].update(level="soon"), ":7:12 care.level: found 'soon'; allowed: 'emerg"),
            (lambda result: result["trace"].pop("items"), "the key 'items' is missing"),
            (
                lambda result: result["trace"]["case"]["answers"].update(fever="hot"),
                "fever: found 'hot'; allowed: yes,",
            ),
        ],
    )
    def test_is_told_in_one_message(self, write: Write, edit: Callable[[Any], object], told: str) -> None:
        path = write(edit)
        found = replay(path)
        assert (found.exit_code, found.stdout) == (2, "")
        assert found.stderr.startswith(f"{path}:")
        assert told in found.stderr
        assert len(found.stderr.splitlines()) == 1

    def test_a_folder_without_a_knowledge_base(self, write: Write, tmp_path: Path) -> None:
        found = replay(write(), "--kb", tmp_path / "none")
        assert (found.exit_code, found.stderr) == (2, f"{tmp_path / 'none'}: no such folder\n")

    def test_a_knowledge_base_that_is_faulty(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        def faulty() -> None:
            raise Faulty([Fault("findings/fever.yaml", 3, 6, "ask: a sentence is expected here")])

        path = write()
        monkeypatch.setattr("carrywell.app.engine.open_engine", faulty)
        found = replay(path)
        assert found.exit_code == 2
        assert found.stderr == (
            "the knowledge base is faulty (carrywell knowledge check):\n"
            "findings/fever.yaml:3:6 ask: a sentence is expected here\n"
        )


def test_it_is_told_in_her_language(write: Write) -> None:
    found = replay(write(), "--lang", "zh-Hans")
    assert (found.exit_code, found.stderr) == (0, "")
    assert has_chinese(found.stdout)
