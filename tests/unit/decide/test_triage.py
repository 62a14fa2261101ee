"""How soon, and where: the rules of the care level, each on a knowledge base of a few findings."""

from __future__ import annotations

import pytest

from carrywell.model.assessment import Triage
from carrywell.model.care import CareLevel, Door
from carrywell.model.case import Case
from carrywell.model.item import Item
from carrywell.model.truth import Truth
from tests.lib.cases import also, level, postpartum, pregnant
from tests.lib.small_knowledge import combination, fact, finding, knowledge, raised, triaged, umbrella


def decided(case: Case, *items: Item, unanswered: Truth = Truth.FALSE) -> tuple[str, list[str]]:
    found = triaged(case, knowledge(*items), unanswered)
    return found.level.value, [door.value for door in found.doors]


class TestHighestWins:
    FEVER = finding("fever", "same_day_gp_or_ed")
    VOMITING = finding("vomiting", "within_2_days")
    BLEEDING = finding("heavy_bleeding", "emergency_now")

    def test_the_highest_of_all_that_hold(self) -> None:
        case = pregnant(30, fever="yes", vomiting="yes", heavy_bleeding="yes")
        assert decided(case, self.FEVER, self.VOMITING, self.BLEEDING)[0] == "emergency_now"

    def test_nothing_subtracts(self) -> None:
        alone = decided(pregnant(30, fever="yes"), self.FEVER, self.VOMITING)
        for said in ("yes", "unsure", "no"):
            assert decided(pregnant(30, fever="yes", vomiting=said), self.FEVER, self.VOMITING) == alone

    def test_only_rules_of_the_speed_reached_decide_but_every_rule_that_holds_is_kept(self) -> None:
        small = knowledge(self.FEVER, self.VOMITING, self.BLEEDING)
        found = triaged(pregnant(30, fever="yes", heavy_bleeding="yes", vomiting="no"), small)
        assert [deciding.rule.id for deciding in found.deciding] == ["heavy_bleeding"]
        assert [counted.rule.id for counted in found.counted] == ["fever", "heavy_bleeding"]

    def test_a_raise_lifts_the_level_of_its_finding(self) -> None:
        fever = finding("fever", "same_day_gp_or_ed", raises=[raised("vomiting", to="emergency_now")])
        assert decided(pregnant(30, fever="yes", vomiting="no"), fever, self.VOMITING)[0] == "same_day_gp_or_ed"
        assert decided(pregnant(30, fever="yes", vomiting="yes"), fever, self.VOMITING)[0] == "emergency_now"

    def test_a_finding_counts_at_the_level_of_her_stage(self) -> None:
        bleeding = finding(
            "vaginal_bleeding", "within_2_days", level_by_stage={"third_trimester": "same_day_maternity"}
        )
        assert decided(pregnant(30, vaginal_bleeding="yes"), bleeding)[0] == "same_day_maternity"
        assert decided(pregnant(20, vaginal_bleeding="yes"), bleeding)[0] == "within_2_days"

    def test_a_rule_without_a_level_at_her_stage_does_not_count(self) -> None:
        wound = finding("wound_problem", level_by_stage={"postpartum_0_6w": "same_day_maternity"})
        assert decided(pregnant(30, wound_problem="yes"), wound)[0] == "routine"

    def test_a_yes_to_a_question_of_another_stage_still_counts(self) -> None:
        wound = finding("wound_problem", "same_day_gp_or_ed", stages=["postpartum_0_6w"])
        assert decided(pregnant(30, wound_problem="yes"), wound)[0] == "same_day_gp_or_ed"
        assert level(pregnant(30, bleeding_increasing_after_birth="yes")).is_today


