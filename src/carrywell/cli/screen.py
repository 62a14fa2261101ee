"""`carrywell screen`: a file with a case in each row in, a file with a decision in each row out."""

from __future__ import annotations

from pathlib import Path

import click

from carrywell.cli.engine import engine_or_refuse
from carrywell.cli.output import refuse


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--unanswered", type=click.Choice(["no"]), default=None, help="What a row does not answer counts as no.")
def screen(source: Path, target: Path, unanswered: str | None) -> None:
    """Decide on many cases at once.

    IN is a parquet file with a case in each row and columns named like the keys of a case file, dotted; a column id is
    carried over. OUT gets a row for each, in the same order: the care level, the doors, the findings that decided, the
    likely pain class; or the error, where a row is wrong.
    """
    try:
        from carrywell.app.screen_cases import UnreadableCases, screen_cases
    except ModuleNotFoundError as error:
        refuse(f"many cases at once need the extra batch: install carrywell[batch] ({error.name} is missing)")
    try:
        done = screen_cases(engine_or_refuse(), source, target, "no" if unanswered else "cautious")
    except UnreadableCases as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"cannot be read or written: {error}")
    click.echo(f"{done.cases} cases, {done.wrong} of them wrong (column error)")
