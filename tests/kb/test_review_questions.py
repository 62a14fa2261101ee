"""The hostile review, R002 to R007, R017, R024 and R037: what is asked, and what an answer or a silence means."""

from __future__ import annotations

import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.stage import PREGNANT, Stage
from carrywell.report.sentences import Speaker
from carrywell.web.forms.questions import stored
from tests.lib.cases import AT_EACH_STAGE, ORDINARY, all_no, also, assessed, level, postpartum, pregnant
from tests.lib.posts import sends
from tests.lib.sentences import speaks_of

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
FINDINGS = KNOWLEDGE.findings
NOW = CareLevel.EMERGENCY_NOW
MATERNITY_TODAY = CareLevel.SAME_DAY_MATERNITY
DOCTOR_TODAY = CareLevel.SAME_DAY_GP_OR_ED
TWO_DAYS = CareLevel.WITHIN_2_DAYS
ROUTINE = CareLevel.ROUTINE
SELF_CARE = CareLevel.SELF_CARE


@pytest.mark.parametrize("sign", ["arm_weak_new", "stroke_signs", "headache_thunderclap"])
@pytest.mark.parametrize("her", AT_EACH_STAGE, ids=lambda her: stage_of(her).value)
def test_r002_a_weak_arm_and_the_signs_of_a_stroke_are_an_emergency_at_every_stage(her: Case, sign: str) -> None:
    assert level(also(her, **{sign: "yes"})) is NOW


def stage_of(her: Case) -> Stage:
    return KNOWLEDGE.stage_of(her.about)


def test_r002_tingling_hands_at_night_can_wait() -> None:
    assert level(pregnant(30, arm_hand_tingling="yes")) is ROUTINE


def test_r002_the_old_id_means_the_weak_arm() -> None:
    old = "about: {weeks_pregnant: 30}\nanswers: {arm_weakness_tingling: yes}\n"
    assert level(read_case_text("old.yaml", old, KNOWLEDGE)) is NOW


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (175, 115, NOW),
        (160, 85, NOW),
        (130, 110, NOW),
        (155, 102, MATERNITY_TODAY),
        (145, 85, TWO_DAYS),
        (130, 92, TWO_DAYS),
        (125, 80, ROUTINE),
    ],
)
def test_r003_a_typed_blood_pressure_decides(upper: float, lower: float, expected: CareLevel) -> None:
    reading = {"blood_pressure_upper": upper, "blood_pressure_lower": lower}
    assert level(pregnant(34, **reading)) is expected
    assert level(pregnant(34, high_blood_pressure="unsure", **reading)).speed >= expected.speed


def test_r003_after_six_weeks_a_very_high_reading_is_still_for_today() -> None:
    assert level(postpartum(3, blood_pressure_upper=165)) is NOW
    assert level(postpartum(9, blood_pressure_upper=165)) is DOCTOR_TODAY


def test_r003_a_reading_with_a_second_sign_is_an_emergency() -> None:
    assert level(pregnant(34, blood_pressure_upper=145, headache_severe="yes")) is NOW


def test_r003_pressure_that_tablets_hold_down_changes_nothing() -> None:
    steady = pregnant(23, blood_pressure_tablets="yes", high_blood_pressure="no", **ORDINARY)
    assert level(all_no(steady)) is SELF_CARE


NEGATIVE = re.compile(r"\b(not|no|never|unable|cannot|without|neither|nor|none)\b|n't\b", re.IGNORECASE)


@pytest.mark.parametrize("name", FINDINGS)
def test_r004_no_question_holds_a_negative_word(name: str) -> None:
    assert NEGATIVE.search(FINDINGS[name].ask.english) is None


