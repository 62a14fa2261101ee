"""What is said over time names only what exists. The real knowledge base, with one thing wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import KB, read_knowledge


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        (
            "over_time/stronger.yaml",
            "id: stronger",
            "id: stronger_now",
            "id: found 'stronger_now'; allowed: 'not_settled', ",
        ),
        (
            "over_time/third_contact.yaml",
            "finding: second_contact_same_problem",
            "finding: third",
            "unknown finding 'third'",
        ),
        ("over_time/nerve_signs_add_up.yaml", "[leg_pain_one,", "[leg_ache,", "unknown finding 'leg_ache'"),
        ("over_time/both_legs_marked.yaml", "[lower_leg]", "[shin]", "unknown place 'shin'; allowed: upper_back, "),
        ("recheck/worse_since.yaml", "stronger,", "weaker,", "unknown id 'weaker'; allowed: the ids in over_time/"),
        ("lasting_signs/clot.yaml", "[one_leg_swollen,", "[one_arm_swollen,", "unknown finding 'one_arm_swollen'"),
        ("lasting_signs/clot.yaml", "[one_leg_swollen,", "[fever,", "fever stands in clot too; allowed is one group"),
        ("classes/muscle_strain.yaml", "[POGP_ELHT, ", "[POGP, ", "unknown source 'POGP'"),
        (
            "classes/needle_site_soreness.yaml",
            "backache_after_epidural, basis",
            "ache, basis",
            "unknown finding 'ache'",
        ),
        ("classes/coccyx.yaml", "weeks: 2, basis: design", "weeks: 2, basis: sourced", "at least one source is needed"),
    ],
)
def test_what_does_not_exist_is_a_fault_with_its_place(
    file: str, right: str, wrong: str, told: str, tmp_path: Path
) -> None:
    kb = shutil.copytree(KB, tmp_path / "kb")
    content = (kb / file).read_text(encoding="utf-8")
    assert right in content
    (kb / file).write_text(content.replace(right, wrong), encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        read_knowledge(kb)
    assert any(told in str(fault) for fault in caught.value.faults), [str(fault) for fault in caught.value.faults]
