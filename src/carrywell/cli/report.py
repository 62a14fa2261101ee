"""`carrywell report`: the page for her midwife or doctor, as PDF or as text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carrywell.cli.engine import cannot_write, case_or_refuse, engine_or_refuse, say_if_partly_english
from carrywell.cli.output import language, refuse
from carrywell.cli.spoken import argument, command, lang_option, option, unanswered_option
from carrywell.model.told import said_by, told

if TYPE_CHECKING:
    from carrywell.model.paper import Paper


@command("help_report.about", "help_report.more")
@argument("cases", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--pdf", type=click.Path(path_type=Path, dir_okay=False), default=None, help="help_report.pdf")
@unanswered_option
@option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="help_report.on")
@lang_option
def report(cases: tuple[Path, ...], pdf: Path | None, unanswered: str | None, on: datetime | None) -> None:
    """As text, or with --pdf as a file. Answers on violence and self-harm are never part of it."""
    from carrywell.app.midwife_report import midwife_report
    from carrywell.report.midwife import as_text

    engine = engine_or_refuse()
    say_if_partly_english(engine, language())
    read = [case_or_refuse(path, engine) for path in cases]
    days = [case.asked_on for case in read if case.asked_on]
    day = on.date() if on else max(days, default=None)
    if day is None:
        refuse(told("command_needs.date", path=str(cases[-1])))
    try:
        paper = midwife_report(engine, engine.voice(language()), read, day, "no" if unanswered else "cautious")
    except ValueError as error:
        refuse(said_by(error))
    if pdf is None:
        click.echo(as_text(paper, engine.voice(language())), nl=False)
        return
    _write(pdf, paper)


def _write(path: Path, paper: Paper) -> None:
    from carrywell.report.pdf import as_pdf

    try:
        path.write_bytes(as_pdf(paper))
    except OSError as error:
        cannot_write(path, error)
    click.echo(str(path))