@pytest.mark.parametrize(
    "name",
    [
        "cannot_walk", "leg_weakness_one", "hip_bent_cannot_straighten", "block_not_worn_off",
        "not_better_2w", "treatment_not_helping", "antibiotics_not_helping",
    ],
)  # fmt: skip
def test_r004_the_button_yes_of_an_ability_says_that_she_can(name: str) -> None:
    finding = FINDINGS[name]
    assert finding.asks_for == "ability"
    assert stored(finding, Answer.YES) is Answer.NO
    assert stored(finding, Answer.NO) is Answer.YES
    assert stored(finding, Answer.UNSURE) is Answer.UNSURE
    assert speaks_of(finding.ask.english, r"\byou can\b|\bcan you\b|\bgot better\b")


def test_r004_how_to_tell_an_ability_names_no_button_since_a_list_asks_for_its_loss() -> None:
    """`A foot that drags means No` under the line `A foot newly weak`, with the buttons Yes and No."""
    abilities = [finding for finding in FINDINGS.values() if finding.asks_for == "ability"]
    naming = re.compile(r"\b(?:if|means?|still|choose|answer|say) (?:yes|no)\b|\ba (?:yes|no)\b", re.IGNORECASE)
    told = {finding.id: " ".join(text.english for text in (finding.tell, *finding.lines)) for finding in abilities}
    assert len(told) == 7
    assert {name: found.group() for name, text in told.items() if (found := naming.search(text))} == {}


def test_r005_the_risk_of_infection_is_not_asked_as_drugs_or_medicines() -> None:
    risk = FINDINGS["infection_risk"]
    asked = " ".join([risk.ask.english, *(line.english for line in risk.lines)]).lower()
    assert "drug" not in asked
    assert "tablet" not in asked
    assert speaks_of(risk.tell.english, "ordinary medicines")  # said in so many words: they do not count
    assert speaks_of(FINDINGS["drug_injecting"].ask.english, "street drugs")


def test_r005_a_page_does_not_print_that_she_injects() -> None:
    her = pregnant(24, drug_injecting="yes")
    found, speaker = assessed(her).triage, Speaker(KNOWLEDGE, ENGINE.voice())
    printed = " ".join([speaker.say(her, found), *(sign for rule in found.deciding for sign in speaker.signs(rule))])
    assert level(her) is DOCTOR_TODAY
    assert "inject" not in printed.lower()
    assert "drug" not in printed.lower()


INTIMATE = tuple(name for name, finding in FINDINGS.items() if finding.intimate)


@pytest.mark.parametrize(
    ("her", "name"),
    [(her, name) for her in AT_EACH_STAGE for name in INTIMATE if stage_of(her) in FINDINGS[name].stages],
    ids=lambda value: value if isinstance(value, str) else stage_of(value).value,
)
def test_r006_to_skip_an_intimate_question_changes_nothing(her: Case, name: str) -> None:
    said_no = all_no(her)
    silent = said_no.model_copy(update={"answers": {k: v for k, v in said_no.answers.items() if k != name}})
    for case in (also(said_no, **{name: "rather_not_say"}), silent):
        assert level(case, "cautious") is level(also(said_no, **{name: "no"}), "cautious")
        assert assessed(case, "cautious").private == ()


def test_r006_the_questions_on_sex_drugs_danger_and_self_harm_are_among_them() -> None:
    private = {name for name, finding in FINDINGS.items() if finding.private}
    assert {"genital_sensation_loss", "drug_injecting", *private} <= set(INTIMATE)


def test_r006_unsure_is_not_a_skip() -> None:
    her = all_no(pregnant(24, **ORDINARY))
    assert level(also(her, genital_sensation_loss="unsure"), "cautious") is NOW
    assert level(also(her, genital_sensation_loss="rather_not_say"), "cautious") is SELF_CARE


@pytest.mark.parametrize("name", [name for name in INTIMATE if not FINDINGS[name].private])
def test_r006_beside_each_intimate_line_stands_that_she_would_rather_not_say(name: str) -> None:
    page = sends(f"q/now/{name},fever", pregnant(24), ("pregnant",)).content.decode()  # nothing marked: shown again
    assert f'name="{name}" type="radio" value="rather_not_say"' in page
    assert 'name="fever" type="radio" value="rather_not_say"' not in page