class TestUmbrella:
    """One line for several emergencies counts by itself; any other only opens what it covers."""

    PARTS = (finding("leg_pain_both", "emergency_now"), finding("legs_numb_both", "emergency_now"))
    BOTH = umbrella("both_legs", "leg_pain_both", "legs_numb_both", level="emergency_now", door="hospital_spine")
    LEGS = umbrella("leg_trouble", "leg_pain_both", "legs_numb_both")

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_with_a_level_a_yes_or_not_sure_is_enough(self, said: str) -> None:
        found = decided(pregnant(30, both_legs=said), *self.PARTS, self.BOTH)
        assert found == ("emergency_now", ["hospital_spine"])

    def test_its_no_is_a_no_to_its_parts(self) -> None:
        case = pregnant(30, both_legs="no")
        assert decided(case, *self.PARTS, self.BOTH, unanswered=Truth.UNKNOWN)[0] == "routine"

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_a_part_that_she_named_counts_even_after_its_no(self, said: str) -> None:
        case = pregnant(30, both_legs="no", leg_pain_both=said)
        assert decided(case, *self.PARTS, self.BOTH)[0] == "emergency_now"

    def test_unanswered_it_is_no_reason_of_its_own(self) -> None:
        found = triaged(pregnant(30), knowledge(*self.PARTS, self.BOTH), Truth.UNKNOWN)
        assert [deciding.rule.id for deciding in found.deciding] == ["leg_pain_both", "legs_numb_both"]
        named = pregnant(30, leg_pain_both="no", legs_numb_both="no")
        assert decided(named, *self.PARTS, self.BOTH, unanswered=Truth.UNKNOWN)[0] == "routine"

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_without_a_level_its_yes_leaves_its_parts_open_and_counts_for_nothing_itself(self, said: str) -> None:
        case = pregnant(30, leg_trouble=said)
        assert decided(case, *self.PARTS, self.LEGS)[0] == "routine"
        assert decided(case, *self.PARTS, self.LEGS, unanswered=Truth.UNKNOWN)[0] == "emergency_now"


class TestSpeedBeforeDoor:
    NERVES = finding("leg_weakness_one", "same_day_gp_or_ed", door="hospital_spine")
    PRESSURE = finding("pelvic_pressure", "same_day_maternity")
    NUMB = finding("saddle_numbness", "emergency_now", door="hospital_spine")

    def test_the_faster_level_wins_whatever_its_door(self) -> None:
        case = pregnant(30, saddle_numbness="yes", pelvic_pressure="yes")
        assert decided(case, self.NUMB, self.PRESSURE) == ("emergency_now", ["hospital_spine"])

    def test_at_the_same_speed_the_door_for_nerves_comes_before_the_maternity_unit(self) -> None:
        case = pregnant(30, leg_weakness_one="yes", pelvic_pressure="yes")
        doors = ["hospital_spine", "maternity_unit"]
        assert decided(case, self.NERVES, self.PRESSURE) == ("same_day_gp_or_ed", doors)
        assert decided(case, self.PRESSURE, self.NERVES) == ("same_day_gp_or_ed", doors)

    def test_through_the_maternity_unit_the_level_says_so(self) -> None:
        assert decided(pregnant(30, pelvic_pressure="yes"), self.PRESSURE) == ("same_day_maternity", ["maternity_unit"])

    def test_a_door_is_named_once(self) -> None:
        case = pregnant(30, saddle_numbness="yes", bladder_change="yes")
        bladder = finding("bladder_change", "emergency_now", door="hospital_spine")
        assert decided(case, self.NUMB, bladder)[1] == ["hospital_spine"]

    @pytest.mark.parametrize(
        ("given", "door"),
        [
            ("emergency_now", "ambulance"),
            ("same_day_maternity", "maternity_unit"),
            ("same_day_gp_or_ed", "gp_urgent"),
            ("within_2_days", "midwife_or_gp"),
            ("routine", "midwife_or_gp"),
        ],
    )
    def test_the_usual_door_of_a_level(self, given: str, door: str) -> None:
        assert decided(pregnant(30, fever="yes"), finding("fever", given)) == (given, [door])

    @pytest.mark.parametrize(
        ("case", "doors"),
        [
            (pregnant(15.9, fever="yes"), ["early_pregnancy_unit"]),
            (pregnant(16, fever="yes"), ["maternity_unit"]),
            (postpartum(5.9, fever="yes"), ["maternity_unit"]),
        ],
    )
    def test_maternity_care_before_16_weeks_is_the_early_pregnancy_unit(self, case: Case, doors: list[str]) -> None:
        assert decided(case, finding("fever", "same_day_maternity")) == ("same_day_maternity", doors)

    @pytest.mark.parametrize("weeks", [6, 60])
    def test_the_maternity_unit_no_longer_receives_her_from_six_weeks_after_birth(self, weeks: float) -> None:
        found = decided(postpartum(weeks, fever="yes"), finding("fever", "same_day_maternity"))
        assert found == ("same_day_gp_or_ed", ["hospital_emergency"])


