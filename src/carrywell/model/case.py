"""A case: one woman, one moment, what she has said so far (contract, section 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from carrywell.model.answer import Answer
from carrywell.model.calendar_day import CalendarDay
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS
from carrywell.model.told import WrongValue

Site = Literal[
    "upper_back", "mid_back", "low_back", "flank", "pelvis_back", "tailbone", "pubic_bone", "groin", "hip_outer",
    "thigh_back", "thigh_front", "lower_leg", "foot", "ribs", "tummy_upper", "tummy_low", "shoulder", "neck", "chest",
    "back_somewhere", "pelvis_somewhere", "leg_somewhere",
]  # fmt: skip
WorseWith = Literal[
    "turning_in_bed", "one_leg_standing", "stairs", "car_in_out", "parting_legs", "walking", "standing_long",
    "sitting_long", "bending", "lifting", "getting_up", "sitting_down", "lying_flat", "lying_on_side",
    "coughing_sneezing", "each_step", "twisting", "feeding_baby", "holding_baby", "nappy_change", "night", "end_of_day",
    "driving", "slumping", "any_movement", "first_steps", "breathing_in",
]  # fmt: skip
BetterWith = Literal[
    "rest", "changing_position", "moving", "walking", "lying_down", "sitting", "heat", "cold", "massage", "belt",
    "medicine", "pillow", "hands_on_treatment", "nothing",
]  # fmt: skip
History = Literal[
    "back_pain_before", "pelvic_pain_earlier_pregnancy", "disc_herniation", "scoliosis", "spondylolisthesis",
    "arthritis", "back_operation", "pelvic_injury", "hypermobility", "sciatica_before", "desk_work", "standing_work",
    "lifting_work", "inactive", "high_bmi", "diastasis_or_prolapse", "pain_in_pregnancy_just_ended",
]  # fmt: skip
Side = Literal["left", "right", "both", "middle"]
Onset = Literal["sudden", "gradual"]
Course = Literal["steady", "comes_and_goes", "worse_over_weeks", "worse_over_days", "better_over_weeks"]

SITES: tuple[str, ...] = get_args(Site)
WORSE_WITH: tuple[str, ...] = get_args(WorseWith)
BETTER_WITH: tuple[str, ...] = get_args(BetterWith)
HISTORY: tuple[str, ...] = get_args(History)
SIDES: tuple[str, ...] = get_args(Side)
ONSETS: tuple[str, ...] = get_args(Onset)
COURSES: tuple[str, ...] = get_args(Course)


LONGEST_WEEKS = 2600  # fifty years: pain from before the pregnancy counts from its own beginning


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) != len(values):
        raise WrongValue("wrong.value_twice")
    return values


class CasePart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PersonPart(CasePart):
    """What a file may say of a person, with the limits of each number."""

    weeks_pregnant: float | None = Field(default=None, ge=0, le=LONGEST_PREGNANCY_WEEKS, allow_inf_nan=False)
    weeks_postpartum: float | None = Field(default=None, ge=0, le=LONGEST_POSTPARTUM_WEEKS, allow_inf_nan=False)
    age_years: float | None = Field(default=None, ge=10, le=65)
    height_cm: float | None = Field(default=None, ge=100, le=220)
    weight_kg: float | None = Field(default=None, ge=30, le=250)
    weight_before_pregnancy_kg: float | None = Field(default=None, ge=30, le=250)
    babies: int | None = Field(default=None, ge=1, le=6)
    births_before: int | None = Field(default=None, ge=0, le=20)
    ended: Literal["birth", "loss"] | None = None
    birth: Literal["vaginal", "caesarean"] | None = None
    baby_with_me: Literal["yes", "no", "rather_not_say"] | None = None


class About(PersonPart):
    """Of a woman with back pain: exactly one of the two weeks."""

    @model_validator(mode="after")
    def _one_clock(self) -> Self:
        if (self.weeks_pregnant is None) == (self.weeks_postpartum is None):
            raise WrongValue("wrong.both_weeks" if self.weeks_pregnant is not None else "wrong.no_weeks")
        if self.weeks_pregnant is not None:
            for name in ("ended", "birth", "baby_with_me"):
                if getattr(self, name) is not None:
                    raise WrongValue("wrong.only_after", name=name)
        if self.ended == "loss" and self.baby_with_me == "yes":
            raise WrongValue("wrong.baby_after_loss")
        return self

    @property
    def pregnant(self) -> bool:
        return self.weeks_pregnant is not None


class Pain(CasePart):
    sites: Annotated[tuple[Site, ...], AfterValidator(_once)] = ()
    side: Side | None = None
    now: int | None = Field(default=None, ge=0, le=10)
    worst_week: int | None = Field(default=None, ge=0, le=10)
    onset: Onset | None = None
    course: Course | None = None
    started_weeks_ago: float | None = Field(default=None, ge=0, le=LONGEST_WEEKS)
    worse_with: Annotated[tuple[WorseWith, ...], AfterValidator(_once)] = ()
    better_with: Annotated[tuple[BetterWith, ...], AfterValidator(_once)] = ()


class Case(CasePart):
    """`answers` maps a finding's id to an answer, or to the number that the finding asks for."""

    asked_on: CalendarDay | None = None
    about: About
    answers: Mapping[str, Answer | float] = Field(default_factory=dict)
    pain: Pain = Pain()
    history: Annotated[tuple[History, ...], AfterValidator(_once)] = ()
    day: Mapping[str, float] = Field(default_factory=dict)
