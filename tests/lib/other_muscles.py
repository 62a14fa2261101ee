"""The eight measured postures with another model's muscles: same net load, passive tissue and abdominal pressure.

`python -m tests.lib.other_muscles` prints the table of docs/explanation/body.md; it needs `CARRYWELL_MYO_SIM` (see
`tests.lib.myotorso`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from carrywell.body import tissue
from carrywell.body.muscles import muscles
from carrywell.body.posture import Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import RANGES
from tests.lib.measured_loads import pressures_measured
from tests.lib.muscle_sharing_qp import shared_by_qp
from tests.lib.myotorso import FOLDER, OtherMuscles, muscles_at_l4_l5
from tests.lib.postures_measured import JUDGED, MAN

_ONE = np.asarray(1.0)


@dataclass(frozen=True)
class Compared:
    """Disc pressure in MPa with our muscles and with the others, and what the others cannot hold, in N m."""

    ours: float
    others: float
    missing_nm: float


def compared(posture: Posture, others: OtherMuscles) -> Compared:
    found = spine_load(posture, MAN)
    forces = np.asarray(found.forces_n)
    has = muscles(np.asarray(MAN.height_m), np.asarray(70.0), np.asarray(True), _ONE, _ONE, _ONE)
    wanted = forces @ has.arms_m
    floor = RANGES["co_contraction"][1]
    shared = shared_by_qp(wanted, others.arms_m, others.strengths_n, floor, reserve=True)
    assert shared is not None
    without = float(found.compression_n) + float(forces @ has.directions[:, 2])
    compression = without - float(shared @ others.along)
    area = float(tissue.disc_area_m2(MAN.height_m, True)) * tissue.PRESSURE_FACTOR
    missing = float(np.linalg.norm(shared @ others.arms_m - wanted))
    return Compared(float(found.disc_pressure_mpa), compression / area / 1e6, missing)


def main() -> None:
    others = muscles_at_l4_l5(Path(FOLDER))
    measured, rows = pressures_measured(), {name: compared(posture, others) for name, posture in JUDGED.items()}
    print(f"{len(others.names)} muscles across L4/L5, mean arm of the back muscles {others.back_arm_m * 100:.1f} cm")
    for name, row in rows.items():
        print(f"{name:16} {measured[name]:.2f} {row.ours:.2f} {row.others:.2f} {row.missing_nm:.0f}")
    for which in ("ours", "others"):
        errors = np.array([getattr(row, which) - measured[name] for name, row in rows.items()])
        print(f"{which}: {np.sqrt(np.mean(errors**2)):.3f} MPa root mean square")


if __name__ == "__main__":
    main()
