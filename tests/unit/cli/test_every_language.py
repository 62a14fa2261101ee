"""What the terminal, the report and the calendar say can be translated whole, and in Chinese it has Chinese signs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from carrywell.app import day_words, lift, load
from carrywell.app.day import weigh_day
from carrywell.app.engine import open_engine
from carrywell.app.midwife_report import midwife_report
from carrywell.app.plan_weeks import plan_weeks, weeks_as_calendar
from carrywell.app.replay import replay
from carrywell.app.result import Check, as_json, decide
from carrywell.body.day import Help
from carrywell.body.lifting import Lift
from carrywell.cli import output, spoken
from carrywell.cli.ask import ask_case
from carrywell.cli.main import main
from carrywell.cli.plan_text import print_weeks
from carrywell.cli.replay import told as replay_told
from carrywell.cli.result_text import print_result
from carrywell.knowledge.pseudo import ACCENTED
from carrywell.knowledge.result_file import read_result_text
from carrywell.model.answer import Answer
from carrywell.model.case import SIDES, About, Case, Pain
from carrywell.model.posture_parts import PostureFile
from carrywell.model.text import Voice
from carrywell.model.wishes import Wishes
from carrywell.report.midwife import as_text
from tests.lib.cases import all_no, postpartum, pregnant
from tests.lib.chinese import foreign_signs, has_chinese
from tests.lib.english_left import has_english

ENGINE = open_engine()
FRIDAY = date(2026, 11, 20)
PAIN = {"sites": ["low_back"], "now": 3, "worse_with": ["bending"], "better_with": ["rest"]}
CALM = all_no(pregnant(20, day={"mopping": 30, "desk_work": 240}, history=["back_pain_before"], **PAIN))
SOON = pregnant(31, dizzy_spell="yes", **PAIN)
URGENT = pregnant(31, saddle_numbness="yes", fever="unsure")
OPEN = postpartum(10, birth="caesarean", baby_with_me="yes", **PAIN)


def result(voice: Voice, *cases: Case) -> None:
    unanswered = "cautious" if cases[-1] is OPEN else "no"
    found = decide(ENGINE, voice, Check(cases, unanswered, interview=len(cases) == 1 and unanswered == "no"))
    print_result(ENGINE.knowledge, voice, found.found, unanswered, found.more)


def plan(voice: Voice, case: Case) -> None:
    planned = plan_weeks(ENGINE, case, Wishes(), 2, "interviewed")
    print_weeks(ENGINE.knowledge, voice, planned, FRIDAY, open_questions=True)


def day(voice: Voice) -> None:
    click.echo("\n".join(day_words.as_text(ENGINE, weigh_day(ENGINE, CALM, Help()), voice)))


def loads(voice: Voice) -> None:
    for name in ("standing", "mopping_bent", "laundry_floor", "cot_high_side", "pram_lifting"):
        click.echo("\n".join(load.as_text(ENGINE, load.load_of_task(ENGINE, name, CALM.about), voice)))


def lifts(voice: Voice) -> None:
    for weeks, kg in ((22, 12), (45, 12), (None, None)):
        one = Lift(40, 60, 40, 0, 2, "moderate", "fair", None)
        click.echo("\n".join(lift.as_text(lift.judge_lift(one, kg, weeks), voice)))


def report(voice: Voice, *cases: Case) -> None:
    click.echo(as_text(midwife_report(ENGINE, voice, cases, FRIDAY, "cautious"), voice).lower())


def calendar(voice: Voice) -> None:
    text = weeks_as_calendar(ENGINE, voice, plan_weeks(ENGINE, CALM, Wishes(), 2, "interviewed"), FRIDAY)
    said = re.findall(r"^(?:SUMMARY|DESCRIPTION):(.*)$", text.replace("\r\n ", "").replace("\r", ""), re.MULTILINE)
    click.echo("\n".join(said).replace("\\n", "\n").replace("\\", ""))


def again(voice: Voice) -> None:
    """Written in the same language; nothing between the lines of the file is a sentence."""
    written = as_json(ENGINE, voice, decide(ENGINE, voice, Check((URGENT,), "no", False)), private=False)
    for digest in ("", "0" * 64):
        written["trace"]["knowledge_digest"] = digest or written["trace"]["knowledge_digest"]
        click.echo("\n".join(replay_told(replay(ENGINE, read_result_text("r.json", json.dumps(written))), voice)))


def asked(voice: Voice) -> None:
    """The first screens, with what is said when it is not understood, and why it is asked."""
    typed = ["x", "p", "90", "31", "1.5", "1", "?1", "900", "0", "0", *["0"] * 40]
    program = click.command()(lambda: ask_case(ENGINE, voice) and None)
    shown = CliRunner().invoke(program, input="\n".join(typed), env={"COLUMNS": "500"}).output
    prompts = re.sub(r"\] (?:\S+)$", "]", shown, flags=re.MULTILINE)
    click.echo(prompts.replace("Aborted!", ""))  # click's own


TELL: dict[str, Callable[[Voice], None]] = {
    "a result": lambda voice: result(voice, CALM),
    "a result, soon": lambda voice: result(voice, SOON),
    "a result, now": lambda voice: result(voice, URGENT),
    "a result, open": lambda voice: result(voice, OPEN),
    "a result, later": lambda voice: result(voice, CALM, SOON),
    "a plan": lambda voice: plan(voice, CALM),
    "a plan that is quiet": lambda voice: plan(voice, SOON),
    "a plan that waits": lambda voice: plan(voice, URGENT),
    "a day": day,
    "loads": loads,
    "lifts": lifts,
    "a report": lambda voice: report(voice, CALM),
    "a report, now": lambda voice: report(voice, URGENT),
    "a report over time": lambda voice: report(voice, CALM, SOON),
    "a calendar": calendar,
    "a replay": again,
    "the questions": asked,
}


@pytest.fixture
def lines(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], list[str]]:
    monkeypatch.setenv("COLUMNS", "2000")

    def told(what: str, language: str) -> list[str]:
        TELL[what](ENGINE.voice(language))
        shown = capsys.readouterr().out
        assert len(shown) > 100
        return [re.sub(r"\s{3,}", "  ", line).strip() for line in shown.splitlines()]

    return told


Lines = Callable[[str, str], list[str]]


@pytest.mark.parametrize("what", TELL)
def test_it_can_be_translated_whole(what: str, lines: Lines) -> None:
    assert [line for line in lines(what, ACCENTED) if has_english(line)] == []


@pytest.mark.parametrize("what", TELL)
def test_in_chinese_its_signs_are_chinese(what: str, lines: Lines) -> None:
    shown = lines(what, "zh-Hans")
    assert any(map(has_chinese, shown))
    assert [found for line in shown for found in foreign_signs(line)] == []


def test_a_danger_sign_is_never_cut_on_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    result(ENGINE.voice("zh-Hans"), CALM)
    shown = re.sub(r"\s", "", capsys.readouterr().out)
    assert "…" not in shown
    signs = decide(ENGINE, ENGINE.voice(), Check((CALM,), "no", False)).found.follow_up.signs
    assert re.sub(r"\s", "", ENGINE.voice("zh-Hans")(signs[0].says)) in shown


@pytest.mark.parametrize(
    ("language", "level"), [("en", "You can care for this at home"), ("zh-Hans", "可以先在家照顾自己")]
)
def test_what_the_answers_alone_come_to_is_said_in_words(language: str, level: str, lines: Lines) -> None:
    says = ENGINE.voice(language).phrase("result.counts_unanswered", level=level)
    assert any(says in line for line in lines("a result, open", language))


# Help and faults: what the command itself says

SPEAKING = ("check", "day", "fhir", "lift", "load", "plan", "replay", "report", "screen")
CASE = "about: {weeks_pregnant: 20}\n"
LIFT = ("--H", "40", "--V", "60", "--D", "40", "--A", "0", "--F", "2", "--duration", "short", "--coupling", "good")
FILES = {
    "right.yaml": CASE,
    "earlier.yaml": "about: {weeks_pregnant: 10}\n",
    "weeks.yaml": "about: {weeks_pregnant: 60, babies: no, births_before: 1.5, height_cm: nan, mood: 3}\n",
    "both.yaml": "about: {weeks_pregnant: 3, weeks_postpartum: 3}\n",
    "neither.yaml": "pain: 3\nabout: {}\n",
    "after.yaml": "about: {weeks_pregnant: 3, birth: vaginal}\n",
    "loss.yaml": "about: {weeks_postpartum: 3, ended: loss, baby_with_me: yes}\n",
    "answers.yaml": CASE + "answers: {fevr: yes, zzz: 1, fever: perhaps, pain_nrs: 12, stage: 3}\n",
    "numbers.yaml": CASE + "answers: {blood_pressure_upper: 3}\nabout: 3\n",
    "twice.yaml": CASE + "answers: {arm_weakness_tingling: yes, arm_weak_new: no, pain_nrs: 2}\npain: {now: 3}\n",
    "pain.yaml": CASE + "pain: {sites: [low_back, low_back], side: up, now: x}\nhistory: old\nasked_on: 2026-13-40\n",
    "day.yaml": CASE + "day: {flying: 3, mopping: -1}\n",
    "sections.yaml": CASE + "day: 3\nanswers: no\nasked_on: Friday\n",
    "key_twice.yaml": CASE + CASE + "[a]: 3\n",
    "list.yaml": "- about\n",
    "empty.yaml": "",
    "open.yaml": "about: [1, 2\n",
    "colon.yaml": "about: a: b\n",
    "tab.yaml": "about:\n\tweeks: 3\n",
    "alias.yaml": "about: *her\n",
    "loop.yaml": "about: &her [*her]\n",
    "control.yaml": "about: \x01\n",
    "deep.yaml": "[" * 60 + "]" * 60,
    "long.yaml": f"about: [{'1, ' * 20_001}]\n",
    "comma.json": '{"about": {"weeks_pregnant": 23,}}',
    "extra.json": '{"about": 3} x',
    "quote.json": '{"about": "3',
    "no.json": "{}",
    "form.json": json.dumps({
        "resourceType": "QuestionnaireResponse", "implicitRules": "x", "subject": "x", "authored": "2026",
        "item": [{"linkId": "zzz", "answer": [{}]}, {}, {"linkId": "fever", "answer": []}, {
            "linkId": "fever", "answer": [{"valueCoding": {"code": "x"}}]}, {
            "linkId": "vomiting", "answer": [{"valueCoding": {"code": "yes", "system": "x"}}]}],
    }),
}  # fmt: skip
WRONG_CALLS: list[list[str]] = [
    ["cure"],
    ["chek"],
    ["--loud"],
    *([name, "--nope"] for name in SPEAKING),
    *([name] for name in SPEAKING if name != "check"),
    *(["check", name] for name in FILES if name not in ("right.yaml", "earlier.yaml")),
    ["check", "right.yaml", "earlier.yaml"],
    ["check", "nowhere.yaml"],
    ["check", "."],
    ["check", "--unanswered", "yes", "right.yaml"],
    ["check", "--interview"],
    ["check", "--lang"],
    ["check", "--json=3"],
    ["check", "--interview", "--unanswered", "no", "right.yaml"],
    ["check", "--private", "right.yaml"],
    ["check", "--interview", "right.yaml", "right.yaml"],
    ["day", "right.yaml", "more.yaml"],
    ["day", "right.yaml", "--help-minutes", "-3"],
    ["day", "right.yaml", "--help-minutes", "some"],
    ["day", "right.yaml", "--not", "flying"],
    ["fhir", "right.yaml", "--patient", "x y"],
    ["fhir", "right.yaml", "--recorded", "today"],
    ["fhir", "right.yaml", "--out", "no_folder/out.json"],
    ["lift", *LIFT, "--load", "-1"],
    ["lift", *LIFT, "--V-origin", "-1"],
    ["lift", *LIFT, "--outside", "seated"],
    ["load", "flying"],
    ["load", "standing", "--list"],
    ["load", "--list", "--weeks", "3"],
    ["load", "--posture", "right.yaml", "--about", "right.yaml"],
    ["load", "--posture", "nowhere.yaml"],
    ["load", "standing", "--weeks", "90"],
    ["load", "standing", "--load", "3"],
    ["load", "standing", "--reach", "30"],
    ["load", "--grid", "grid.xls"],
    ["plan", "right.yaml", "--weeks", "99"],
    ["plan", "right.yaml", "--start", "now"],
    ["plan", "right.yaml", "--ics", "a.ics"],
    ["plan", "right.yaml", "--wishes", "nowhere.yaml"],
    ["replay", "no.json"],
    ["report", "right.yaml"],
    ["screen", "right.yaml", "out.parquet"],
    ["screen", "nowhere.parquet", "out.parquet"],
]

# What stays as it is in every language: options, choices, quoted values, paths, keys and the names of formats.
_OF_FILES = {*About.model_fields, *Case.model_fields, *Pain.model_fields, *PostureFile.model_fields}
_VALUES = {*SIDES, *Answer, "carrywell", "main", "body", "batch", "parquet", "csv", "system", "fevr", "zzz", *SPEAKING}
_AS_IT_IS = re.compile(
    r"--?[A-Za-z]\S*|\[[^\]]*\]|\{.*\}|'[^']*'|\bhttps?:\S+|\S*[./_]\S*|\b(?:" + "|".join(_OF_FILES | _VALUES) + r")\b"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the files; no call that is refused changes one."""
    found = tmp_path_factory.mktemp("files")
    for name, content in FILES.items():
        (found / name).write_text(content, encoding="utf-8")
    return found