class TestNotSure:
    """Unsure counts as yes for the three levels of today; about the feel of the pain it counts one step slower."""

    @pytest.mark.parametrize(
        ("own", "counts"),
        [
            ("emergency_now", "emergency_now"),
            ("same_day_maternity", "same_day_maternity"),
            ("same_day_gp_or_ed", "same_day_gp_or_ed"),
            ("within_2_days", "routine"),
            ("routine", "routine"),
        ],
    )
    def test_counts_as_yes_for_the_levels_of_today(self, own: str, counts: str) -> None:
        assert decided(pregnant(30, fever="unsure"), finding("fever", own))[0] == counts

    @pytest.mark.parametrize(
        ("own", "counts"),
        [
            ("emergency_now", "same_day_maternity"),
            ("same_day_maternity", "within_2_days"),
            ("same_day_gp_or_ed", "within_2_days"),
            ("within_2_days", "routine"),
        ],
    )
    def test_about_the_feel_of_the_pain_it_counts_one_step_slower(self, own: str, counts: str) -> None:
        night = finding("night_rest_pain", own, unsure="one_step_lower")
        assert decided(pregnant(30, night_rest_pain="unsure"), night)[0] == counts
        assert decided(pregnant(30, night_rest_pain="yes"), night)[0] == own

    @pytest.mark.parametrize(
        ("case", "found"),
        [
            (pregnant(15, severe_pain="unsure"), ("same_day_maternity", ["early_pregnancy_unit"])),
            (postpartum(5, severe_pain="unsure"), ("same_day_maternity", ["maternity_unit"])),
            (postpartum(6, severe_pain="unsure"), ("same_day_gp_or_ed", ["gp_urgent"])),
        ],
    )
    def test_an_emergency_one_step_slower_is_today_with_those_who_look_after_her(
        self, case: Case, found: tuple[str, list[str]]
    ) -> None:
        assert decided(case, finding("severe_pain", "emergency_now", unsure="one_step_lower")) == found

    def test_a_door_of_its_own_stays_when_it_counts_one_step_slower(self) -> None:
        spine = finding("severe_pain", "emergency_now", door="hospital_spine", unsure="one_step_lower")
        assert decided(pregnant(30, severe_pain="unsure"), spine) == ("same_day_gp_or_ed", ["hospital_spine"])

    def test_silence_counts_like_unsure_where_the_caller_is_cautious(self) -> None:
        fever = finding("fever", "emergency_now")
        night = finding("night_rest_pain", "emergency_now", unsure="one_step_lower")
        assert decided(pregnant(30), fever, unanswered=Truth.UNKNOWN)[0] == "emergency_now"
        assert decided(pregnant(30), night, unanswered=Truth.UNKNOWN)[0] == "same_day_maternity"
        assert decided(pregnant(30), fever, night, unanswered=Truth.FALSE)[0] == "routine"

    def test_two_open_halves_of_a_rule_count_as_yes(self) -> None:
        fever = finding("fever", raises=[raised("vomiting", to="emergency_now")])
        case = pregnant(30, fever="unsure", vomiting="unsure")
        assert decided(case, fever, finding("vomiting"))[0] == "emergency_now"

    def test_one_half_that_is_clearly_no_closes_the_rule(self) -> None:
        fever = finding("fever", raises=[raised("vomiting", to="emergency_now")])
        for case in (pregnant(30, fever="unsure", vomiting="no"), pregnant(30, fever="no", vomiting="unsure")):
            assert decided(case, fever, finding("vomiting"))[0] == "routine"

    def test_a_rule_that_needs_the_feel_of_the_pain_is_slower_while_that_is_open(self) -> None:
        fever = finding("fever", raises=[raised("night_rest_pain", to="emergency_now")])
        night = finding("night_rest_pain", unsure="one_step_lower")
        assert decided(pregnant(30, fever="yes", night_rest_pain="unsure"), fever, night)[0] == "same_day_maternity"
        assert decided(pregnant(30, fever="unsure", night_rest_pain="yes"), fever, night)[0] == "emergency_now"

    def test_unsure_about_the_feel_never_counts_for_less_than_no(self) -> None:
        """Another part of the rule is open as well, and that one counts as yes."""
        either = {"any": ["night_rest_pain", "feels_unwell"]}
        sickle = finding("sickle_cell", raises=[raised(either, to="same_day_maternity")])
        others = (finding("night_rest_pain", unsure="one_step_lower"), finding("feels_unwell"))
        for night in ("no", "unsure"):
            case = pregnant(30, sickle_cell="yes", feels_unwell="unsure", night_rest_pain=night)
            assert decided(case, sickle, *others)[0] == "same_day_maternity", night

    def test_an_unknown_reading_of_a_combination_may_count_one_step_slower(self) -> None:
        reading = finding("blood_pressure_upper", asks_for="number", kind="context")
        severe = combination(
            "severe",
            {"compare": {"number": "blood_pressure_upper", "is": ">=", "limit": 160}},
            "emergency_now",
            unsure="one_step_lower",
        )
        for said, counts in (("unsure", "same_day_maternity"), (170, "emergency_now"), (150, "routine")):
            assert decided(pregnant(30, blood_pressure_upper=said), reading, severe)[0] == counts, said

    def test_what_is_certain_is_told_apart(self) -> None:
        small = knowledge(finding("fever", "emergency_now"), finding("vomiting", "emergency_now"))
        found = triaged(pregnant(30, fever="yes", vomiting="unsure"), small)
        assert {deciding.rule.id: deciding.certain for deciding in found.deciding} == {"fever": True, "vomiting": False}


