"""A result as it was written (contract, section 2): what of it a replay compares, and what it was decided on.

Keys that no replay compares, such as sentences, are passed over; so are keys that a later version of the program adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from carrywell.model.care import CareLevel, Door
from carrywell.model.digests import SHORT, WHOLE
from carrywell.model.stage import Stage
from carrywell.model.told import WrongValue

Unanswered = Literal["cautious", "no", "interviewed", "asked"]
Lines = dict[str, tuple[str, ...]]


def _digits(count: int) -> AfterValidator:
    def must_be(value: str) -> str:
        if not re.fullmatch(f"[0-9a-f]{{{count}}}", value):
            raise WrongValue("wrong.digest", count=count)
        return value

    return AfterValidator(must_be)


Digest = Annotated[str, _digits(WHOLE)]
ShortDigest = Annotated[str, _digits(SHORT)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Reason(_Written):
    finding: str
    level: CareLevel
    with_: tuple[str, ...] = Field(alias="with")

    def __str__(self) -> str:
        return f"{self.finding}: {self.level}" + (f", with {', '.join(self.with_)}" if self.with_ else "")


class Care(_Written):
    level: CareLevel
    level_if_unanswered: CareLevel
    level_by_answers: CareLevel
    unanswered_counts_as: Unanswered
    doors: tuple[Door, ...]
    because: tuple[Reason, ...]


class Named(_Written):
    id: str


class PrivateEntry(Named):
    answers: Mapping[str, str]
    digest: ShortDigest

    def __str__(self) -> str:
        return ", ".join((self.id, *(f"{name} {said}" for name, said in self.answers.items())))


class PainClass(_Written):
    likely: str
    also: tuple[str, ...]


class Recheck(_Written):
    id: str
    in_hours: int
    then_hours: tuple[int, ...]


class Interview(_Written):
    asked: tuple[str, ...]


class Sequence(_Written):
    levels: tuple[CareLevel, ...]
    new: tuple[str, ...]


class Trace(_Written):
    """`case` or `moments`: case files, which `knowledge.case_file` reads. `items`: digests by folder and id."""

    knowledge_digest: Digest
    unanswered: Unanswered
    case: dict[str, Any] | None = None
    moments: tuple[dict[str, Any], ...] | None = None
    items: Mapping[str, ShortDigest]

    @model_validator(mode="after")
    def _one_or_several(self) -> Self:
        too_few = self.moments is not None and len(self.moments) < 2
        if (self.case is None) == (self.moments is None) or too_few:
            raise WrongValue("wrong.case_or_moments")
        return self


class Recorded(_Written):
    carrywell: str
    knowledge: str
    stage: Stage
    care: Care
    pain_class: PainClass
    causes: tuple[Named, ...]
    plan: Mapping[str, tuple[Named, ...]]
    seek_help_if: tuple[Named, ...]
    recheck: Recheck
    trace: Trace
    interview: Interview | None = None
    sequence: Sequence | None = None
    private: tuple[PrivateEntry, ...] | None = None

    @model_validator(mode="after")
    def _played_with_one(self) -> Self:
        if self.interview is not None and (self.trace.case is None or self.trace.unanswered != "interviewed"):
            raise WrongValue("wrong.played_with_one")
        return self

    @property
    def items(self) -> dict[str, str]:
        """Every item that the result rests on with its digest, those of private results included."""
        private = {f"private/{entry.id}": entry.digest for entry in self.private or ()}
        return {**self.trace.items, **private}

    @property
    def private_answers(self) -> dict[str, str]:
        return {name: said for entry in self.private or () for name, said in entry.answers.items()}

    def compared(self) -> Lines:
        """What must come out the same, by its place in the JSON, each as lines of text in order."""
        return dict(self._compared())

    def _compared(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        care = self.care
        yield "stage", (self.stage,)
        yield "care.level", (care.level,)
        yield "care.level_if_unanswered", (care.level_if_unanswered,)
        yield "care.level_by_answers", (care.level_by_answers,)
        yield "care.unanswered_counts_as", (care.unanswered_counts_as,)
        yield "care.doors", care.doors
        yield "care.because", tuple(str(reason) for reason in care.because)
        yield "pain_class.likely", (self.pain_class.likely,)
        yield "pain_class.also", self.pain_class.also
        yield "causes", _ids(self.causes)
        yield from ((f"plan.{topic}", _ids(entries)) for topic, entries in self.plan.items())
        yield "seek_help_if", _ids(self.seek_help_if)
        yield "recheck.id", (self.recheck.id,)
        yield "recheck.in_hours", (str(self.recheck.in_hours),)
        yield "recheck.then_hours", tuple(str(hours) for hours in self.recheck.then_hours)
        if self.sequence is not None:
            yield "sequence.levels", self.sequence.levels
            yield "sequence.new", self.sequence.new
        if self.interview is not None:
            yield "interview.asked", self.interview.asked
        if self.private is not None:
            yield "private", tuple(str(entry) for entry in self.private)


def _ids(entries: tuple[Named, ...]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)
