"""What the terminal, the report and the calendar say can be translated whole, and in Chinese it has Chinese signs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import click
import pytest
from click.testing import CliRunner

from carrywell.app import day_words, lift, load
from carrywell.app.day import weigh_day
from carrywell.app.engine import open_engine
from carrywell.app.midwife_report import midwife_report
from carrywell.app.plan_weeks import plan_weeks, weeks_as_calendar
from carrywell.app.replay import replay
from carrywell.app.result import Check, as_json, decide
from carrywell.body.day import Help
from carrywell.body.lifting import Lift
from carrywell.cli.ask import ask_case
from carrywell.cli.plan_text import print_weeks
from carrywell.cli.replay import told as replay_told
from carrywell.cli.result_text import print_result
from carrywell.knowledge.pseudo import ACCENTED
from carrywell.knowledge.result_file import read_result_text
from carrywell.model.case import Case
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
