"""`carrywell knowledge`: is the knowledge base whole, is it safe, and what do its rules say to other programs?

For those who make the knowledge base, who read its English: help and lists are English (docs/explanation/words.md).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from carrywell.cli.engine import cannot_write, engine_or_refuse
from carrywell.cli.output import WRONG_INPUT, language, refuse
from carrywell.cli.translate import translate
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import KB
from carrywell.model.text import LANGUAGES
from carrywell.model.translation import Coverage

_lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=None, help="Language (default: the terminal's, else en)."
)


@click.group()
def knowledge() -> None:
    """The knowledge base: check it, prove it, translate it, export its rules."""


knowledge.add_command(translate)


@knowledge.command()
@click.option(
    "--kb", type=click.Path(path_type=Path), default=KB, show_default="the one shipped", help="Another folder."
)
@_lang_option
def check(kb: Path, lang: str | None) -> None:
    """Read everything strictly; a line for each fault, or the counts. With --lang, what is open in that language.

    Exit code 2 as well where a danger sign, a level or a door is not translated.
    """
    from carrywell.app.check_knowledge import check_knowledge

    try:
        counts = check_knowledge(kb)
    except Faulty as faulty:
        _refuse_faults(faulty)
    except FileNotFoundError as error:
        refuse(str(error))
    click.echo(f"knowledge {counts.version}")
    for folder, number in counts.items.items():
        click.echo(f"  {number:5} {folder.replace('_', ' ')}")
    for spoken, coverage in counts.coverage.items():
        click.echo(
            f"  {spoken}: {coverage.translated} of {counts.sentences} sentences translated, "
            f"{len(coverage.missing)} missing, {len(coverage.stale)} stale"
        )
    click.echo("  basis: " + ", ".join(f"{number} {basis}" for basis, number in counts.by_basis.items()))
    click.echo(f"  reviewed by a clinician: {counts.reviewed}; none yet: {counts.not_reviewed}")
    if lang is not None and lang in counts.coverage:
        _list_open(counts.coverage[lang])


def _list_open(coverage: Coverage) -> None:
    for key in coverage.missing:
        click.echo(f"missing {key}")
    for key in coverage.stale:
        click.echo(f"stale {key}")
    if coverage.untranslated_safety:
        refuse(f"{len(coverage.untranslated_safety)} of them carry a danger sign, a level or a door; allowed: none")


@knowledge.command()
@click.option(
    "--kb", type=click.Path(path_type=Path), default=KB, show_default="the one shipped", help="Another folder."
)
@click.option("--json", "as_json", is_flag=True, help="The result for programs.")
@click.option(
    "--write",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default="the present one",
    help="The folder for counterexamples as case files, if there are any.",
)
def prove(kb: Path, as_json: bool, write: Path) -> None:
    """Prove the safety properties over all possible answers; a line each, or the smallest counterexample."""
    from carrywell.app.prove_knowledge import CannotProve, proofs_as_json, prove_knowledge, write_cases
    from carrywell.cli.proof_text import ShownProgress, property_line, what_breaks_it

    found = []
    try:
        with ShownProgress() as progress:
            for proved in prove_knowledge(kb, done=progress.proved):
                found.append(proved)
                written = write_cases(proved, write)
                if not as_json:
                    progress.above("\n".join([property_line(proved), *what_breaks_it(proved, written)]))
    except Faulty as faulty:
        _refuse_faults(faulty)
    except (FileNotFoundError, CannotProve) as error:
        refuse(str(error))
    if as_json:
        click.echo(json.dumps(proofs_as_json(found), ensure_ascii=False, indent=1))
    if not all(proved.holds for proved in found):
        sys.exit(WRONG_INPUT)


@knowledge.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "fhir"]),
    required=True,
    help="json: all rules and questions. fhir: the questions as a FHIR R4 Questionnaire.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A file to write it to.")
@click.option(
    "--kb", type=click.Path(path_type=Path), default=KB, show_default="the one shipped", help="Another folder."
)
@_lang_option
def export(format_: str, out: Path | None, kb: Path, lang: str | None) -> None:
    """Describe the rules for other programs. The private questions are left out."""
    from carrywell.app.export_rules import questions_as_fhir, rules_as_json

    engine = engine_or_refuse(kb)
    exported = (questions_as_fhir if format_ == "fhir" else rules_as_json)(engine, lang or language())
    text = json.dumps(exported, ensure_ascii=False, indent=1)
    if out is None:
        click.echo(text)
        return
    try:
        out.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        cannot_write(out, error)


def _refuse_faults(faulty: Faulty) -> NoReturn:
    for fault in faulty.faults:
        click.echo(str(fault), err=True)
    click.echo(f"{len(faulty.faults)} faults", err=True)
    sys.exit(WRONG_INPUT)
