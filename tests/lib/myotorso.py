"""Another model's muscles at L4/L5: MyoTorso of MyoSim (Apache-2.0, 210 muscles; from Christophy 2012), read by MuJoCo.

Its files are not part of this project. `CARRYWELL_MYO_SIM` names a folder with a checkout of MyoHub/myo_sim (only
`torso` and `head` are read; meshes are left out).
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = os.environ.get("CARRYWELL_MYO_SIM", "")
_LOOKS = {"mesh", "texture", "material", "hfield", "skin"}
_BACK = ("IL_", "LTpT", "LTpL", "MF_")


@dataclass(frozen=True)
class OtherMuscles:
    """Of each muscle across L4/L5: moment for a pull of 1 N (n, 3), pull along the spine (n), strength in N (n)."""

    names: tuple[str, ...]
    arms_m: np.ndarray
    along: np.ndarray
    strengths_n: np.ndarray

    @property
    def back_arm_m(self) -> float:
        """Mean arm of the back muscles for straightening, by strength."""
        back = np.array([name.startswith(_BACK) for name in self.names])
        return float(np.average(-self.arms_m[back, 1], weights=self.strengths_n[back]))


def muscles_at_l4_l5(folder: Path) -> OtherMuscles:
    import mujoco

    model = mujoco.MjModel.from_xml_string(_without_looks(folder))
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    above = _bodies_above(model, model.body("lumbar4").id)
    joint = data.xanchor[model.joint("L4_L5_FE").id]
    axes = _axes(model, data, joint)
    found = []
    for muscle in range(model.nu):
        pull = _across(model, data, int(model.actuator_trnid[muscle, 0]), above)
        if pull is not None:
            place, direction = axes @ (pull[0] - joint), axes @ pull[1]
            arm = np.cross(place, direction)
            found.append((model.actuator(muscle).name, arm, direction[2], model.actuator_gainprm[muscle, 2]))
    names, arms, along, strengths = zip(*found, strict=True)
    return OtherMuscles(names, np.array(arms), np.array(along), np.array(strengths))


def _axes(model: Any, data: Any, joint: np.ndarray) -> np.ndarray:
    """Forward, left, up as rows: up to the next joint, forward to the rectus abdominis."""
    up = data.xanchor[model.joint("L3_L4_FE").id] - joint
    up /= np.linalg.norm(up)
    belly = [number for number in range(model.nsite) if "rect_abd" in model.site(number).name]
    forward = data.site_xpos[belly].mean(axis=0) - joint
    forward -= forward @ up * up
    forward /= np.linalg.norm(forward)
    return np.array([forward, np.cross(up, forward), up])


def _bodies_above(model: Any, lowest: int) -> set[int]:
    found = {lowest}
    for body in range(lowest + 1, model.nbody):
        if int(model.body_parentid[body]) in found:
            found.add(body)
    return found


def _across(model: Any, data: Any, tendon: int, above: set[int]) -> tuple[np.ndarray, np.ndarray] | None:
    """Where the muscle's path holds on above the cut, and the direction in which it pulls there; None if nowhere.

    From site to site: surfaces that a path winds around between two of them are left out.
    """
    import mujoco

    first, count = int(model.tendon_adr[tendon]), int(model.tendon_num[tendon])
    parts = range(first, first + count)
    sites = [int(model.wrap_objid[at]) for at in parts if model.wrap_type[at] == mujoco.mjtWrap.mjWRAP_SITE]
    for one, other in pairwise(sites):
        sides = [int(model.site_bodyid[site]) in above for site in (one, other)]
        if sides[0] != sides[1]:
            upper, lower = (one, other) if sides[0] else (other, one)
            way = data.site_xpos[lower] - data.site_xpos[upper]
            return data.site_xpos[upper], way / np.linalg.norm(way)
    return None


def _without_looks(folder: Path) -> str:
    root = ET.fromstring((folder / "torso" / "myotorso.xml").read_text(encoding="utf-8"))
    _resolve(root, folder)
    _strip(root)
    for compiler in root.iter("compiler"):
        for name in ("meshdir", "texturedir"):
            compiler.attrib.pop(name, None)
    return ET.tostring(root, encoding="unicode")


def _resolve(element: ET.Element, folder: Path) -> None:
    for child in list(element):
        if child.tag != "include":
            _resolve(child, folder)
            continue
        at, name = list(element).index(child), child.get("file", "")
        element.remove(child)
        if "scene" in name:
            continue
        part = folder / ("head" if "head" in name else "torso") / "assets" / Path(name).name
        included = ET.fromstring(part.read_text(encoding="utf-8"))
        _resolve(included, folder)
        for number, inside in enumerate(list(included)):
            element.insert(at + number, inside)


def _strip(element: ET.Element) -> None:
    for child in list(element):
        if child.tag in _LOOKS or (child.tag == "geom" and child.get("mesh")):
            element.remove(child)
            continue
        child.attrib.pop("material", None)
        _strip(child)
