"""What every item of the knowledge base is made of: its fields' types, its id, its ground.

Shared fields: `basis` says whether a cited source gives the statement (sourced), whether it follows from one
(inferred), or whether it is a judgement of this project (design); `reviewed` names a person and a date, or honestly
says none yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from carrywell.model.calendar_day import CalendarDay
from carrywell.model.rules import When
from carrywell.model.rules_parse import parse_when, parse_whens
from carrywell.model.stage import Stage
from carrywell.model.text import Text
from carrywell.model.told import WrongValue

Strength = Literal["high", "moderate", "low", "very_low", "consensus"]
Basis = Literal["sourced", "inferred", "design"]


def _text(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a sentence is expected here")
    if "TODO" in value:
        raise ValueError("the sentence is not written yet (TODO)")
    return Text(" ".join(value.split()))


def _stages(value: object) -> object:
    return tuple(Stage) if value == "all" else value


def _all_different(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(value)) != len(value):
        raise WrongValue("wrong.id_twice")
    return value


Words = Annotated[Text, PlainValidator(_text)]
WhenField = Annotated[When, PlainValidator(parse_when)]
WhenList = Annotated[tuple[When, ...], PlainValidator(parse_whens)]
Stages = Annotated[tuple[Stage, ...], BeforeValidator(_stages), Field(min_length=1), AfterValidator(_all_different)]
Ids = Annotated[tuple[str, ...], AfterValidator(_all_different)]


class Part(BaseModel):
    """A piece of an item."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """What was worked out of the original (`cached_property`) is worked out anew, since the copy may differ."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(copied).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Review(Part):
    by: str = Field(min_length=3)
    on: CalendarDay


Reviewed = Literal["none yet"] | Review


class Item(Part):
    id: str = Field(pattern=r"^[a-zA-Z][a-zA-Z0-9_:]*$")


class Evidenced(Item):
    """An item that claims something, and says on what ground."""

    basis: Basis
    sources: Ids = ()
    reviewed: Reviewed
    note: str = ""  # for the people who keep the knowledge base; never shown

    def model_post_init(self, _context: object, /) -> None:
        if self.basis != "design" and not self.sources:
            raise ValueError(f"basis is {self.basis}, so at least one source is needed (or basis: design)")
