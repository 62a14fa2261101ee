"""`carrywell fhir`: a result as a FHIR R4 Bundle, for the record system of her midwife or doctor."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from carrywell.cli.engine import answers_or_refuse, engine_or_refuse, one_patient_or_refuse
from carrywell.cli.output import lang_option, refuse, terminal_language

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")


@click.command()
@click.argument("cases", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A file to write it to.")
@click.option("--patient", default=None, help="Whom it is about in the receiving system, such as Patient/17.")
@click.option("--recorded", default=None, help="When it was decided, such as 2026-11-22T10:00:00Z.")
@click.option(
    "--unanswered", type=click.Choice(["no"]), default=None, help="What the file does not answer counts as no."
)
@lang_option
def fhir(
    cases: tuple[Path, ...],
    out: Path | None,
    patient: str | None,
    recorded: str | None,
    unanswered: str | None,
    lang: str | None,
) -> None:
    """Decide on CASE, and write the result as a FHIR R4 Bundle.

    CASE is a case file or a QuestionnaireResponse; several are one woman over time. The private questions are in none.
    """
    from carrywell.app.fhir import check_as_fhir, check_of
    from carrywell.knowledge.response_file import PATIENT

    engine = engine_or_refuse()
    read = [answers_or_refuse(path, engine) for path in cases]
    named = one_patient_or_refuse(read)
    if patient is not None and not PATIENT.fullmatch(patient):
        refuse(f"--patient: found {patient!r}; allowed: a reference such as Patient/17")
    if recorded is not None and not _INSTANT.fullmatch(recorded):
        refuse(f"--recorded: found {recorded!r}; allowed: an instant such as 2026-11-22T10:00:00Z")
    check = check_of(read, "no" if unanswered else None)
    try:
        made = check_as_fhir(engine, lang or terminal_language(), check, patient or named, recorded)
    except ValueError as error:
        refuse(str(error))
    text = json.dumps(made, ensure_ascii=False, indent=1)
    if out is None:
        click.echo(text)
        return
    try:
        out.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        refuse(f"{out}: cannot be written: {error.strerror}")
