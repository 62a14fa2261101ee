"""`carrywell check`: on a case file, on several, as a played interview, or asked on the terminal."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import Any

import click

from carrywell.cli.output import lang_option, refuse, terminal_language


@click.command()
@click.argument("cases", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The result for programs.")
@click.option("--interview", is_flag=True, help="Play the interview with the case; report what was asked.")
@click.option(
    "--unanswered", type=click.Choice(["no"]), default=None, help="What the file does not answer counts as no."
)
@click.option("--private", is_flag=True, help="Add the private track (violence, self-harm) to the JSON.")
@lang_option
def check(
    cases: tuple[Path, ...], as_json: bool, interview: bool, unanswered: str | None, private: bool, lang: str | None
) -> None:
    """Is care needed now, what is it probably, what to do today.

    With no CASE it asks. With one it decides on the file. With several it takes them as one woman over time.
    """
    engine = _open_engine()
    language = lang or terminal_language()
    if language != "en":
        click.echo(engine.voice().phrase("terminal.english_only"), err=True)
    if not cases and (interview or unanswered):
        refuse("--interview and --unanswered need a case file; without one the questions are asked")
    if interview and unanswered:
        refuse("--interview answers no for what the file lacks by itself; allowed is one of the two")
    if private and not as_json:
        refuse("--private adds a key to the JSON; allowed only with --json")
    if not cases:
        _ask(engine, language, as_json, private)
        return
    if interview and len(cases) > 1:
        refuse("--interview plays one case; allowed is one file")
    read = [_read(path, engine) for path in cases]
    found, extra = _decide(engine, read, interview, unanswered or "cautious")
    counts_as = "interviewed" if interview else unanswered or "cautious"
    _show(engine, found, extra, language, as_json, private, counts_as)


def _open_engine() -> Any:
    from carrywell.app.engine import open_engine
    from carrywell.knowledge.faults import Faulty

    try:
        return open_engine()
    except Faulty as faulty:
        refuse(f"the knowledge base is faulty (carrywell knowledge check):\n{faulty}")


def _read(path: Path, engine: Any) -> Any:
    from carrywell.knowledge.case_file import read_case_file
    from carrywell.knowledge.faults import Faulty

    try:
        return read_case_file(path, engine.knowledge)
    except Faulty as faulty:
        refuse(str(faulty))
    except OSError as error:
        refuse(f"{path}: cannot be read: {error.strerror}; allowed is a case file (YAML or JSON)")


def _decide(engine: Any, cases: list[Any], interview: bool, unanswered: Any) -> tuple[Any, dict[str, Any]]:
    from carrywell.app.check_case import check_case, check_sequence
    from carrywell.app.play_interview import play_interview

    if interview:
        played = play_interview(engine, cases[0])
        counted = {"screens": len(played.steps), "questions": len(played.asked)}
        return played.assessment, {"interview": {**counted, "asked": list(played.asked), "steps": list(played.steps)}}
    if len(cases) == 1:
        return check_case(engine, cases[0], unanswered), {}
    try:
        course = check_sequence(engine, cases, unanswered)
    except ValueError as error:
        refuse(str(error))
    levels = [level.value for level in course.levels]
    change = {"levels": levels, "new": list(course.change.new), "pain_stronger": course.change.pain_stronger}
    return course.now, {"sequence": change}


def _show(
    engine: Any, found: Any, extra: dict[str, Any], language: str, as_json: bool, private: bool, unanswered: str
) -> None:
    voice = engine.voice(language)
    if as_json:
        from carrywell.report.as_json import JsonReport

        report = JsonReport(engine.knowledge, voice).of(found, unanswered, private)
        click.echo(json.dumps(report | extra, ensure_ascii=False, indent=1))
        return
    from carrywell.cli.result_text import print_result

    print_result(engine.knowledge, voice, found, unanswered, extra)


def _ask(engine: Any, language: str, as_json: bool, private: bool) -> None:
    from carrywell.app.check_case import check_case
    from carrywell.cli.ask import ask_case

    with redirect_stdout(sys.stderr) if as_json else nullcontext():  # the questions are no part of the JSON
        case = ask_case(engine, engine.voice(language))
    _show(engine, check_case(engine, case, "asked"), {}, language, as_json, private, "asked")
