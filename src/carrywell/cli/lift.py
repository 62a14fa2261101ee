"""`carrywell lift`: the NIOSH lifting equation from its own variables, and the provisional limit in pregnancy."""

from __future__ import annotations

import json
from typing import get_args

import click

from carrywell.body.lifting import OUTSIDE, ImpossibleLift, Lift
from carrywell.body.lifting_tables import Coupling, Duration
from carrywell.cli.engine import engine_or_refuse
from carrywell.cli.output import lang_option, refuse, terminal_language
from carrywell.model.stage import LONGEST_PREGNANCY_WEEKS

_HEAVIEST_KG = 500


@click.command()
@click.option("--H", "reach", type=float, required=True, metavar="CM", help="From the ankles to the hands, forward.")
@click.option("--V", "height", type=float, required=True, metavar="CM", help="Of the hands above the floor.")
@click.option("--D", "distance", type=float, required=True, metavar="CM", help="That the hands travel up or down.")
@click.option("--A", "asymmetry", type=float, required=True, metavar="DEG", help="How far the trunk is turned.")
@click.option("--F", "per_minute", type=float, required=True, metavar="PER_MIN", help="Lifts a minute.")
@click.option("--duration", type=click.Choice(get_args(Duration)), required=True, help="To 1, 2 or 8 hours a day.")
@click.option("--coupling", type=click.Choice(get_args(Coupling)), required=True, help="How well the hands hold it.")
@click.option("--load", type=float, default=None, metavar="KG", help="What is lifted; gives the lifting index.")
@click.option("--V-origin", "origin", type=float, default=None, metavar="CM", help="Where judged at the destination.")
@click.option("--weeks-pregnant", "weeks", type=float, default=None, metavar="N", help="Gives the limit in pregnancy.")
@click.option("--outside", type=click.Choice(OUTSIDE), multiple=True, help="What the equation does not cover: refused.")
@click.option("--json", "as_json", is_flag=True, help="The result for programs.")
@lang_option
def lift(
    reach: float,
    height: float,
    distance: float,
    asymmetry: float,
    per_minute: float,
    duration: Duration,
    coupling: Coupling,
    load: float | None,
    origin: float | None,
    weeks: float | None,
    outside: tuple[str, ...],
    as_json: bool,
    lang: str | None,
) -> None:
    """How much may be lifted at work: the revised NIOSH lifting equation, one lift with both hands, standing."""
    from carrywell.app import lift as use_case

    voice = engine_or_refuse().voice(lang or terminal_language())
    if outside:
        what = voice.listed(voice.phrase(f"lift.outside.{name}") for name in outside)
        refuse(voice.phrase("lift.outside.says", what=what))
    _within("--load", load, _HEAVIEST_KG)
    _within("--weeks-pregnant", weeks, LONGEST_PREGNANCY_WEEKS)
    try:
        wanted = Lift(reach, height, distance, asymmetry, per_minute, duration, coupling, origin)
    except ImpossibleLift as error:
        refuse(f"--{str(error).replace('V_origin', 'V-origin')}")
    found = use_case.judge_lift(wanted, load, weeks)
    if as_json:
        click.echo(json.dumps(use_case.as_json(found, voice), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(use_case.as_text(found, voice)))


def _within(name: str, value: float | None, most: float) -> None:
    if value is not None and not 0 <= value <= most:
        refuse(f"{name}: found {value:g}; allowed: a number from 0 to {most:g}")