def test_r006_she_is_told_that_she_can_answer_later_alone() -> None:
    left_open = ENGINE.voice().phrase("result.left_open")
    assert speaks_of(left_open, "later", "alone")
    declined = also(all_no(pregnant(24, **ORDINARY)), drug_injecting="rather_not_say")
    assert left_open in sends("result", declined, ("pregnant",)).content.decode()


def test_r007_only_three_findings_count_one_step_lower() -> None:
    lower = {name for name, finding in FINDINGS.items() if finding.unsure == "one_step_lower"}
    assert lower == {"night_rest_pain", "severe_pain", "something_is_wrong"}


@pytest.mark.parametrize(
    "name", ["pain_in_waves", "backache_new_low_constant", "pelvic_pressure", "sudden_worst_pain", "cannot_walk"]
)
@pytest.mark.parametrize("weeks", [20, 27, 36])
def test_r007_unsure_about_labour_abruption_or_walking_counts_as_yes(name: str, weeks: float) -> None:
    unsure, yes = assessed(pregnant(weeks, **{name: "unsure"})), assessed(pregnant(weeks, **{name: "yes"}))
    assert unsure.triage.level is yes.triage.level
    assert unsure.triage.level.is_today


def test_r007_unsure_at_rest_or_severe_is_one_step_slower_and_no_more() -> None:
    assert level(pregnant(27, night_rest_pain="unsure")) is TWO_DAYS
    assert level(pregnant(27, night_rest_pain="yes")) is MATERNITY_TODAY


def test_r007_an_unsure_line_of_today_is_looked_at_once_more_with_how_to_tell() -> None:
    waves = FINDINGS["pain_in_waves"]
    assert ENGINE.interviewer.needs_clarifying(pregnant(27, pain_in_waves="unsure"), (waves,)) == (waves,)
    assert speaks_of(waves.tell.english, "on your side", "ten minutes|10 minutes")


def test_r017_brown_counts_as_bleeding_before_birth_and_as_nothing_after() -> None:
    smell = FINDINGS["smelly_discharge"]
    assert speaks_of(FINDINGS["vaginal_bleeding"].ask.english, "brown")
    assert not speaks_of(smell.ask.english, "brown")
    assert speaks_of(smell.tell.english, "to brown is expected")
    assert set(FINDINGS["vaginal_bleeding"].stages) == set(PREGNANT)
    assert level(pregnant(9, vaginal_bleeding="yes")) is MATERNITY_TODAY


def test_r024_a_normal_temperature_after_a_tablet_does_not_count() -> None:
    assert speaks_of(FINDINGS["fever"].tell.english, "paracetamol", "(6|six) hours", "does not count")
    feels_ill = pregnant(24, feels_unwell="yes")
    assert level(feels_ill) is TWO_DAYS
    assert level(also(feels_ill, fever_medicine_taken="yes")) is MATERNITY_TODAY


def test_r024_too_cold_or_heart_and_breath_racing_is_an_emergency() -> None:
    assert speaks_of(FINDINGS["sepsis_signs"].ask.english, "under 36")
    assert all(level(also(her, sepsis_signs="yes")) is NOW for her in AT_EACH_STAGE)


def test_r024_a_fever_with_a_risk_of_infection_is_an_emergency_only_with_a_sign_of_the_spine_or_of_sepsis() -> None:
    flu = postpartum(3, infection_risk="yes", fever="yes")
    assert level(flu) is MATERNITY_TODAY
    for sign in ("night_rest_pain", "leg_numb_tingling", "leg_weakness_one", "feels_very_ill", "shaking_chills"):
        assert level(also(flu, **{sign: "yes"})) is NOW


def test_r024_a_breast_infection_that_antibiotics_do_not_help_is_for_today() -> None:
    assert speaks_of(FINDINGS["antibiotics_not_helping"].tell.english, "breast infection")
    assert level(postpartum(3, antibiotics_not_helping="yes")).is_today


def test_r037_weight_loss_is_not_asked_in_the_first_six_weeks() -> None:
    assert Stage.POSTPARTUM_0_6W not in FINDINGS["weight_loss_sweats"].stages
