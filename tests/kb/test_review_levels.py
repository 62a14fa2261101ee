"""The hostile review, R008 to R011, R022, R025, R026 and the medium entries: how soon, where, and when to ask again."""

from __future__ import annotations

import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel, Door, Speed
from carrywell.model.case import Case
from carrywell.model.rules import ALWAYS, Fact
from carrywell.report.sentences import Speaker
from tests.lib.cases import AT_EACH_STAGE, ORDINARY, all_no, also, assessed, level, planned, postpartum, pregnant
from tests.lib.sentences import speaks_of

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
FINDINGS, ADVICE = KNOWLEDGE.findings, KNOWLEDGE.advice
NOW = CareLevel.EMERGENCY_NOW
MATERNITY_TODAY = CareLevel.SAME_DAY_MATERNITY
DOCTOR_TODAY = CareLevel.SAME_DAY_GP_OR_ED
TWO_DAYS = CareLevel.WITHIN_2_DAYS
ROUTINE = CareLevel.ROUTINE
SELF_CARE = CareLevel.SELF_CARE


ON_THINNERS = [
    ({"severe_pain": "yes"}, NOW),
    ({"leg_numb_tingling": "yes"}, NOW),
    ({"leg_weakness_one": "yes"}, NOW),
    ({"unsteady_walking": "yes"}, NOW),
    ({"sites": ["mid_back"], "onset": "sudden"}, NOW),
    ({"thoracic_pain": "yes", "onset": "sudden"}, NOW),
    ({"recent_neuraxial": "yes", "pain_growing_or_new_severe": "yes"}, NOW),
    ({"recent_neuraxial": "yes", "leg_numb_tingling": "yes"}, NOW),
    ({"hip_bent_cannot_straighten": "yes"}, NOW),
    ({"flank_pain": "yes", "dizzy_spell": "yes"}, NOW),
    ({"flank_pain": "yes", "faint_collapse": "yes"}, NOW),
    ({"sites": ["low_back"], "started_weeks_ago": 1}, DOCTOR_TODAY),
    ({"sites": ["mid_back"], "onset": "gradual"}, DOCTOR_TODAY),
    ({"getting_worse_fast": "yes"}, DOCTOR_TODAY),
]


@pytest.mark.parametrize(
    ("said", "expected"), ON_THINNERS, ids=lambda value: "+".join(value) if isinstance(value, dict) else ""
)
def test_r008_on_blood_thinners_new_back_pain_is_for_today_and_a_nerve_sign_for_now(
    said: dict[str, object], expected: CareLevel
) -> None:
    assert level(postpartum(2, blood_thinners="yes", **said)).speed is expected.speed
    assert level(postpartum(2, blood_thinners="yes", **said)).speed >= level(postpartum(2, **said)).speed


def test_r008_a_known_ache_of_months_on_blood_thinners_stays_at_home() -> None:
    known = pregnant(23, blood_thinners="yes", started_weeks_ago=20, onset="gradual", course="steady", **ORDINARY)
    assert level(all_no(known)) is SELF_CARE


def test_r008_the_question_names_injections_after_a_caesarean() -> None:
    assert speaks_of(FINDINGS["blood_thinners"].ask.english, "heparin", "caesarean")


@pytest.mark.parametrize("her", AT_EACH_STAGE, ids=lambda her: KNOWLEDGE.stage_of(her.about).value)
def test_r009_a_bad_accident_is_an_emergency_a_stumble_is_for_today(her: Case) -> None:
    assert level(also(her, injury="yes")) is NOW
    assert level(also(her, injury_minor="yes")).speed is Speed.TODAY


@pytest.mark.parametrize(
    "sign",
    [
        "pain_in_waves",
        "backache_new_low_constant",
        "severe_pain",
        "low_lying_placenta",
        "blood_thinners",
        "leg_numb_tingling",
    ],
)
def test_r009_a_fall_with_a_second_sign_is_an_emergency_from_20_weeks(sign: str) -> None:
    assert level(pregnant(24, injury_minor="yes", **{sign: "yes"})) is NOW


@pytest.mark.parametrize("her", AT_EACH_STAGE, ids=lambda her: KNOWLEDGE.stage_of(her.about).value)
def test_r009_a_fall_with_a_nerve_sign_or_a_sore_neck_is_an_emergency_at_every_stage(her: Case) -> None:
    for name in ("leg_numb_tingling", "unsteady_walking"):
        assert level(also(her, injury_minor="yes", **{name: "yes"})) is NOW
    for site in ("neck", "mid_back"):
        assert level(also(her.model_copy(update={"pain": pregnant(8, sites=[site]).pain}), injury_minor="yes")) is NOW


