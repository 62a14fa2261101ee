"""`carrywell day`: which tasks of her day load the back most, and the best use of limited help."""

from __future__ import annotations

import json
from pathlib import Path

import click

from carrywell.cli.engine import case_or_refuse, engine_or_refuse
from carrywell.cli.output import lang_option, refuse, terminal_language


@click.command()
@click.argument("case", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--help-minutes", type=float, default=0.0, metavar="N", help="Minutes a day that somebody helps.")
@click.option("--rest-minutes", type=float, default=0.0, metavar="N", help="Minutes for breaks of five minutes.")
@click.option("--changes", type=int, default=3, metavar="N", help="How many tasks may be done another way (3).")
@click.option("--not", "without", multiple=True, metavar="WAY", help="A way that is not to be proposed.")
@click.option("--json", "as_json", is_flag=True, help="The result for programs.")
@lang_option
def day(
    case: Path,
    help_minutes: float,
    rest_minutes: float,
    changes: int,
    without: tuple[str, ...],
    as_json: bool,
    lang: str | None,
) -> None:
    """What the day of CASE asks of the back, and which tasks to hand over, do another way or break up."""
    engine = engine_or_refuse()
    voice = engine.voice(lang or terminal_language())
    hers = case_or_refuse(case, engine)
    try:
        from carrywell.app import day_words
        from carrywell.app.day import UnknownWay, weigh_day
        from carrywell.body.day import Help, ImpossibleDay
        from carrywell.body.person import ImpossibleBody
    except ModuleNotFoundError as error:
        refuse(f"the load of a day needs the extras body and day: carrywell[body,day] ({error.name} is missing)")
    try:
        found = weigh_day(engine, hers, Help(help_minutes, rest_minutes, changes), without)
    except ImpossibleDay as error:
        refuse(f"{case}: {_named(str(error))}")
    except UnknownWay as error:
        refuse(f"--not: {error}")
    except ImpossibleBody as error:
        refuse(f"{case}: about: {error}")
    if as_json:
        click.echo(json.dumps(day_words.as_json(engine, found, voice), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(day_words.as_text(engine, found, voice)))


def _named(says: str) -> str:
    """The option, where the limit of one is overstepped."""
    options = {"minutes": "--help-minutes", "rest_minutes": "--rest-minutes", "changes": "--changes"}
    name, _, rest = says.partition(":")
    return f"{options.get(name, name)}:{rest}"
