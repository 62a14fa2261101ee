"""`carrywell`: the command group, and what every command shares: exit codes and the language."""

from __future__ import annotations

import click

from carrywell import __version__
from carrywell.cli.check import check
from carrywell.cli.day import day
from carrywell.cli.fhir import fhir
from carrywell.cli.knowledge import knowledge
from carrywell.cli.lift import lift
from carrywell.cli.load import load
from carrywell.cli.plan import plan
from carrywell.cli.replay import replay
from carrywell.cli.report import report
from carrywell.cli.screen import screen


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="carrywell")
def main() -> None:
    """Help with back pain in pregnancy and after birth: is care needed now, why it hurts, what to do today."""


main.add_command(check)
main.add_command(fhir)
main.add_command(day)
main.add_command(knowledge)
main.add_command(lift)
main.add_command(load)
main.add_command(plan)
main.add_command(replay)
main.add_command(report)
main.add_command(screen)
