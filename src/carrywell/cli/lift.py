"""`carrywell lift`: the NIOSH lifting equation from its own variables, and the provisional limit in pregnancy."""

from __future__ import annotations

import json
from typing import get_args

import click

from carrywell.body.lifting import OUTSIDE, ImpossibleLift, Lift
from carrywell.body.lifting_tables import Coupling, Duration
from carrywell.cli.cells import say
from carrywell.cli.engine import engine_or_refuse
from carrywell.cli.output import language, refuse
from carrywell.cli.spoken import command, json_option, lang_option, option
from carrywell.model.stage import LONGEST_PREGNANCY_WEEKS
from carrywell.model.told import Told, told

_HEAVIEST_KG = 500


@command("help_lift.about")
@option("--H", "reach", type=float, required=True, metavar="CM", help="help_lift.reach")
@option("--V", "height", type=float, required=True, metavar="CM", help="help_lift.height")
@option("--D", "distance", type=float, required=True, metavar="CM", help="help_lift.distance")
@option("--A", "asymmetry", type=float, required=True, metavar="DEG", help="help_lift.asymmetry")
@option("--F", "per_minute", type=float, required=True, metavar="PER_MIN", help="help_lift.per_minute")
@option("--duration", type=click.Choice(get_args(Duration)), required=True, help="help_lift.duration")
@option("--coupling", type=click.Choice(get_args(Coupling)), required=True, help="help_lift.coupling")
@option("--load", type=float, default=None, metavar="KG", help="help_lift.load")
@option("--V-origin", "origin", type=float, default=None, metavar="CM", help="help_lift.origin")
@option("--weeks-pregnant", "weeks", type=float, default=None, metavar="N", help="help_lift.weeks")
@option("--outside", type=click.Choice(OUTSIDE), multiple=True, help="help_lift.outside")
@json_option
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
) -> None:
    """One lift with both hands, standing, as a number or as sentences."""
    from carrywell.app import lift as use_case

    voice = engine_or_refuse().voice(language())
    if outside:
        what = voice.listed(voice.phrase(f"lift.outside.{name}") for name in outside)
        refuse(voice.phrase("lift.outside.says", what=what))
    _within("--load", load, _HEAVIEST_KG)
    _within("--weeks-pregnant", weeks, LONGEST_PREGNANCY_WEEKS)
    try:
        wanted = Lift(reach, height, distance, asymmetry, per_minute, duration, coupling, origin)
    except ImpossibleLift as error:
        refuse(_option_of(error))
    found = use_case.judge_lift(wanted, load, weeks)
    if as_json:
        click.echo(json.dumps(use_case.as_json(found, voice), ensure_ascii=False, indent=1))
    else:
        say(use_case.as_text(found, voice))


def _within(name: str, value: float | None, most: float) -> None:
    if value is not None and not 0 <= value <= most:
        refuse(told("wrong.number_between", name=name, found=f"{value:g}", low=0, high=f"{most:g}"))


def _option_of(error: ImpossibleLift) -> Told:
    """What was said of a variable, said of its option: `V_origin` is `--V-origin`."""
    values = dict(error.told.values)
    return told(error.told.key, **{**values, "name": f"--{values['name']}".replace("_", "-")})