@pytest.fixture
def says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, list[str]], str]:
    monkeypatch.chdir(folder)

    def told(language: str, arguments: list[str]) -> str:
        for module in (output, spoken):
            monkeypatch.setattr(module, "terminal_language", lambda: language)
        done = CliRunner().invoke(main, arguments, env={"COLUMNS": "80"}, prog_name="carrywell")
        assert done.exit_code == (0 if arguments[-1] == "--help" else 2), done.output
        return done.output

    return told


Says = Callable[[str, list[str]], str]


def ids(arguments: list[str]) -> str:
    return " ".join(arguments[:3])


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in SPEAKING)], ids=ids)
class TestHelp:
    def test_it_can_be_translated_whole(self, arguments: list[str], says: Says) -> None:
        names = re.compile(r"^  (?:[a-z]+)  ", re.MULTILINE)
        shown = re.sub(_AS_IT_IS, "", re.sub(names, "  ", says(ACCENTED, arguments)))
        assert [line for line in shown.splitlines() if has_english(line)] == []

    def test_in_chinese_it_is_chinese_and_no_line_is_wider_than_the_terminal(
        self, arguments: list[str], says: Says
    ) -> None:
        lines = says("zh-Hans", arguments).splitlines()
        assert sum(map(has_chinese, lines)) > 3
        assert [found for line in lines for found in foreign_signs(line)] == []
        assert [line for line in lines if cell_len(line) > 80] == []


