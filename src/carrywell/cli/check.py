"""`carrywell check`: on a case file, on several, as a played interview, or asked on the terminal."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import Any

import click

from carrywell.cli.engine import answers_or_refuse, engine_or_refuse, one_patient_or_refuse, say_if_partly_english
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

    With no CASE it asks. With one it decides on the file. With several it takes them as one woman over time. A CASE may
    also be a FHIR QuestionnaireResponse (JSON).
    """
    engine = engine_or_refuse()
    language = lang or terminal_language()
    say_if_partly_english(engine, language)
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
    from carrywell.app.fhir import check_of

    read = [answers_or_refuse(path, engine) for path in cases]
    one_patient_or_refuse(read)
    said = check_of(read, "interviewed" if interview else "no" if unanswered else None)
    found = _decide(engine, engine.voice(language), list(said.cases), said.unanswered, interview)
    _show(engine, found, language, as_json, private)


def _decide(engine: Any, voice: Any, cases: list[Any], unanswered: Any, interview: bool = False) -> Any:
    from carrywell.app.result import Check, decide

    try:
        return decide(engine, voice, Check(tuple(cases), unanswered, interview))
    except ValueError as error:
        refuse(str(error))


def _show(engine: Any, result: Any, language: str, as_json: bool, private: bool) -> None:
    voice = engine.voice(language)
    if as_json:
        from carrywell.app.result import as_json as for_programs

        click.echo(json.dumps(for_programs(engine, voice, result, private), ensure_ascii=False, indent=1))
        return
    from carrywell.cli.result_text import print_result

    print_result(engine.knowledge, voice, result.found, result.check.unanswered, result.more)


def _ask(engine: Any, language: str, as_json: bool, private: bool) -> None:
    from carrywell.cli.ask import ask_case

    voice = engine.voice(language)
    with redirect_stdout(sys.stderr) if as_json else nullcontext():  # the questions are no part of the JSON
        case = ask_case(engine, voice)
    _show(engine, _decide(engine, voice, [case], "asked"), language, as_json, private)
