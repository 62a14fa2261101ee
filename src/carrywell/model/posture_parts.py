"""What a posture is told with: its stance, joint angles, loads and supports, and the disc that is looked at."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from carrywell.model.case import CasePart, PersonPart
from carrywell.model.told import WrongValue

Level = Literal["L4/L5", "L5/S1"]
Stance = Literal["standing", "sitting", "kneeling", "squatting", "lying_side", "lying_back", "lying_front"]
LoadPlace = Literal["both_hands", "left_hand", "right_hand", "back", "front", "left_hip", "right_hip"]
Support = Literal["backrest", "armrests", "thighs", "one_hand", "both_hands", "pillow_knees", "pillow_bump"]
HEAVIEST_LOAD_KG = 200.0


class PostureAngles(CasePart):
    """Degrees; forward, up and bending are plus, and to her right. 0 is relaxed standing with hanging arms."""

    pelvis_tilt: float = Field(default=0, ge=-60, le=110)  # of the pelvis against the vertical
    lumbar_flexion: float = Field(default=0, ge=-35, le=75)  # of the thorax against the pelvis, beyond standing
    side_bend: float = Field(default=0, ge=-45, le=45)
    twist: float = Field(default=0, ge=-60, le=60)
    neck_flexion: float = Field(default=0, ge=-60, le=70)
    shoulder_flexion: float = Field(default=0, ge=-70, le=185)  # of the upper arm against the trunk
    elbow_flexion: float = Field(default=0, ge=0, le=155)
    hip_flexion: float = Field(default=0, ge=-30, le=145)
    knee_flexion: float = Field(default=0, ge=0, le=160)


class PostureLoad(CasePart):
    kg: float = Field(ge=0, le=HEAVIEST_LOAD_KG)
    at: LoadPlace


class PostureAbout(PersonPart):
    """As `about` in a case file, but with neither week she is not pregnant; a man, to compare with measurements."""

    sex: Literal["female", "male"] = "female"
    age_years: float | None = Field(default=None, ge=10, le=100)

    @model_validator(mode="after")
    def _one_person(self) -> Self:
        weeks = (self.weeks_pregnant, self.weeks_postpartum)
        if None not in weeks:
            raise WrongValue("wrong.two_weeks")
        if self.sex == "male" and weeks != (None, None):
            raise WrongValue("wrong.weeks_of_a_man")
        return self


class PostureFile(CasePart):
    """A posture of one's own (contract, section 3). Hip and knee angles are kept for the record."""

    about: PostureAbout = PostureAbout()
    stance: Stance = "standing"
    angles: PostureAngles = PostureAngles()
    loads: tuple[PostureLoad, ...] = ()
    supports: tuple[Support, ...] = ()
    level: Level = "L4/L5"