@pytest.mark.parametrize("arguments", WRONG_CALLS, ids=ids)
class TestFaults:
    def test_they_can_be_translated_whole(self, arguments: list[str], says: Says) -> None:
        shown = re.sub(_AS_IT_IS, "", says(ACCENTED, arguments))
        assert [line for line in shown.splitlines() if has_english(line)] == []

    def test_in_chinese_every_line_is_chinese(self, arguments: list[str], says: Says) -> None:
        lines = [line for line in says("zh-Hans", arguments).splitlines() if line]
        assert [line for line in lines if not has_chinese(line) and not line.startswith(" ")] == []
        assert [found for line in lines for found in foreign_signs(line)] == []


@pytest.mark.parametrize("arguments", [["--lang", "zh-Hans", "check"], ["check", "--lang", "zh-Hans"]], ids=ids)
def test_the_language_may_stand_before_or_after_the_name_of_the_command(arguments: list[str], says: Says) -> None:
    assert "没有这个文件" in says("en", [*arguments, "nowhere.yaml"])
    assert "用法：carrywell check" in says("en", [*arguments, "--help"])


def test_the_help_comes_in_the_language_that_is_named_behind_it(says: Says) -> None:
    shown = CliRunner().invoke(main, ["check", "--help", "--lang=zh-Hans"]).output
    assert "用法：" in shown
