"""`carrywell load`: how much a task or a posture loads the back, as a share of her own standing, with its range."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carrywell.cli.cells import say
from carrywell.cli.engine import cannot_write, case_or_refuse, engine_or_refuse, reason_of
from carrywell.cli.output import language, refuse, speech
from carrywell.cli.spoken import argument, command, json_option, lang_option, option
from carrywell.knowledge.faults import Faulty
from carrywell.model.told import Told, told

if TYPE_CHECKING:
    from carrywell.app.engine import Engine
    from carrywell.app.load import Loaded


@command("help_load.about", "help_load.more")
@argument("task", required=False)
@option("--list", "listed", is_flag=True, help="help_load.list")
@option("--posture", type=click.Path(path_type=Path, dir_okay=False), help="help_load.posture")
@option("--about", type=click.Path(path_type=Path, dir_okay=False), help="help_load.whose")
@option("--grid", type=click.Path(path_type=Path, dir_okay=False), help="help_load.grid")
@option("--weeks", type=float, metavar="N", help="help_load.weeks")
@option("--working-height", "working_height_cm", type=float, metavar="CM", help="help_load.working_height")
@option("--reach", "reach_cm", type=float, metavar="CM", help="help_load.reach")
@option("--load", "load_kg", type=float, metavar="KG", help="help_load.load")
@json_option
@lang_option
def load(
    task: str | None,
    listed: bool,
    posture: Path | None,
    about: Path | None,
    grid: Path | None,
    weeks: float | None,
    working_height_cm: float | None,
    reach_cm: float | None,
    load_kg: float | None,
    as_json: bool,
) -> None:
    """Of a task or a posture; the list of the tasks; or the grid of all of them."""
    if [task is not None, listed, posture is not None, grid is not None].count(True) != 1:
        refuse(told("command_needs.load_of_what"))
    if about is not None and (posture is not None or grid is not None):
        refuse(told("command_needs.about_with_task"))
    changed = _given(weeks=weeks, working_height_cm=working_height_cm, reach_cm=reach_cm, load_kg=load_kg)
    if changed and task is None:
        refuse(told("command_needs.with_task", options=tuple(_OPTION[name] for name in changed)))
    try:
        from carrywell.app import load as use_case
    except ModuleNotFoundError as error:
        refuse(told("command_needs.body", missing=error.name))
    engine = engine_or_refuse()
    if grid is not None:
        _write_grid(engine, grid)
        return
    voice = engine.voice(language())
    if listed:
        tasks = use_case.task_list(engine, voice, None if about is None else case_or_refuse(about, engine).about)
        width = max(len(each["task"]) for each in tasks)
        lines = [f"{each['task']:{width}}  {each['name']}" for each in tasks]
        click.echo(json.dumps(tasks, ensure_ascii=False, indent=1) if as_json else "\n".join(lines))
        return
    found = _found(engine, task, posture, about, changed)
    if as_json:
        click.echo(json.dumps(use_case.as_json(found, voice), ensure_ascii=False, indent=1))
    else:
        say(use_case.as_text(engine, found, voice))


_OPTION = {
    "weeks": "--weeks",
    "working_height_cm": "--working-height",
    "reach_cm": "--reach",
    "load_kg": "--load",
}


def _given(**options: float | None) -> dict[str, float]:
    return {name: value for name, value in options.items() if value is not None}


def _found(
    engine: Engine, task: str | None, posture: Path | None, about: Path | None, changed: dict[str, float]
) -> Loaded:
    from carrywell.app import load as use_case
    from carrywell.body.person import ImpossibleBody
    from carrywell.body.reach import OutOfReach
    from carrywell.knowledge.posture_file import read_posture_file

    try:
        if posture is not None:
            return use_case.load_of_posture(read_posture_file(posture))
        assert task is not None  # load refuses when neither is given
        whose = use_case.OF_NOBODY if about is None else case_or_refuse(about, engine).about
        return use_case.load_of(engine, task, whose, *map(changed.get, _OPTION))
    except use_case.WrongQuestion as error:
        refuse(_of_option(error.told, error.name))
    except Faulty as faulty:
        refuse(faulty.spoken(speech()))
    except (OutOfReach, use_case.UnknownTask) as error:
        refuse(error.told)
    except ImpossibleBody as error:
        refuse(told("command.in_about", path=str(posture or about or "--weeks"), says=error.told))
    except OSError as error:
        refuse(told("wanted.cannot_read_it", path=str(posture), reason=reason_of(error)))


def _of_option(says: Told, name: str) -> Told:
    return told(says.key, **{**dict(says.values), "name": _OPTION[name]})


def _write_grid(engine: Engine, path: Path) -> None:
    """With a bar on standard error: some seconds."""
    from rich.console import Console
    from rich.progress import track

    from carrywell.app.load_grid import UnknownKind, load_grid, write_grid

    tasks = len(engine.knowledge.load_tasks)
    bar = track(load_grid(engine), total=tasks, description="", console=Console(stderr=True), transient=True)
    try:
        write_grid(path, (row for rows in bar for row in rows))
    except UnknownKind as error:
        refuse(told("fault.of", name="--grid", says=error.told))
    except ModuleNotFoundError:
        refuse(told("command_needs.grid_batch"))
    except OSError as error:
        cannot_write(path, error, "--grid")