def test_r009_both_questions_look_back_three_days() -> None:
    assert speaks_of(FINDINGS["injury"].ask.english, "(3|three) days")
    assert speaks_of(FINDINGS["injury_minor"].ask.english, "(3|three) days")


@pytest.mark.parametrize(
    "signs",
    [
        ["severe_pain"], ["sudden_worst_pain"], ["faint_collapse"], ["fluid_leak", "fever"],
        ["headache_severe"], ["pain_under_ribs"],
    ],
    ids="+".join,
)  # fmt: skip
def test_r010_a_baby_that_moves_less_with_strong_pain_is_an_emergency(signs: list[str]) -> None:
    assert level(pregnant(32, fewer_movements="yes")) is MATERNITY_TODAY
    assert level(pregnant(32, fewer_movements="yes", **dict.fromkeys(signs, "yes"))) is NOW


def test_r010_no_movement_at_all_does_not_wait_for_a_call_back() -> None:
    assert speaks_of(FINDINGS["fewer_movements"].tell.english, "go .*now", "wait for a call back")


AFTER_CANCER = [
    ({"night_rest_pain": "yes"}, Speed.TODAY),
    ({"severe_pain": "yes"}, Speed.TODAY),
    ({"getting_worse_fast": "yes"}, Speed.TODAY),
    ({"course": "worse_over_weeks"}, Speed.TODAY),
    ({"worse_with": ["coughing_sneezing"]}, Speed.TODAY),
    ({"sites": ["neck"]}, Speed.TODAY),
    ({"thoracic_pain": "yes"}, Speed.TODAY),
    ({"leg_numb_tingling": "yes"}, Speed.NOW),
    ({"leg_pain_one": "yes"}, Speed.NOW),
    ({"leg_pain_one": "yes", "leg_pain_cough": "yes"}, Speed.NOW),
    ({"unsteady_walking": "yes"}, Speed.NOW),
    ({"leg_weakness_one": "yes"}, Speed.NOW),
    ({"cannot_walk": "yes"}, Speed.NOW),
]


@pytest.mark.parametrize(
    ("said", "speed"), AFTER_CANCER, ids=lambda value: "+".join(value) if isinstance(value, dict) else ""
)
def test_r011_after_cancer_growing_pain_is_for_today_and_a_nerve_sign_for_now(
    said: dict[str, object], speed: Speed
) -> None:
    assert level(postpartum(20, cancer_history="yes")) is TWO_DAYS
    assert level(postpartum(20, cancer_history="yes", **said)).speed is speed


