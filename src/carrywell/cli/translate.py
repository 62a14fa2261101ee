"""`carrywell knowledge translate`: the list for a translator, and the list taken back."""

from __future__ import annotations

from pathlib import Path

import click

from carrywell.cli.engine import engine_or_refuse, read_or_refuse
from carrywell.cli.output import refuse
from carrywell.knowledge.reader import KB
from carrywell.model.text import LANGUAGES

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--lang", type=click.Choice(LANGUAGES[1:]), required=True, help="The language.")
@click.option("--all", "every", is_flag=True, help="Every sentence, not only what is missing or stale.")
@click.option("--take", type=_FILE, default=None, help="A list to write into the knowledge base.")
@click.option(
    "--back", type=_FILE, default=None, help="A list of translations put into English again, to stand beside."
)
@click.option(
    "--kb", type=click.Path(path_type=Path), default=KB, show_default="the one shipped", help="Another folder."
)
def translate(lang: str, every: bool, take: Path | None, back: Path | None, kb: Path) -> None:
    """Print what is to be translated (id, tab, English, tab, translation as it stands), or take such a list back.

    What is taken is the id and what stands after the last tab of each line.
    """
    from carrywell.app.translate import take_translations, to_translate

    engine = engine_or_refuse(kb)
    if take and back:
        refuse("--take and --back are two lists; allowed is one at a time")
    chosen = take or back
    if chosen is None:
        click.echo("\n".join(to_translate(engine, lang, every)))
        return
    lines = read_or_refuse(lambda: chosen.read_text(encoding="utf-8").splitlines(), chosen, "a list of sentences")
    taken = read_or_refuse(
        lambda: take_translations(engine, lang, str(chosen), lines, back is not None), chosen, "a list of sentences"
    )
    click.echo(f"{taken} sentences written to {kb / 'i18n' / lang}")
