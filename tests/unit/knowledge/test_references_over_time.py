"""What is said over time names only what exists. The real knowledge base, with much wrong at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import read_raw
from tests.lib.changed_kb import Edit, changed_kb

WRONG = [
    (Edit("stronger.yaml", "id: stronger", "id: stronger_now"), "id: found 'stronger_now'; allowed: 'not_settled', "),
    (
        Edit("third_contact.yaml", "finding: second_contact_same_problem", "finding: third"),
        "unknown finding 'third'",
    ),
    (Edit("nerve_signs_add_up.yaml", "[leg_pain_one,", "[leg_ache,"), "unknown finding 'leg_ache'"),
    (Edit("both_legs_marked.yaml", "[lower_leg]", "[shin]"), "unknown place 'shin'; allowed: upper_back, "),
    (Edit("worse_since.yaml", "stronger,", "weaker,"), "unknown id 'weaker'; allowed: the ids in over_time/"),
    (
        Edit("lasting_signs/clot.yaml", "[one_leg_swollen,", "[one_arm_swollen, fever,"),
        "unknown finding 'one_arm_swollen'",
        "fever stands in clot too; allowed is one group",
    ),
    (Edit("muscle_strain.yaml", "[POGP_ELHT, ", "[POGP, "), "unknown source 'POGP'"),
    (Edit("needle_site_soreness.yaml", "backache_after_epidural, basis", "ache, basis"), "unknown finding 'ache'"),
    (Edit("coccyx.yaml", "weeks: 2, basis: design", "weeks: 2, basis: sourced"), "at least one source is needed"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """One copy holds all of it; one reading tells every fault."""
    kb: Path = changed_kb(tmp_path_factory.mktemp("wrong"), (edit for edit, *_ in WRONG))
    with pytest.raises(Faulty) as caught:
        read_raw(kb)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("says", [says for _, *all_of_it in WRONG for says in all_of_it])
def test_what_does_not_exist_is_a_fault_with_its_place(says: str, told: list[str]) -> None:
    assert any(says in fault for fault in told), told
