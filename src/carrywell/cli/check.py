"""`carrywell check`: on a case file, on several, as a played interview, or asked on the terminal."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import Any

import click

from carrywell.cli.engine import answers_or_refuse, engine_or_refuse, one_patient_or_refuse, say_if_partly_english
from carrywell.cli.output import language, refuse
from carrywell.cli.spoken import argument, command, json_option, lang_option, option, unanswered_option
from carrywell.model.told import said_by, told


@command("help_check.about", "help_check.more")
@argument("cases", nargs=-1, type=click.Path(path_type=Path))
@json_option
@option("--interview", is_flag=True, help="help_check.interview")
@unanswered_option
@option("--private", is_flag=True, help="help_check.private")
@lang_option
def check(cases: tuple[Path, ...], as_json: bool, interview: bool, unanswered: str | None, private: bool) -> None:
    """With no case it asks, with one it decides on the file, with several it takes them as one woman over time."""
    engine = engine_or_refuse()
    say_if_partly_english(engine, language())
    if not cases and (interview or unanswered):
        refuse(told("command_needs.case"))
    if interview and unanswered:
        refuse(told("command_needs.interview_or_no"))
    if private and not as_json:
        refuse(told("command_needs.private_in_json"))
    if not cases:
        _ask(engine, as_json, private)
        return
    if interview and len(cases) > 1:
        refuse(told("command_needs.one_case"))
    from carrywell.app.fhir import check_of

    read = [answers_or_refuse(path, engine) for path in cases]
    one_patient_or_refuse(read)
    said = check_of(read, "interviewed" if interview else "no" if unanswered else None)
    found = _decide(engine, engine.voice(language()), list(said.cases), said.unanswered, interview)
    _show(engine, found, as_json, private)


def _decide(engine: Any, voice: Any, cases: list[Any], unanswered: Any, interview: bool = False) -> Any:
    from carrywell.app.result import Check, decide

    try:
        return decide(engine, voice, Check(tuple(cases), unanswered, interview))
    except ValueError as error:
        refuse(said_by(error))


def _show(engine: Any, result: Any, as_json: bool, private: bool) -> None:
    voice = engine.voice(language())
    if as_json:
        from carrywell.app.result import as_json as for_programs

        click.echo(json.dumps(for_programs(engine, voice, result, private), ensure_ascii=False, indent=1))
        return
    from carrywell.cli.result_text import print_result

    print_result(engine.knowledge, voice, result.found, result.check.unanswered, result.more)


def _ask(engine: Any, as_json: bool, private: bool) -> None:
    from carrywell.cli.ask import ask_case

    voice = engine.voice(language())
    with redirect_stdout(sys.stderr) if as_json else nullcontext():  # the questions are no part of the JSON
        case = ask_case(engine, voice)
    _show(engine, _decide(engine, voice, [case], "asked"), as_json, private)
