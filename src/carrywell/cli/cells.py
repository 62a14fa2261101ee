"""Lines that fit a terminal: measured in its cells, of which a Chinese sign takes two, and broken where they may be."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence

import click
from rich.cells import cell_len, chop_cells

_NOT_AT_THE_START = frozenset("，。、；：？！）”’》】…,.;:?!)]%")
_NOT_AT_THE_END = frozenset("（“‘《【([")
_LEAST_CELLS = 10
WIDEST = 90  # cells; longer lines are hard to read


def wrapped(text: str, width: int, first: str = "", other: str = "") -> str:
    """Broken at spaces and between Chinese signs, so that no line is wider; `first` and `other` stand before lines."""
    lines = [first]
    begun = False
    for piece in _pieces(text):
        for part in _fitting(piece, width - cell_len(other)):
            if begun and cell_len(lines[-1]) + cell_len(part.rstrip()) > width:
                lines[-1] = lines[-1].rstrip()
                lines.append(other)
            lines[-1] += part
            begun = True
    return "\n".join([*lines[:-1], lines[-1].rstrip()])


def say(lines: Iterable[str]) -> None:
    """Each line for itself; broken where somebody reads them on a terminal, and whole where a program does."""
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" ")))
        click.echo(line if width is None else wrapped(line, width, "", indent))


def _fitting(piece: str, width: int) -> Sequence[str]:
    """A word that fits no line is cut."""
    return [piece] if cell_len(piece.rstrip()) <= width else chop_cells(piece, max(width, _LEAST_CELLS))


def _pieces(text: str) -> Iterator[str]:
    """What stands together on a line: a word with the space after it, a Chinese sign with its punctuation."""
    piece = ""
    for sign in text:
        if piece and _may_break(piece[-1], sign):
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return before == " " != after
    if after in _NOT_AT_THE_START or before in _NOT_AT_THE_END:
        return False
    return cell_len(before) > 1 or cell_len(after) > 1


class CellFormatter(click.HelpFormatter):
    """Help in columns of cells. Headings come with their own colon."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        first = f"{prefix or ''}{prog} "
        self.write(f"{wrapped(args, self.width, first, ' ' * cell_len(first))}\n")

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{heading}\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        self.write(f"{wrapped(text, self.width, indent, indent)}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names with their meaning beside them; below a name that is too wide for its column."""
        rows = list(rows)
        widest = min(max((cell_len(name) for name, _ in rows), default=0), col_max)
        beside = " " * (self.current_indent + widest + col_spacing)
        for name, says in rows:
            indent = " " * self.current_indent
            *above, shown = wrapped(name.replace("|", "| "), self.width, indent, f"{indent}  ").split("\n")
            shown = shown.replace("| ", "|")
            room = len(beside) - cell_len(shown)
            before = f"{shown}{' ' * room}"
            if above or room < col_spacing:
                above, before = [*(line.replace("| ", "|") for line in above), shown], beside
            self.write("\n".join([*above, wrapped(says, self.width, before, beside).rstrip(), ""]))
