"""`carrywell plan`: the next weeks of one woman, to read, for programs, or for her calendar."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carrywell.cli.engine import cannot_write, case_or_refuse, engine_or_refuse, read_or_refuse
from carrywell.cli.output import language, refuse
from carrywell.cli.spoken import argument, command, lang_option, option, unanswered_option
from carrywell.model.told import told

if TYPE_CHECKING:
    from carrywell.app.engine import Engine
    from carrywell.app.plan_weeks import PlannedWeeks
    from carrywell.model.wishes import Wishes

_MOST_WEEKS = 12


@command("help_plan.about")
@argument("case", type=click.Path(path_type=Path))
@option("--weeks", type=click.IntRange(1, _MOST_WEEKS), default=1, show_default=True, help="help_plan.weeks")
@option("--wishes", type=click.Path(path_type=Path), default=None, help="help_plan.wishes")
@unanswered_option
@option("--start", type=click.DateTime(["%Y-%m-%d"]), default=None, help="help_plan.start")
@option("--ics", type=click.Path(path_type=Path, dir_okay=False), default=None, help="help_plan.ics")
@option("--json", "as_json", is_flag=True, help="help_plan.json")
@lang_option
def plan(
    case: Path,
    weeks: int,
    wishes: Path | None,
    unanswered: str | None,
    start: date | None,
    ics: Path | None,
    as_json: bool,
) -> None:
    """To read, for programs, or for her calendar."""
    engine = engine_or_refuse()
    read = case_or_refuse(case, engine)
    wanted = _read_wishes(wishes, engine)
    first = date(start.year, start.month, start.day) if start else read.asked_on
    if ics is not None and first is None:
        refuse(told("command_needs.ics_day"))
    from carrywell.app.plan_weeks import plan_weeks

    planned = plan_weeks(engine, read, wanted, weeks, "no" if unanswered else "cautious")
    voice = engine.voice(language())
    if ics is not None and first is not None:
        _write_calendar(engine, planned, first, ics)
    if as_json:
        from carrywell.app.plan_weeks import weeks_as_json

        shown = weeks_as_json(engine, voice, planned, wanted, first)
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
        return
    from carrywell.cli.plan_text import print_weeks

    print_weeks(engine.knowledge, voice, planned, first, open_questions=unanswered is None)


def _read_wishes(path: Path | None, engine: Engine) -> Wishes:
    from carrywell.knowledge.wishes_file import read_wishes_file
    from carrywell.model.wishes import Wishes

    if path is None:
        return Wishes()
    return read_or_refuse(lambda: read_wishes_file(path, engine.knowledge), path, told("wanted.wishes"))


def _write_calendar(engine: Engine, planned: PlannedWeeks, first: date, path: Path) -> None:
    from carrywell.app.plan_weeks import weeks_as_calendar

    try:
        text = weeks_as_calendar(engine, engine.voice(language()), planned, first)
    except ModuleNotFoundError as error:
        refuse(told("command_needs.calendar", missing=error.name))
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        cannot_write(path, error)
    written = engine.voice(language()).phrase("week.calendar.written", count=text.count("BEGIN:VEVENT"), path=path)
    click.echo(written, err=True)
