"""Commands whose help and errors are sentences of `kb/words`, in every language: click reads the arguments, and these
classes speak. A command names the ids of its sentences; none of them is read before it is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any, TypeVar

import click

from carrywell.cli.cells import CellFormatter
from carrywell.cli.output import speak, speech, terminal_language
from carrywell.cli.usage_error import SpokenError, show, wrong_value
from carrywell.knowledge.few_words import few_words
from carrywell.model.text import LANGUAGES
from carrywell.model.told import told

Function = TypeVar("Function", bound=Callable[..., Any])


class SpokenOption(click.Option):
    """`help`: the id of the sentence."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        voice = speech(ctx)
        extra = self.get_help_extra(ctx)
        said = [voice.phrase("command.default", value=extra["default"])] if "default" in extra else []
        said += [extra["range"]] if "range" in extra else []
        said += [voice.phrase("command.required")] if "required" in extra else []
        says = voice.phrase(self.help or "")
        return self.get_help_spec(ctx), f"{says}  [{'; '.join(said)}]" if said else says

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as error:
            raise wrong_value(self, value, ctx) from error


class SpokenArgument(click.Argument):
    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as error:
            raise wrong_value(self, value, ctx) from error


class SpokenCommand(click.Command):
    """`about`: the ids of what it says of itself, a paragraph each."""

    allow_extra_args = True  # refused below, in our own words

    def __init__(self, *args: Any, about: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.about = about

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """As click's, but its errors are spoken by us."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        voice = few_words(_named(sys.argv[1:] if args is None else args) or terminal_language())
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.Abort:
            click.echo(voice.phrase("command.stopped"), err=True)
            sys.exit(1)
        except click.ClickException as error:
            show(error, voice)
            sys.exit(error.exit_code)
        sys.exit(code if isinstance(code, int) else 0)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The language first: help and errors are spoken in it, wherever --lang stands."""
        speak(ctx, _named(args))
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click leaves it out where an option lacks its value
            raise
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise SpokenError(told("command.too_many", found=tuple(map(repr, rest))), ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        formatter = CellFormatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        voice = speech(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, voice.labelled(voice.phrase("command.usage"), ""))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for key in self.about:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(speech(ctx).phrase(key))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._section("command.options", [self._record(one, ctx) for one in self._options(ctx)], ctx, formatter)

    def _options(self, ctx: click.Context) -> list[click.Option]:
        return [one for one in self.get_params(ctx) if isinstance(one, click.Option)]

    def _record(self, option: click.Option, ctx: click.Context) -> tuple[str, str]:
        if isinstance(option, SpokenOption):
            return option.get_help_record(ctx) or ("", "")
        return option.get_help_spec(ctx), speech(ctx).phrase("command.show_help")  # the one that click adds

    def _section(
        self, key: str, rows: list[tuple[str, str]], ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section(speech(ctx).label(speech(ctx).phrase(key))):
            formatter.write_dl(rows)


class SpokenGroup(SpokenCommand, click.Group):
    """`modules`: the module of each command, which is read when the command is called; `help_NAME.about` is its line in
    the list.
    """

    def __init__(self, *args: Any, modules: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        found: click.Command = getattr(import_module(f"carrywell.cli.{cmd_name}"), cmd_name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=self.modules, ctx=ctx) from error

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, speech(ctx).phrase(f"help_{name}.about")) for name in self.list_commands(ctx)]
        self._section("command.commands", rows, ctx, formatter)


def _named(args: Sequence[str]) -> str | None:
    """The last language that is named after --lang; what else stands there is refused when it is read."""
    found = None
    for at, arg in enumerate(args):
        name, _, value = arg.partition("=")
        if name == "--lang":
            value = value or (args[at + 1] if at + 1 < len(args) else "")
            found = value if value in LANGUAGES else found
    return found


def command(*about: str) -> Callable[[Callable[..., Any]], SpokenCommand]:
    """`about`: the ids of what the command says of itself."""
    return click.command(cls=SpokenCommand, about=about)


option = partial(click.option, cls=SpokenOption)
argument = partial(click.argument, cls=SpokenArgument)


def _set_language(ctx: click.Context, _option: click.Parameter, value: str | None) -> None:
    speak(ctx, value)


lang_option = option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=None,
    expose_value=False,
    callback=_set_language,
    is_eager=True,
    help="help.lang",
)
json_option = option("--json", "as_json", is_flag=True, help="help.json")
unanswered_option = option("--unanswered", type=click.Choice(["no"]), default=None, help="help.unanswered")


def _say_version(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from carrywell import __version__

        click.echo(speech(ctx).phrase("command.version", version=__version__))
        ctx.exit()


version_option = option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_say_version, help="command.show_version"
)
