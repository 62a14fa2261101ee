"""`carrywell day`: which tasks of her day load the back most, and the best use of limited help."""

from __future__ import annotations

import json
from pathlib import Path

import click

from carrywell.cli.cells import say
from carrywell.cli.engine import case_or_refuse, engine_or_refuse
from carrywell.cli.output import language, refuse
from carrywell.cli.spoken import argument, command, json_option, lang_option, option
from carrywell.model.told import Told, told


@command("help_day.about")
@argument("case", type=click.Path(path_type=Path, dir_okay=False))
@option("--help-minutes", type=float, default=0.0, metavar="N", help="help_day.help_minutes")
@option("--rest-minutes", type=float, default=0.0, metavar="N", help="help_day.rest_minutes")
@option("--changes", type=int, default=3, metavar="N", help="help_day.changes")
@option("--not", "without", multiple=True, metavar="WAY", help="help_day.without")
@json_option
@lang_option
def day(
    case: Path,
    help_minutes: float,
    rest_minutes: float,
    changes: int,
    without: tuple[str, ...],
    as_json: bool,
) -> None:
    """What her day asks of the back, and what would help most."""
    engine = engine_or_refuse()
    voice = engine.voice(language())
    hers = case_or_refuse(case, engine)
    try:
        from carrywell.app import day_words
        from carrywell.app.day import UnknownWay, weigh_day
        from carrywell.body.day import Help, ImpossibleDay
        from carrywell.body.person import ImpossibleBody
    except ModuleNotFoundError as error:
        refuse(told("command_needs.day", missing=error.name))
    try:
        found = weigh_day(engine, hers, Help(help_minutes, rest_minutes, changes), without)
    except ImpossibleDay as error:
        refuse(told("command.in_file", path=str(case), says=_named(error.told)))
    except UnknownWay as error:
        refuse(told("fault.of", name="--not", says=error.told))
    except ImpossibleBody as error:
        refuse(told("command.in_about", path=str(case), says=error.told))
    if as_json:
        click.echo(json.dumps(day_words.as_json(engine, found, voice), ensure_ascii=False, indent=1))
    else:
        say(day_words.as_text(engine, found, voice))


def _named(says: Told) -> Told:
    """The option, where the limit of one is overstepped."""
    options = {"minutes": "--help-minutes", "rest_minutes": "--rest-minutes", "changes": "--changes"}
    values = dict(says.values)
    return told(says.key, **{**values, "name": options.get(str(values.get("name")), values.get("name"))})
