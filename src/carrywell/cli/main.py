"""`carrywell`: the command group. A command's module is read when it is called, so that help comes at once."""

from __future__ import annotations

import click

from carrywell.cli.spoken import SpokenGroup, lang_option, version_option

_MODULES = ("check", "day", "fhir", "knowledge", "lift", "load", "plan", "replay", "report", "screen")


@click.group(
    cls=SpokenGroup,
    modules=_MODULES,
    about=("help.carrywell",),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@version_option
@lang_option
def main() -> None:
    """Said to the one who calls it: `help.carrywell`."""