class TestUnhurried:
    FEVER = finding("fever", "same_day_gp_or_ed")

    def decided(self, case: Case, *items: Item, unanswered: Truth = Truth.FALSE) -> tuple[str, list[str]]:
        return decided(case, self.FEVER, *items, unanswered=unanswered)

    def test_pain_that_eases_with_rest_and_no_danger_sign_is_self_care(self) -> None:
        assert self.decided(pregnant(30, fever="no", worse_moving_better_rest="yes")) == ("self_care", [])

    @pytest.mark.parametrize("eased", ["no", "unsure"])
    def test_pain_that_may_not_ease_with_rest_is_looked_at(self, eased: str) -> None:
        found = self.decided(pregnant(30, fever="no", worse_moving_better_rest=eased))
        assert found == ("routine", ["midwife_or_gp"])

    def test_a_danger_sign_that_was_not_answered_keeps_her_from_self_care(self) -> None:
        slow = finding("leg_pain_one", "within_2_days")
        case = pregnant(30, fever="no", worse_moving_better_rest="yes")
        assert self.decided(case, slow, unanswered=Truth.UNKNOWN)[0] == "routine"
        assert self.decided(also(case, leg_pain_one="no"), slow, unanswered=Truth.UNKNOWN)[0] == "self_care"

    def test_a_danger_sign_that_is_not_asked_at_her_stage_does_not(self) -> None:
        wound = finding("wound_problem", "within_2_days", stages=["postpartum_0_6w"])
        case = pregnant(30, fever="no", worse_moving_better_rest="yes")
        assert self.decided(case, wound, unanswered=Truth.UNKNOWN)[0] == "self_care"

    def test_an_intimate_question_must_have_been_asked_for_self_care_but_may_be_left_open(self) -> None:
        intimate = finding("genital_sensation_loss", "emergency_now", intimate=True)
        case = pregnant(30, fever="no", worse_moving_better_rest="yes")
        assert self.decided(case, intimate, unanswered=Truth.UNKNOWN)[0] == "routine"
        assert self.decided(case, intimate, unanswered=Truth.FALSE)[0] == "self_care"
        declined = also(case, genital_sensation_loss="rather_not_say")
        assert self.decided(declined, intimate, unanswered=Truth.UNKNOWN)[0] == "self_care"

    def test_a_sign_that_deserves_a_look_without_hurry_is_told(self) -> None:
        leg = finding("leg_pain_one", "routine")
        found = triaged(pregnant(30, leg_pain_one="yes"), knowledge(self.FEVER, leg))
        assert found.level is CareLevel.ROUTINE
        assert [deciding.rule.id for deciding in found.deciding] == ["leg_pain_one"]

    def test_nothing_said_is_routine_and_never_self_care(self) -> None:
        assert self.decided(pregnant(30)) == ("routine", ["midwife_or_gp"])


class TestPrivate:
    ITEMS = (
        finding("injury", "same_day_gp_or_ed", raises=[raised("unsafe_at_home", to="emergency_now")]),
        finding("unsafe_at_home", "emergency_now", private=True, intimate=True),
        fact("hurt", {"any": ["unsafe_at_home", "self_harm_thoughts"]}),
        finding("self_harm_thoughts", "emergency_now", private=True, intimate=True),
        combination("both", "is:hurt", "emergency_now"),
    )

    @pytest.mark.parametrize("said", ["yes", "no", "unsure", "rather_not_say"])
    def test_private_answers_never_reach_the_level_its_doors_or_its_reasons(self, said: str) -> None:
        silent = triaged(pregnant(30, injury="yes"), knowledge(*self.ITEMS))
        spoken = triaged(
            pregnant(30, injury="yes", unsafe_at_home=said, self_harm_thoughts=said), knowledge(*self.ITEMS)
        )
        assert summary(spoken) == summary(silent) == (CareLevel.SAME_DAY_GP_OR_ED, (Door.GP_URGENT,), ["injury"])

    def test_they_do_not_keep_her_from_self_care_either(self) -> None:
        case = pregnant(30, injury="no", worse_moving_better_rest="yes", unsafe_at_home="yes")
        assert decided(case, *self.ITEMS)[0] == "self_care"


def summary(found: Triage) -> tuple[CareLevel, tuple[Door, ...], list[str]]:
    return found.level, found.doors, [counted.rule.id for counted in found.counted]
