"""`carrywell knowledge`: is the knowledge base whole?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from carrywell.cli.output import WRONG_INPUT, lang_option, refuse
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import KB


@click.group()
def knowledge() -> None:
    """The knowledge base: check it."""


@knowledge.command()
@click.option(
    "--kb", type=click.Path(path_type=Path), default=KB, show_default="the one shipped", help="Another folder."
)
@lang_option
def check(kb: Path, lang: str | None) -> None:
    """Read everything strictly; a line for each fault, or the counts."""
    from carrywell.app.check_knowledge import check_knowledge

    try:
        counts = check_knowledge(kb)
    except Faulty as faulty:
        for fault in faulty.faults:
            click.echo(str(fault), err=True)
        click.echo(f"{len(faulty.faults)} faults", err=True)
        sys.exit(WRONG_INPUT)
    except FileNotFoundError as error:
        refuse(str(error))
    click.echo(f"knowledge {counts.version}")
    for folder, number in counts.items.items():
        click.echo(f"  {number:5} {folder.replace('_', ' ')}")
    if lang not in (None, "en"):
        click.echo(f"  {lang}: no translations yet; all {counts.sentences} sentences are spoken in English")
    click.echo("  basis: " + ", ".join(f"{number} {basis}" for basis, number in counts.by_basis.items()))
    click.echo(f"  reviewed by a clinician: {counts.reviewed}; none yet: {counts.not_reviewed}")
