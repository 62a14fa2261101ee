"""`carrywell load`: how much a task or a posture loads the back, as a share of her own standing, with its range."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carrywell.cli.engine import case_or_refuse, engine_or_refuse
from carrywell.cli.output import lang_option, refuse, terminal_language
from carrywell.knowledge.faults import Faulty

if TYPE_CHECKING:
    from carrywell.app.engine import Engine
    from carrywell.app.load import Loaded


@click.command()
@click.argument("task", required=False)
@click.option("--list", "listed", is_flag=True, help="The tasks, with their words.")
@click.option("--posture", type=click.Path(path_type=Path, dir_okay=False), help="A posture of your own, from a file.")
@click.option("--about", type=click.Path(path_type=Path, dir_okay=False), help="A case file: whose back it is.")
@click.option("--grid", type=click.Path(path_type=Path, dir_okay=False), help="All tasks by week, to .csv or .parquet.")
@click.option("--weeks", type=float, metavar="N", help="In another week: of the pregnancy, or since birth.")
@click.option("--working-height", "working_height_cm", type=float, metavar="CM", help="Of the hands above the floor.")
@click.option("--reach", "reach_cm", type=float, metavar="CM", help="Of the hands ahead of the hips.")
@click.option("--load", "load_kg", type=float, metavar="KG", help="What is held, in all.")
@click.option("--json", "as_json", is_flag=True, help="The result for programs.")
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
    lang: str | None,
) -> None:
    """How much TASK, or a posture, loads the low back. Load is not pain, and no number is a limit for her."""
    if [task is not None, listed, posture is not None, grid is not None].count(True) != 1:
        refuse("one of these is needed, and only one: a TASK, --list, --posture FILE, --grid FILE")
    if about is not None and (posture is not None or grid is not None):
        refuse("--about goes with a TASK or --list; a posture file says in itself whose it is, a grid is of no one")
    changed = _given(weeks=weeks, working_height_cm=working_height_cm, reach_cm=reach_cm, load_kg=load_kg)
    if changed and task is None:
        refuse(f"{', '.join(_OPTION[name] for name in changed)} goes with a TASK")
    try:
        from carrywell.app import load as use_case
    except ModuleNotFoundError as error:
        refuse(f"the load on the back needs the extra body: install carrywell[body] ({error.name} is missing)")
    engine = engine_or_refuse()
    if grid is not None:
        _write_grid(engine, grid)
        return
    voice = engine.voice(lang or terminal_language())
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
        click.echo("\n".join(use_case.as_text(engine, found, voice)))


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
        refuse(str(error).replace(error.name, _OPTION[error.name], 1))
    except (Faulty, OutOfReach, use_case.UnknownTask) as error:
        refuse(str(error))
    except ImpossibleBody as error:
        refuse(f"{posture or about or '--weeks'}: about: {error}")
    except OSError as error:
        refuse(f"{posture}: cannot be read: {error.strerror}")


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
        refuse(f"--grid: {error}")
    except ModuleNotFoundError:
        refuse("--grid: .parquet needs the extra batch: carrywell[batch]; .csv needs none")
    except OSError as error:
        refuse(f"--grid: {path}: cannot be written: {error.strerror}")
