"""What `carrywell knowledge prove` prints: a line each property, and what breaks one in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from carrywell.proof.counterexample import Counterexample
    from carrywell.proof.run import Proved

MOST_SHOWN = 12
WIDTH = 110
_INDENT = "      "


class ShownProgress:
    """A line on a terminal's standard error that says how far the proofs are. Elsewhere nothing is shown."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn

        # rich would catch standard output as well, and lose it where that goes to a file.
        own = {"transient": True, "redirect_stdout": False, "redirect_stderr": False}
        columns = (SpinnerColumn(), TextColumn("{task.description}"))
        self._line = Progress(*columns, console=Console(stderr=True), **own)  # type: ignore[arg-type]
        self._task = self._line.add_task("Reading the knowledge base", total=None)

    def __enter__(self) -> Self:
        if self._line.console.is_terminal:
            self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._line.console.is_terminal:
            self._line.stop()

    def proved(self, parts: int, of: int) -> None:
        self._line.update(self._task, description=f"Proved {parts} of {of} parts")

    def above(self, text: str) -> None:
        """Prints on standard output, where the line does not get in the way."""
        self.__exit__()
        click.echo(text)
        self.__enter__()


def property_line(proved: Proved) -> str:
    """'b  proved    4.2 s  No answer that is added lowers the level.'."""
    return f"{proved.letter}  {'proved' if proved.holds else 'BROKEN'}  {proved.seconds:5.1f} s  {proved.says}"


def what_breaks_it(proved: Proved, written: list[Path]) -> Iterator[str]:
    for found in proved.broken[:MOST_SHOWN]:
        yield from _counterexample(found)
    if len(proved.broken) > MOST_SHOWN:
        yield f"   and {len(proved.broken) - MOST_SHOWN} more (--json has them all)"
    if written:
        setting = "" if proved.broken[0].unanswered != "no" else " --unanswered no"
        setting = " --interview" if proved.broken[0].unanswered == "interviewed" else setting
        for path in written:
            yield f"   written: {path}; see it with: carrywell check {path}{setting}"


def _counterexample(found: Counterexample) -> Iterator[str]:
    yield f"   {found.says}"
    for words in found.in_words:
        yield fill(words, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
