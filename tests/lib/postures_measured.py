"""The man whose disc pressure was measured (Wilke 1999, 2001), in the postures read from the photographs.

The angles of `sit-slouch` and of the side bends are ours or the task's own; they are not in the table that is judged.
What carries him is in the photographs too (Wilke 2001, figures 4a and 6b): hands on the thighs in `sit-straight`, arms
on armrests in `sit-slouch`.
"""

from __future__ import annotations

from carrywell.body.person import People
from carrywell.body.posture import Angles, Load, Posture
from carrywell.model.posture_parts import Support

MAN = People(height_m=1.68, weight_kg=70, weight_before_kg=70, male=True)
_BOX = (Load(20, "both_hands"),)
_THIGHS: tuple[Support, ...] = ("thighs",)
_ARMCHAIR: tuple[Support, ...] = ("backrest", "armrests")


def _bent(pelvis: float, lumbar: float, shoulder: float = 0, elbow: float = 0, side: float = 0) -> Angles:
    return Angles(
        pelvis_tilt=pelvis, lumbar_flexion=lumbar, shoulder_flexion=shoulder, elbow_flexion=elbow, side_bend=side
    )


JUDGED = {
    "w-stand": Posture(),
    "w-flexed": Posture(_bent(0, 38, 38)),
    "w-flex36": Posture(_bent(0, 36, 36)),
    "w-sit-straight": Posture(_bent(-10, 12, 20, 30), "sitting", supports=_THIGHS),
    "w-hold-close": Posture(_bent(-3, -6, -11, 105), loads=_BOX),
    "w-hold-60": Posture(_bent(-3, -9, 45, 40), loads=_BOX),
    "w-lift-knees": Posture(_bent(25, 20, 40, 10), loads=_BOX),
    "w-lift-round": Posture(_bent(25, 50, 70, 5), loads=_BOX),
}
OTHERS = {
    "w-prone": Posture(stance="lying_front"),
    "w-lateral": Posture(stance="lying_side"),
    "w-ext20": Posture(_bent(0, -20)),
    "w-lat20": Posture(_bent(0, 0, side=20)),
    "w-sit-slouch": Posture(_bent(-40, 20, 20, 30), "sitting", supports=_ARMCHAIR),
}
# No angles were given for these at all; ours were chosen before the model was asked, and nothing is judged by them.
GUESSED = {
    "w-sit": Posture(_bent(-12, 18, 20, 30), "sitting"),
    "w-sit-flex": Posture(_bent(-5, 50, 45, 0), "sitting"),
    "w-lat30": Posture(_bent(0, 0, side=30)),
}
