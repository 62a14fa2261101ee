"""`carrywell fhir`: a result as a FHIR R4 Bundle, for the record system of her midwife or doctor."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from carrywell.cli.engine import answers_or_refuse, cannot_write, engine_or_refuse, one_patient_or_refuse
from carrywell.cli.output import language, refuse
from carrywell.cli.spoken import argument, command, lang_option, option, unanswered_option
from carrywell.model.told import Told, said_by, told

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")


@command("help_fhir.about", "help_fhir.more")
@argument("cases", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="help.out")
@option("--patient", default=None, help="help_fhir.patient")
@option("--recorded", default=None, help="help_fhir.recorded")
@unanswered_option
@lang_option
def fhir(
    cases: tuple[Path, ...],
    out: Path | None,
    patient: str | None,
    recorded: str | None,
    unanswered: str | None,
) -> None:
    """Several cases are one woman over time. The private questions are in none."""
    from carrywell.app.fhir import check_as_fhir, check_of
    from carrywell.knowledge.response_file import PATIENT

    engine = engine_or_refuse()
    read = [answers_or_refuse(path, engine) for path in cases]
    named = one_patient_or_refuse(read)
    if patient is not None and not PATIENT.fullmatch(patient):
        refuse(_wrong("--patient", patient, told("response.reference")))
    if recorded is not None and not _INSTANT.fullmatch(recorded):
        refuse(_wrong("--recorded", recorded, told("command.an_instant")))
    check = check_of(read, "no" if unanswered else None)
    try:
        made = check_as_fhir(engine, language(), check, patient or named, recorded)
    except ValueError as error:
        refuse(said_by(error))
    text = json.dumps(made, ensure_ascii=False, indent=1)
    if out is None:
        click.echo(text)
        return
    try:
        out.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        cannot_write(out, error)


def _wrong(name: str, found: str, allowed: Told) -> Told:
    return told("fault.of", name=name, says=told("fault.found", found=repr(found), allowed=allowed))
