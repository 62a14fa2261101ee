"""`python -m tests.mutants.run`: makes the mutants of the rules, has each judged, and shows who killed what.

Exit code 0: nothing survives but what is listed as harmless. 2: a gap, or a needless entry in the list.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatchcase
from functools import cache
from multiprocessing import get_context

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from carrywell.app.engine import open_engine
from tests.mutants.harmless import harmless
from tests.mutants.judge import CHECKS, Judge, Verdict
from tests.mutants.mutant import Mutant
from tests.mutants.operators import OPERATORS, mutants

PROCESSES = 2
AT_A_TIME = 8


def chosen(sample: int = 1, operator: str | None = None) -> list[Mutant]:
    """One mutant in `sample`, always the same ones, of all operators or of one."""
    knowledge = open_engine().knowledge
    made = mutants(knowledge) if operator is None else OPERATORS[operator](knowledge)
    return list(made)[::sample]


def judged(sample: int, operator: str | None, prove_listed: bool, processes: int) -> Iterator[Verdict]:
    """Every process makes the same mutants for itself and is told their numbers: conditions are slow to send."""
    numbers = range(len(chosen(sample, operator)))
    parts = [numbers[at : at + AT_A_TIME] for at in numbers[::AT_A_TIME]]
    spawn = get_context("spawn")  # z3 must not be forked once it is in use
    with ProcessPoolExecutor(processes, spawn, _open, (sample, operator, prove_listed)) as pool:
        for found in pool.map(_judge, parts):
            yield from found


_OPENED: list[tuple[int, str | None, bool]] = []


def _open(sample: int, operator: str | None, prove_listed: bool) -> None:
    _OPENED[:] = [(sample, operator, prove_listed)]


@cache
def _ready() -> tuple[Judge, list[Mutant]]:
    sample, operator, prove_listed = _OPENED[0]
    return Judge(open_engine().knowledge, prove_listed), chosen(sample, operator)


def _judge(numbers: Sequence[int]) -> list[Verdict]:
    judge, made = _ready()
    return [judge.judged(made[number]) for number in numbers]


def table(found: Sequence[Verdict]) -> Table:
    """By operator: made, killed by which check, harmless, gaps."""
    shown = Table("operator", "made", *CHECKS, "harmless", "gaps", title="Mutants of the rules")
    for column in shown.columns[1:]:
        column.justify = "right"
    for operator in [*OPERATORS, "all"]:
        own = [one for one in found if operator in (one.operator, "all")]
        if own:
            by = Counter(one.killed_by for one in own)
            gaps = sum(one.is_gap for one in own)
            counts = (len(own), *(by[check] for check in CHECKS), by[None] - gaps, gaps)
            shown.add_row(
                operator, *(str(count) if count else "" for count in counts), end_section=own[-1] is found[-1]
            )
    return shown


def unused_patterns() -> Iterator[str]:
    """Entries of the harmless that fit no mutant."""
    every = mutants(open_engine().knowledge)
    names = Counter[tuple[str, str]]((one.operator, one.name) for one in every)
    for group in harmless():
        for operator, patterns in group.mutants.items():
            own = [name for made_by, name in names if made_by == operator]
            yield from (f"{operator} {one}" for one in patterns if not any(fnmatchcase(name, one) for name in own))


@click.command()
@click.option("--sample", type=click.IntRange(1), default=1, show_default=True, help="One mutant in so many.")
@click.option("--operator", type=click.Choice([*OPERATORS]), help="Only what this operator makes.")
@click.option("--prove-listed", is_flag=True, help="Prove what is listed as harmless too.")
@click.option("--processes", type=click.IntRange(1), default=PROCESSES, show_default=True)
@click.option("--slowest", type=click.IntRange(0), default=0, help="Show so many of the slowest.")
def main(sample: int, operator: str | None, prove_listed: bool, processes: int, slowest: int) -> None:
    """Change the rules one by one, as somebody might by mistake, and see which check refuses each change."""
    errors, found = Console(stderr=True), list[Verdict]()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("Judging", total=len(chosen(sample, operator)))
        for verdict in judged(sample, operator, prove_listed, processes):
            found.append(verdict)
            progress.advance(task)
    Console(width=130).print(table(found))
    wrong = [
        *(f"survives: {one.operator} {one.name}" for one in found if one.is_gap),
        *(f"listed, and killed: {one.operator} {one.name}: {one.says}" for one in found if one.needless),
        *(f"listed, and no mutant: {entry}" for entry in unused_patterns()),
    ]
    for one in sorted(found, key=lambda verdict: -verdict.seconds)[:slowest]:
        click.echo(f"{one.seconds:6.1f} s  {one.operator} {one.name}: {one.killed_by} {one.says}")
    for line in wrong:
        click.echo(line)
    sys.exit(2 if wrong else 0)


if __name__ == "__main__":
    main()
