"""docs/reference/: the commands with their help, and the values that a case file may hold."""

from __future__ import annotations

from collections.abc import Iterator

import click

from carrywell.cli.main import main as carrywell
from carrywell.cli.output import speak
from carrywell.model.case import BETTER_WITH, COURSES, HISTORY, ONSETS, SIDES, SITES, WORSE_WITH
from carrywell.model.knowledge import Knowledge
from tests.docs.pages.markdown import page, stages, table

_WIDTH = 88
_LISTS = {
    "pain.sites": ("site", SITES),
    "pain.side": ("pain.side", SIDES),
    "pain.onset": ("pain.onset", ONSETS),
    "pain.course": ("pain.course", COURSES),
    "pain.worse_with": ("worse_with", WORSE_WITH),
    "pain.better_with": ("better_with", BETTER_WITH),
    "history": ("history", HISTORY),
}


def written(knowledge: Knowledge) -> dict[str, str]:
    return {
        "docs/reference/commands.md": _commands(),
        "docs/reference/values.md": _values(knowledge),
    }


def _commands() -> str:
    helps = [f"## {name}\n\n```text\n{text}\n```" for name, text in _helps(carrywell, "carrywell", None)]
    codes = (
        "Exit codes, all commands: 0 done; 2 the input is wrong, with one clear message on standard error; 1 anything "
        "else."
    )
    return page("Commands", codes, *helps)


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    context = click.Context(command, info_name=name.split()[-1], parent=parent, **settings)
    speak(context, "en")
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for name_inside in command.list_commands(context):
            if (inside := command.get_command(context, name_inside)) is not None:
                yield from _helps(inside, f"{name} {name_inside}", context)


def _values(knowledge: Knowledge) -> str:
    parts = [
        f"## {key}\n\n"
        + table(["Value", "In words"], [[f"`{v}`", knowledge.phrases[f"{prefix}.{v}"].english] for v in values])
        for key, (prefix, values) in _LISTS.items()
    ]
    tasks = sorted(knowledge.tasks.values(), key=lambda task: task.order)
    rows = [[f"`{task.id}`", task.name.english, task.counted_in, stages(task.stages)] for task in tasks]
    intro = "The values that a [case file](case-file.md) may hold, with the words that the page uses for them."
    return page("Values", intro, *parts, f"## day\n\n{table(['Task', 'In words', 'Counted in', 'Stages'], rows)}")
