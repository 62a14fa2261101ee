"""The levels that the two books hold. What is refused stands in bad_kb; here is how they are read."""

from __future__ import annotations

from carrywell.knowledge.floors import floor_levels, higher, is_lower, written_levels
from carrywell.model.care import CareLevel
from carrywell.model.rules import Fact
from carrywell.model.stage import Stage
from tests.lib.second_books import floor
from tests.lib.small_knowledge import combination, finding, knowledge, raised

THIRD, AFTER = Stage.THIRD_TRIMESTER, Stage.POSTPARTUM_12M_36M
FEVER, LEAK, SHIVERS = (frozenset({Fact(name)}) for name in ("fever", "fluid_leak", "shaking_chills"))
SMALL = knowledge(
    finding(
        "fever",
        "same_day_gp_or_ed",
        level_by_stage={"third_trimester": "same_day_maternity"},
        raises=[raised({"any": ["fluid_leak", "shaking_chills"]}, to="emergency_now")],
    ),
    finding("fluid_leak", "same_day_maternity", stages=["third_trimester"]),
    finding("shaking_chills"),
    finding("unsafe_at_home", "emergency_now", private=True),
    combination("both", {"all": ["shaking_chills", "is:pregnant"]}, "within_2_days", stages=["third_trimester"]),
    floor(
        "infection",
        {"level": "same_day_gp_or_ed", "alone": ["fever"]},
        {"level": "same_day_maternity", "stages": ["third_trimester"], "alone": ["fever"]},
        {"level": "emergency_now", "together": [["fever", {"any": ["fluid_leak", "shaking_chills"]}]]},
    ),
)
WRITTEN = {(one.way, one.stage): one.level for one in written_levels(SMALL)}


def test_each_finding_has_the_level_of_the_stage() -> None:
    assert WRITTEN[FEVER, THIRD] is CareLevel.SAME_DAY_MATERNITY
    assert WRITTEN[FEVER, AFTER] is CareLevel.SAME_DAY_GP_OR_ED


def test_a_level_counts_where_all_of_it_is_asked() -> None:
    assert (LEAK, AFTER) not in WRITTEN
    assert WRITTEN[FEVER | LEAK, THIRD] is CareLevel.EMERGENCY_NOW
    assert (FEVER | LEAK, AFTER) not in WRITTEN
    assert WRITTEN[FEVER | SHIVERS, AFTER] is CareLevel.EMERGENCY_NOW


def test_a_combination_counts_at_its_own_stages() -> None:
    way = SHIVERS | {Fact("is:pregnant")}
    assert [stage for (found, stage) in WRITTEN if found == way] == [THIRD]


def test_the_private_track_has_no_level() -> None:
    assert not any(Fact("unsafe_at_home") in way for way, _ in WRITTEN)


def test_of_two_floors_the_higher_counts() -> None:
    floors = floor_levels(SMALL)
    assert floors[FEVER, THIRD] is CareLevel.SAME_DAY_MATERNITY
    assert floors[FEVER, AFTER] is CareLevel.SAME_DAY_GP_OR_ED
    assert floors[FEVER | SHIVERS, AFTER] is CareLevel.EMERGENCY_NOW


def test_levels_are_ordered_by_their_public_names() -> None:
    assert higher(CareLevel.ROUTINE, CareLevel.SAME_DAY_GP_OR_ED) is CareLevel.SAME_DAY_GP_OR_ED
    assert is_lower(CareLevel.SAME_DAY_GP_OR_ED, CareLevel.SAME_DAY_MATERNITY)
    assert not is_lower(CareLevel.ROUTINE, CareLevel.ROUTINE)
