"""`carrywell screen`: a file with a case in each row in, a file with a decision in each row out."""

from __future__ import annotations

from pathlib import Path

import click

from carrywell.cli.engine import engine_or_refuse, reason_of
from carrywell.cli.output import refuse, speech
from carrywell.cli.spoken import argument, command, lang_option, option
from carrywell.model.told import told


@command("help_screen.about", "help_screen.more")
@argument("source", metavar="IN", type=click.Path(path_type=Path, dir_okay=False))
@argument("target", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@option("--unanswered", type=click.Choice(["no"]), default=None, help="help_screen.unanswered")
@lang_option
def screen(source: Path, target: Path, unanswered: str | None) -> None:
    """The rows of the one file decided into the rows of the other."""
    try:
        from carrywell.app.screen_cases import UnreadableCases, screen_cases
    except ModuleNotFoundError as error:
        refuse(told("command_needs.batch", missing=error.name))
    try:
        done = screen_cases(engine_or_refuse(), source, target, "no" if unanswered else "cautious", speech())
    except UnreadableCases as error:
        refuse(error.spoken(speech()))
    except OSError as error:
        path = str(target if source.is_file() else source)
        refuse(told("command_needs.cannot_read_or_write", path=path, reason=reason_of(error)))
    click.echo(speech().phrase("command_needs.screened", cases=done.cases, wrong=done.wrong))
