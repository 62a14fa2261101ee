"""`carrywell plan`: the next weeks of one woman, to read, for programs, or for her calendar."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carrywell.cli.engine import case_or_refuse, engine_or_refuse, read_or_refuse
from carrywell.cli.output import lang_option, refuse, terminal_language

if TYPE_CHECKING:
    from carrywell.app.engine import Engine
    from carrywell.app.plan_weeks import PlannedWeeks
    from carrywell.model.wishes import Wishes

_MOST_WEEKS = 12


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--weeks", type=click.IntRange(1, _MOST_WEEKS), default=1, show_default=True, help="How many weeks.")
@click.option(
    "--wishes",
    type=click.Path(path_type=Path),
    default=None,
    help="A file on what she has, her time, what she likes, and how last week went.",
)
@click.option(
    "--unanswered", type=click.Choice(["no"]), default=None, help="What the file does not answer counts as no."
)
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="The first day of the plan (default: asked_on of the case).",
)
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A calendar file to write.")
@click.option("--json", "as_json", is_flag=True, help="The plan for programs.")
@lang_option
def plan(
    case: Path,
    weeks: int,
    wishes: Path | None,
    unanswered: str | None,
    start: date | None,
    ics: Path | None,
    as_json: bool,
    lang: str | None,
) -> None:
    """A plan for the next weeks: goals, exercises, minutes that build up, sleep, work, home, and help."""
    engine = engine_or_refuse()
    read = case_or_refuse(case, engine)
    wanted = _read_wishes(wishes, engine)
    first = date(start.year, start.month, start.day) if start else read.asked_on
    if ics is not None and first is None:
        refuse("--ics needs a day to begin: give --start YYYY-MM-DD, or asked_on in the case")
    from carrywell.app.plan_weeks import plan_weeks

    planned = plan_weeks(engine, read, wanted, weeks, "no" if unanswered else "cautious")
    voice = engine.voice(lang or terminal_language())
    if ics is not None and first is not None:
        _write_calendar(engine, planned, first, ics, lang)
    if as_json:
        from carrywell.app.plan_weeks import weeks_as_json

        told = weeks_as_json(engine, voice, planned, wanted, first)
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    from carrywell.cli.plan_text import print_weeks

    print_weeks(engine.knowledge, voice, planned, first, open_questions=unanswered is None)


def _read_wishes(path: Path | None, engine: Engine) -> Wishes:
    from carrywell.knowledge.wishes_file import read_wishes_file
    from carrywell.model.wishes import Wishes

    if path is None:
        return Wishes()
    return read_or_refuse(lambda: read_wishes_file(path, engine.knowledge), path, "a file of wishes (YAML or JSON)")


def _write_calendar(engine: Engine, planned: PlannedWeeks, first: date, path: Path, lang: str | None) -> None:
    from carrywell.app.plan_weeks import weeks_as_calendar

    try:
        text = weeks_as_calendar(engine, engine.voice(lang or terminal_language()), planned, first)
    except ModuleNotFoundError as error:
        refuse(f"--ics needs the extra calendar: carrywell[calendar] ({error.name} is missing)")
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        refuse(f"{path}: cannot be written: {error.strerror}")
    written = engine.voice().phrase("week.calendar.written", count=text.count("BEGIN:VEVENT"), path=path)
    click.echo(written, err=True)
