"""A report as blocks: the same for a page, for paper and for plain text. Every text in it is spoken already."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    says: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with what it says."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`svg` draws what `alt` says, and a table stands beside it."""

    svg: str
    alt: str


Block = Paragraph | Facts | Lines | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """`language`: that of the words, as in HTML."""

    language: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    foot: tuple[str, ...]
