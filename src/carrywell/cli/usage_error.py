"""What is wrong with how a command was called, as a sentence of `kb/words`: what was found and what is allowed."""

from __future__ import annotations

from typing import Any

import click

from carrywell.cli.output import speech
from carrywell.model.text import Voice
from carrywell.model.told import Told, told


class SpokenError(click.UsageError):
    """Said in our own words already."""

    def __init__(self, says: Told, context: click.Context) -> None:
        super().__init__(str(says), context)
        self.told = says


def wrong_value(parameter: click.Parameter, found: object, context: click.Context) -> SpokenError:
    name = _name(parameter, context)
    says = told("command.wrong_value", name=name, found=repr(found), allowed=_allowed(parameter.type))
    return SpokenError(says, context)


def _allowed(kind: click.ParamType[Any]) -> Told | tuple[str, ...]:
    if isinstance(kind, click.Choice):
        return tuple(map(str, kind.choices))
    if isinstance(kind, click.IntRange):
        return told("fault.whole_between", low=kind.min, high=kind.max)
    if isinstance(kind, click.DateTime):
        return told("command.a_day")
    return told("command.a_file") if isinstance(kind, click.Path) else told("fault.number")


def show(error: click.ClickException, otherwise: Voice) -> None:
    """Usage, where help is, and what is wrong; on standard error. `otherwise`: where no command was reached yet."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None or isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    voice = speech(context) if context else otherwise
    usage = context.command.get_usage(context)
    hint = voice.phrase("command.try_help", command=context.command_path)
    says = voice.labelled(voice.phrase("command.error"), voice.told(_says(error, context)))
    click.echo(f"{usage}\n{hint}\n\n{says}", err=True)


def _says(error: click.ClickException, context: click.Context) -> Told | str:
    match error:
        case SpokenError():
            return error.told
        case click.NoSuchOption(option_name=name, possibilities=near):
            return _unknown("option", name, near)
        case click.exceptions.NoSuchCommand(command_name=name, possibilities=near):
            return _unknown("command", name, near)
        case click.MissingParameter(param=parameter) if parameter is not None:
            return told(f"command.missing_{parameter.param_type_name}", name=_name(parameter, context))
        case click.BadOptionUsage(option_name=name):
            return told("command.takes_none" if _is_flag(name, context) else "command.needs_value", name=name)
    return error.format_message()


def _unknown(what: str, name: str, near: list[str] | None) -> Told:
    if not near:
        return told(f"command.no_{what}", name=repr(name))
    return told(f"command.no_{what}_near", name=repr(name), near=tuple(sorted(near)))


def _name(parameter: click.Parameter, context: click.Context) -> str:
    return parameter.make_metavar(context) if isinstance(parameter, click.Argument) else parameter.opts[0]


def _is_flag(name: str, context: click.Context) -> bool:
    known = (one for one in context.command.params if isinstance(one, click.Option) and name in one.opts)
    return any(option.is_flag for option in known)
