from __future__ import annotations

from pathlib import Path

import pytest

from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import read_raw
from tests.lib.changed_kb import Edit, changed_kb


@pytest.mark.parametrize(("edit", "told"), [
    (Edit("clam.yaml", "end_pose: clam_end", "end_pose: clam_top"), "'clam_top'; allowed: the ids in poses/"),
    (Edit("clam.yaml", "suits: [pgp_posterior", "suits: [pgp_back"), "'pgp_back'; allowed: the ids in classes/"),
    (Edit("clam.yaml", "gates: [exercise]", "gates: [sport, exercise]"), "'sport'; allowed: the ids in gates/"),
    (Edit("clam.yaml", "instead: [glute", "instead: [crab, glute"), "'crab'; allowed: the ids in exercises/"),
    (Edit("clam.yaml", "instead: [glute", "instead: [clam, glute"), "clam stands in its own place"),
    (Edit("walk.yaml", "gates: [exercise]\n", ""), "walk acts by exercise; allowed is only behind the gate exercise"),
    (Edit("goal_calm.yaml", "helped_by: [pmr", "helped_by: [nap"), "'nap'; allowed: the ids in advice/ or"),
    (Edit("home.yaml", "takes: [", "takes: [dishwasher, "), "unknown id 'dishwasher'; allowed: the ids in advice/"),
])  # fmt: skip
def test_a_name_that_does_not_exist_is_told_with_its_place(edit: Edit, told: str, tmp_path: Path) -> None:
    with pytest.raises(Faulty) as faulty:
        read_raw(changed_kb(tmp_path, [edit]))
    found = [str(fault) for fault in faulty.value.faults if told in fault.says]
    assert found
    assert found[0].partition(":")[0].endswith(edit.file)