@pytest.mark.parametrize(
    ("said", "speed"),
    [
        ({}, Speed.TWO_DAYS),
        ({"started_weeks_ago": 0.5}, Speed.TODAY),
        ({"onset": "sudden"}, Speed.TODAY),
        ({"new_strong_hip_buttock_pain_one": "yes"}, Speed.TODAY),
        ({"fever": "yes"}, Speed.NOW),
        ({"breathless_chest_pain": "yes"}, Speed.NOW),
        ({"sites": ["chest"]}, Speed.NOW),
        ({"headache_any": "yes"}, Speed.NOW),
        ({"severe_pain": "yes"}, Speed.NOW),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else "",
)
def test_r022_pain_with_sickle_cell_disease_is_a_crisis_until_shown_otherwise(
    said: dict[str, object], speed: Speed
) -> None:
    assert level(pregnant(24, sickle_cell="yes", **said)).speed is speed


def test_r022_no_cold_heat_or_exercise_with_sickle_cell_disease() -> None:
    her = also(all_no(pregnant(24, **ORDINARY)), sickle_cell="yes")
    offered = planned(assessed(her))
    assert "cold_pack" not in offered
    assert not any(advice.acts in ("heat", "exercise") and advice.kind == "do" for advice in offered.values())


def test_r022_the_reason_is_written_down_and_not_left_to_the_level() -> None:
    lists = [
        ADVICE["cold_pack"].not_when,
        *([line.when for line in KNOWLEDGE.gates[name].not_when] for name in ("heat", "exercise")),
    ]
    assert all(Fact("sickle_cell") in reasons for reasons in lists)


def test_r025_a_weak_foot_with_pressure_low_down_goes_to_the_spine_first() -> None:
    her = pregnant(25, leg_weakness_one="yes", pelvic_pressure="yes")
    found = assessed(her)
    assert found.triage.level is DOCTOR_TODAY
    assert found.triage.doors == (Door.HOSPITAL_SPINE, Door.MATERNITY_UNIT)
    sentence = Speaker(KNOWLEDGE, ENGINE.voice()).say(her, found.triage)
    assert speaks_of(sentence, "25 weeks pregnant", re.escape(FINDINGS["leg_weakness_one"].me.english), "today")


def test_r025_numbness_between_the_legs_is_not_shown_the_door_of_labour() -> None:
    assert assessed(pregnant(30, saddle_numbness="yes")).triage.doors == (Door.HOSPITAL_SPINE,)
    assert assessed(pregnant(30, vaginal_bleeding="yes")).triage.doors == (Door.MATERNITY_UNIT,)


@pytest.mark.parametrize(
    ("her", "first_hours", "days"),
    [
        (pregnant(24, started_weeks_ago=0.3), 8, (1, 3, 7)),
        (pregnant(24, new_or_changed_pain="yes"), 8, (1, 3, 7)),
        (pregnant(30, leg_numb_tingling="yes"), 24, tuple(range(2, 15))),
        (postpartum(9, thigh_pain_both="yes"), 24, tuple(range(2, 15))),
        (pregnant(30, recent_neuraxial="yes"), 24, tuple(range(2, 15))),
        (postpartum(1, birth="vaginal"), 24, tuple(range(2, 15))),
        (pregnant(24, injury_minor="yes"), 4, (1, 3)),
        (pregnant(24, started_weeks_ago=9), 168, (14, 21, 28)),
    ],
    ids=["new", "changed", "numb leg", "thighs", "needle", "first days", "fall", "steady"],
)
def test_r026_every_result_says_when_to_ask_again(her: Case, first_hours: int, days: tuple[int, ...]) -> None:
    follow_up = assessed(her).follow_up
    assert follow_up.in_hours == first_hours
    assert follow_up.recheck.then_hours == tuple(24 * day for day in days)


def test_r026_any_yes_starts_the_whole_list_again_and_the_words_say_so() -> None:
    after_a_sign = [recheck for recheck in KNOWLEDGE.recheck.values() if recheck.when != ALWAYS]
    closely = [recheck for recheck in after_a_sign if recheck.id != "tightenings_hour"]  # which says: then phone
    assert len(closely) > 5
    assert all(speaks_of(recheck.says.english, "starts the whole list again") for recheck in closely)


def test_r026_above_routine_she_asks_again_the_next_day_at_the_latest() -> None:
    assert assessed(pregnant(24, heart_racing="yes")).follow_up.in_hours <= 24


MEDIUM = [
    ("R031", pregnant(24, new_or_changed_pain="yes"), ROUTINE),
    ("R031", all_no(pregnant(23, day={"mopping": 30}, **ORDINARY)), SELF_CARE),
    ("R032", pregnant(32, breathless_lying_flat="yes"), NOW),
    ("R033", pregnant(24, new_groin_thigh_pain_one="yes"), TWO_DAYS),
    ("R033", pregnant(24, new_groin_thigh_pain_one="yes", one_leg_swollen="yes"), MATERNITY_TODAY),
    ("R034", pregnant(36, pelvic_pressure="yes"), MATERNITY_TODAY),
    ("R034", pregnant(38, pelvic_pressure="yes"), ROUTINE),
    ("R034", pregnant(38, pelvic_pressure="yes", pain_in_waves="yes"), MATERNITY_TODAY),
    ("R034", pregnant(36, show_mucus="yes"), MATERNITY_TODAY),
    ("R035", pregnant(30, tightenings_irregular="yes"), TWO_DAYS),
    ("R035", pregnant(30, pain_in_waves="yes"), MATERNITY_TODAY),
    ("R036", pregnant(30, dizzy_spell="yes"), TWO_DAYS),
    ("R036", pregnant(30, dizzy_spell="yes", vaginal_bleeding="yes"), NOW),
    ("R036", pregnant(30, heart_racing="yes"), TWO_DAYS),
    ("R036", pregnant(30, faint_collapse="yes"), NOW),
    ("R037", postpartum(20, weight_loss_sweats="yes"), TWO_DAYS),
    ("R038", postpartum(16, bleeding_increasing_after_birth="yes"), ROUTINE),
    ("R038", postpartum(3, bleeding_increasing_after_birth="yes"), MATERNITY_TODAY),
    ("R038", postpartum(16, bleeding_increasing_after_birth="yes", smelly_discharge="yes"), DOCTOR_TODAY),
    ("R039", pregnant(9, nsaid_taken="yes"), ROUTINE),
    ("R039", pregnant(21, nsaid_taken="yes"), TWO_DAYS),
    ("R040", pregnant(30, stress_leak_only="yes"), ROUTINE),
    ("R040", pregnant(30, bladder_change="yes"), NOW),
    ("R041", pregnant(30, thigh_pain_both="yes"), DOCTOR_TODAY),
    ("R041", pregnant(30, thigh_pain_both="yes", leg_numb_tingling="yes"), NOW),
    ("R042", pregnant(38, prolapse_feeling="yes"), ROUTINE),
    ("R042", pregnant(38, urge_to_push="yes"), NOW),
    ("R043", postpartum(1, pubic_crack_at_birth="yes"), MATERNITY_TODAY),
    ("R044", postpartum(8, recent_neuraxial="yes", leg_weakness_one="yes"), NOW),
    ("R044", pregnant(24, recent_neuraxial="yes", severe_pain="yes"), MATERNITY_TODAY),
    ("R045", postpartum(2, recent_neuraxial="yes", pain_growing_or_new_severe="yes"), MATERNITY_TODAY),
    ("R045", postpartum(2, recent_neuraxial="yes", pain_growing_or_new_severe="yes", fever="yes"), NOW),
    ("R046", postpartum(4, limp_harder_walking="yes"), TWO_DAYS),
    ("R046", postpartum(1, limp_harder_walking="yes"), MATERNITY_TODAY),
    ("R047", pregnant(24, skin_rash_band="yes"), DOCTOR_TODAY),
    ("R048", postpartum(20, infection_risk="yes", worse_over_weeks="yes"), DOCTOR_TODAY),
    ("R048", postpartum(20, infection_risk="yes", night_rest_pain="yes"), DOCTOR_TODAY),
    ("R049", pregnant(32, aorta_risk="yes", thoracic_pain="yes"), NOW),
    ("R049", pregnant(32, aorta_risk="yes", sites=["upper_back"], onset="gradual"), NOW),
    ("R050", pregnant(24, second_contact_same_problem="yes"), TWO_DAYS),
    ("R054", pregnant(30, babies=2, tightenings_irregular="yes"), MATERNITY_TODAY),
    ("R055", pregnant(24, nerve_trouble_before="yes", leg_weakness_one="yes"), NOW),
    ("R056", pregnant(14, vaginal_bleeding="yes", rhesus_negative="yes"), MATERNITY_TODAY),
    ("R081", postpartum(2, blood_thinners="yes", hip_bent_cannot_straighten="yes"), NOW),
    ("R111", pregnant(24, something_is_wrong="yes"), MATERNITY_TODAY),
    ("R111", pregnant(24, something_is_wrong="unsure"), TWO_DAYS),
    ("R112", postpartum(5, recent_neuraxial="yes", fever="yes"), NOW),
    ("R112", postpartum(7, recent_neuraxial="yes", fever="yes"), NOW),
    ("R112", pregnant(24, injury_minor="yes", vaginal_bleeding="yes"), NOW),
    ("R112", pregnant(24, injury_minor="yes", tightenings_irregular="yes"), NOW),
    ("R112", pregnant(24, no_urine_6h="yes"), NOW),
    ("R112", pregnant(30, headache_severe="yes"), MATERNITY_TODAY),
    ("R112", pregnant(30, headache_severe="yes", vision_change="yes"), NOW),
    ("R112", postpartum(5, one_leg_swollen="yes"), MATERNITY_TODAY),
    ("R112", pregnant(30, fewer_movements="yes", constant_severe_tummy_pain="yes"), NOW),
]


@pytest.mark.parametrize(
    ("entry", "her", "expected"), MEDIUM, ids=lambda value: value if isinstance(value, str) else ""
)
def test_medium_entries_keep_the_level_that_was_agreed(entry: str, her: Case, expected: CareLevel) -> None:
    assert level(her) is expected, entry
