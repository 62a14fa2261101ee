"""Moment arms by OpenSim: started by `benchmarks.body_model` in a Python that has it, never imported by this project.

    CARRYWELL_OPENSIM_PYTHON=/path/to/venv/bin/python .venv/bin/python -m benchmarks.body_model

OpenSim (Apache-2.0, 222 MB) ships no model of a spine. So here is a chain of six ball joints, 18 coordinates, with the
muscles of our table as straight lines across one of them. Standard input: JSON with `muscles` (place at the cut and
direction of pull, metres, forward, left, up), `postures` (18 angles each, radians). Standard output: JSON with the
seconds of the processor for three arms of each muscle in each posture, and the arms in the first posture.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

osim: Any = importlib.import_module("opensim")  # no dependency of this project: only the Python that runs this has it

JOINTS, CUT = 6, 1
LENGTH_M, HALF_PATH_M = 0.035, 0.010


def _vec(forward: float, left: float, up: float) -> Any:
    """OpenSim: x forward, y up, z to the right."""
    return osim.Vec3(forward, up, -left)


def chain(muscles: list[list[list[float]]]) -> Any:
    model = osim.Model()
    below, bodies = model.getGround(), []
    for number in range(JOINTS):
        body = osim.Body(f"part{number}", 5.0, osim.Vec3(0, LENGTH_M / 2, 0), osim.Inertia(0.05, 0.05, 0.05))
        at = osim.Vec3(0, LENGTH_M if number else 0, 0)
        none = osim.Vec3(0, 0, 0)
        model.addBody(body)
        model.addJoint(osim.BallJoint(f"joint{number}", below, at, none, body, none, none))
        below = body
        bodies.append(body)
    for number, (place, way) in enumerate(muscles):
        force = osim.PathActuator()
        force.setName(f"muscle{number}")
        ends = [[at - sign * HALF_PATH_M * step for at, step in zip(place, way, strict=True)] for sign in (1, -1)]
        ends[1][2] += LENGTH_M  # in the frame of the part below, which ends at the joint
        force.addNewPathPoint("above", bodies[CUT], _vec(*ends[0]))
        force.addNewPathPoint("below", bodies[CUT - 1], _vec(*ends[1]))
        model.addForce(force)
    return model


def main() -> None:
    asked = json.load(sys.stdin)
    model = chain(asked["muscles"])
    state = model.initSystem()
    coordinates = [model.getCoordinateSet().get(at) for at in range(model.getCoordinateSet().getSize())]
    about = coordinates[3 * CUT : 3 * CUT + 3]
    paths = [osim.PathActuator.safeDownCast(model.getForceSet().get(at)) for at in range(len(asked["muscles"]))]
    first: list[list[float]] = []
    start = time.process_time()
    for posture in asked["postures"]:
        for coordinate, value in zip(coordinates, posture, strict=True):
            coordinate.setValue(state, value, False)
        model.realizePosition(state)
        arms = [[path.computeMomentArm(state, coordinate) for coordinate in about] for path in paths]
        first = first or arms
    seconds = time.process_time() - start
    json.dump({"version": osim.GetVersion(), "seconds": seconds, "first": first}, sys.stdout)


if __name__ == "__main__":
    main()
