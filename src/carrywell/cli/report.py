"""`carrywell report`: the page for her midwife or doctor, as PDF or as text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carrywell.cli.engine import case_or_refuse, engine_or_refuse, say_if_partly_english
from carrywell.cli.output import lang_option, refuse, terminal_language

if TYPE_CHECKING:
    from carrywell.model.paper import Paper


@click.command()
@click.argument("cases", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A PDF to write it to.")
@click.option(
    "--unanswered", type=click.Choice(["no"]), default=None, help="What the file does not answer counts as no."
)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The date on the page (default: of the last case)."
)
@lang_option
def report(
    cases: tuple[Path, ...], pdf: Path | None, unanswered: str | None, on: datetime | None, lang: str | None
) -> None:
    """What she answered and denied, the level and its reasons, over all CASES of one woman.

    As text, or with --pdf as a file. Answers on violence and self-harm are never part of it.
    """
    from carrywell.app.midwife_report import midwife_report
    from carrywell.report.midwife import as_text

    engine = engine_or_refuse()
    language = lang or terminal_language()
    say_if_partly_english(engine, language)
    read = [case_or_refuse(path, engine) for path in cases]
    told = [case.asked_on for case in read if case.asked_on]
    day = on.date() if on else max(told, default=None)
    if day is None:
        refuse(f"{cases[-1]}: the case has no asked_on; give the date of the page with --on YYYY-MM-DD")
    try:
        paper = midwife_report(engine, engine.voice(language), read, day, "no" if unanswered else "cautious")
    except ValueError as error:
        refuse(str(error))
    if pdf is None:
        click.echo(as_text(paper, engine.voice(language)), nl=False)
        return
    _write(pdf, paper)


def _write(path: Path, paper: Paper) -> None:
    from carrywell.report.pdf import as_pdf

    try:
        path.write_bytes(as_pdf(paper))
    except OSError as error:
        refuse(f"{path}: cannot be written: {error.strerror}")
    click.echo(str(path))
