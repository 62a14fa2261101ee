"""Floors, contraindications and conditions for the small knowledge bases of a test."""

from __future__ import annotations

from carrywell.model.background import HomeTest
from carrywell.model.condition import Condition
from carrywell.model.contraindication import Contraindication
from carrywell.model.floors import Floor

_DESIGN = {"basis": "design", "reviewed": "none yet"}


def floor(name: str, *lines: dict[str, object], **more: object) -> Floor:
    own = {"id": name, "statement": f"What {name} must bring at the least.", "lines": lines}
    return Floor.model_validate({**own, **_DESIGN, **more})


def contraindication(name: str, when: object, **more: object) -> Contraindication:
    return Contraindication.model_validate({"id": name, "when": when, "meaning": f"it is {name}", **_DESIGN, **more})


def condition(name: str, level: str, *typical: object, **more: object) -> Condition:
    words = {key: f"{key} {name}" for key in ("name", "typical", "telling", "time_frame")}
    own = {"id": name, "level": level, "typical_findings": typical, "stages": "all"}
    return Condition.model_validate({**words, **own, **_DESIGN, **more})


def home_test(name: str, **more: object) -> HomeTest:
    words = {key: f"{key} {name}" for key in ("name", "how", "shows", "accuracy", "limits")}
    return HomeTest.model_validate({"id": name, "stages": "all", **words, **_DESIGN, **more})
