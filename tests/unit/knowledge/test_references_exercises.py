from __future__ import annotations

import pytest

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.reader import read_raw
from tests.lib.changed_kb import Edit, changed_kb

WRONG = [
    (Edit("clam.yaml", "end_pose: clam_end", "end_pose: clam_top"), "'clam_top'; allowed: the ids in poses/"),
    (Edit("clam.yaml", "suits: [pgp_posterior", "suits: [pgp_back"), "'pgp_back'; allowed: the ids in classes/"),
    (Edit("clam.yaml", "gates: [exercise]", "gates: [sport, exercise]"), "'sport'; allowed: the ids in gates/"),
    (
        Edit("clam.yaml", "instead: [glute", "instead: [crab, clam, glute"),
        "'crab'; allowed: the ids in exercises/",
        "clam stands in its own place",
    ),
    (Edit("walk.yaml", "gates: [exercise]\n", ""), "walk acts by exercise; allowed is only behind the gate exercise"),
    (Edit("goal_calm.yaml", "helped_by: [pmr", "helped_by: [nap"), "'nap'; allowed: the ids in advice/ or"),
    (Edit("home.yaml", "takes: [", "takes: [dishwasher, "), "unknown id 'dishwasher'; allowed: the ids in advice/"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Fault, ...]:
    """One copy holds all of it; one reading tells every fault."""
    kb = changed_kb(tmp_path_factory.mktemp("wrong"), (edit for edit, *_ in WRONG))
    with pytest.raises(Faulty) as faulty:
        read_raw(kb)
    return tuple(faulty.value.faults)


@pytest.mark.parametrize(("file", "says"), [(edit.file, says) for edit, *all_of_it in WRONG for says in all_of_it])
def test_a_name_that_does_not_exist_is_told_with_its_place(file: str, says: str, told: tuple[Fault, ...]) -> None:
    found = [str(fault) for fault in told if says in fault.says]
    assert found
    assert found[0].partition(":")[0].endswith(file)
