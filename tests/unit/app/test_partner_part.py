"""From a decided result to her partner's part, and from the part to the page."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.partner_part import PartnerSheet, part_for, partner_sheet
from carrywell.model.case import Case
from carrywell.model.partner_part import PartnerPart
from tests.lib.cases import ORDINARY, all_no, also, assessed, postpartum, pregnant

ENGINE = open_engine()
WELL = all_no(pregnant(23, **ORDINARY, day={"mopping": 30, "carrying_child": 20, "desk_work": 240}))


def _part(case: Case) -> PartnerPart:
    return part_for(ENGINE, assessed(case, "asked"))


def _sheet(case: Case) -> PartnerSheet:
    return partner_sheet(ENGINE, _part(case))


def _ids(entries: tuple[object, ...]) -> list[str]:
    return [entry.id for entry in entries]  # type: ignore[attr-defined]


def test_the_part_of_a_woman_who_is_well() -> None:
    assert _part(WELL) == PartnerPart(
        pregnant=True,
        weeks=20,
        massage=("mass_listen", "mass_partner", "mass_sacrum", "mass_steps"),
        warmth=True,
        tasks=("carrying_child", "mopping"),
    )


@pytest.mark.parametrize(
    ("weeks", "rounded"),
    [(4.0, 4), (7.9, 4), (13.9, 12), (14.0, 14), (15.9, 14), (16.0, 16), (27.9, 24), (28, 28), (41.5, 40)],
)
def test_weeks_are_rounded_down_and_stay_in_her_stage(weeks: float, rounded: int) -> None:
    assert _part(all_no(pregnant(weeks))).weeks == rounded
    stage = ENGINE.knowledge.stage_of
    assert stage(pregnant(weeks).about) == stage(pregnant(rounded).about)


@pytest.mark.parametrize(("weeks", "rounded"), [(0.5, 0), (5.9, 4), (6.0, 6), (9, 8), (51.9, 48), (52, 52), (80, 80)])
def test_weeks_after_the_end_too(weeks: float, rounded: int) -> None:
    assert _part(all_no(postpartum(weeks, ended="birth", birth="vaginal", baby_with_me="yes"))).weeks == rounded


@pytest.mark.parametrize("sign", ["one_leg_swollen", "vaginal_bleeding", "fever", "chest_pain", "saddle_numbness"])
def test_a_sign_that_closes_massage_closes_it_here_without_its_name(sign: str) -> None:
    part = _part(also(WELL, **{sign: "yes"}))
    assert part.massage == ()
    assert sign not in repr(part)
    sheet = partner_sheet(ENGINE, part)
    assert (sheet.massage, bool(sheet.not_to_do), bool(sheet.danger)) == ((), True, True)


def test_what_was_not_asked_closes_it_too() -> None:
    assert part_for(ENGINE, assessed(pregnant(23, **ORDINARY), "asked")).massage == ()


def test_the_page_offers_no_massage_that_the_plan_did_not() -> None:
    sheet = partner_sheet(
        ENGINE, PartnerPart(pregnant=True, weeks=20, massage=("mass_partner", "walk_daily", "nothing"))
    )
    assert _ids(sheet.massage) == ["mass_partner"]


def test_chores_go_by_her_day_and_danger_signs_by_her_stage() -> None:
    sheet = _sheet(WELL)
    assert [task.id for task in sheet.tasks] == ["mopping", "carrying_child"]
    assert _ids(sheet.chores)[:2] == ["partner_chores", "partner_child"]
    assert _ids(sheet.danger) == ["partner_danger_pregnant"]
    without_child = _sheet(WELL.model_copy(update={"day": {"mopping": 30.0}}))
    assert "partner_child" not in _ids(without_child.chores)


def test_what_a_partner_cannot_take_over_is_not_passed_on() -> None:
    assert "desk_work" not in _part(WELL).tasks
    assert partner_sheet(ENGINE, PartnerPart(pregnant=True, weeks=20, tasks=("desk_work", "nothing"))).tasks == ()


def test_after_a_birth_with_her_baby_the_nights_are_in_it() -> None:
    sheet = _sheet(all_no(postpartum(4, ended="birth", birth="vaginal", baby_with_me="yes", day={"nappy_changes": 8})))
    assert "carry_help" in _ids(sheet.chores)
    assert [task.id for task in sheet.tasks] == ["nappy_changes"]
    assert _ids(sheet.danger) == ["partner_danger_after"]


def test_after_a_loss_there_is_no_care_of_a_baby() -> None:
    sheet = _sheet(all_no(postpartum(4, ended="loss")))
    assert "loss_partner" in _ids(sheet.chores)
    assert "carry_help" not in _ids(sheet.chores)
    forged = partner_sheet(ENGINE, PartnerPart(pregnant=False, weeks=4, loss=True, tasks=("nappy_changes",)))
    assert forged.tasks == ()


def test_the_gate_is_asked_again_with_what_can_become_true_at_her_stage() -> None:
    before = [str(when) for when in _sheet(WELL).before_each_massage]
    after = [str(when) for when in _sheet(all_no(postpartum(20, ended="loss"))).before_each_massage]
    for name in ("is:clot_signs", "is:fever_or_unwell", "is:cauda_equina_signs"):
        assert any(name in when for when in before)
        assert any(name in when for when in after)
    assert any("fewer_movements" in when for when in before)
    assert not any("fewer_movements" in when or "fluid_leak" in when for when in after)
