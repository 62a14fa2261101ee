"""Which questions come next. Played to the end with the shipped knowledge: tests/unit/app/test_play_interview.py."""

from __future__ import annotations

import pytest

from carrywell.decide.interview import MOST_LINES, Interviewer, interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from carrywell.model.item import Item
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import (
    EASED,
    advice,
    against,
    combination,
    finding,
    gate,
    knowledge,
    pain_class,
    raised,
    recheck,
    screen,
)

# What can mean what, the highest first, and a sign that raises another.
BLEEDING = finding("heavy_bleeding", "emergency_now")
FEVER = finding("fever", "same_day_gp_or_ed", raises=[raised("vomiting", to="emergency_now")])
VOMITING = finding("vomiting", "within_2_days")
LEG = finding("leg_pain_one", "routine")
SCREENS = (
    screen("later", "vomiting", "leg_pain_one", order=20),
    screen("now", "heavy_bleeding", "fever", order=10),
)
ITEMS = (BLEEDING, FEVER, VOMITING, LEG, *SCREENS)


def asker(*items: Item) -> Interviewer:
    small = knowledge(*items)
    return interviewer(small, rulebook(small))


def asked(case: Case, *items: Item, purpose: str = "triage") -> list[str] | None:
    """The lines of the next screen, or None where nothing is asked any more."""
    asking = asker(*(items or ITEMS))
    questions = asking.next_questions(asking.standing(case), purpose)
    return None if questions is None else [line.id for line in questions.lines]


class TestOrder:
    def test_screens_come_in_their_order(self) -> None:
        assert asked(pregnant(30)) == ["heavy_bleeding", "fever"]
        assert asked(pregnant(30, heavy_bleeding="no", fever="no")) == ["vomiting", "leg_pain_one"]

    def test_lines_stand_as_the_screen_has_them(self) -> None:
        assert asked(pregnant(30), BLEEDING, FEVER, screen("now", "fever", "heavy_bleeding")) == [
            "fever",
            "heavy_bleeding",
        ]

    def test_what_was_answered_is_not_asked_again_whatever_was_said(self) -> None:
        for said in ("no", "unsure"):
            assert asked(pregnant(30, fever=said), FEVER, VOMITING, screen("now", "fever", "vomiting")) == ["vomiting"]

    def test_when_all_is_answered_nothing_is_asked(self) -> None:
        assert asked(pregnant(30, heavy_bleeding="no", fever="no", vomiting="no", leg_pain_one="no")) is None

    def test_only_screens_of_the_purpose(self) -> None:
        about = screen("about", "fever", purpose="about")
        assert asked(pregnant(30), FEVER, about) is None
        assert asked(pregnant(30), FEVER, about, purpose="about") == ["fever"]

    def test_a_screen_shows_at_most_eight_lines_and_the_rest_comes_next(self) -> None:
        names = [
            "fever", "vomiting", "jaundice", "injury", "chest_pain", "fluid_leak", "flank_pain", "bowel_change",
            "vision_change", "stroke_signs",
        ]  # fmt: skip
        items = (*(finding(name, "same_day_gp_or_ed") for name in names), screen("now", *names))
        assert MOST_LINES == 8
        assert asked(pregnant(30), *items) == names[:8]
        assert asked(pregnant(30, **dict.fromkeys(names[:8], "no")), *items) == names[8:]


class TestWhatIsMeantForHer:
    WOUND = finding("wound_problem", "same_day_gp_or_ed", stages=["postpartum_0_6w"])

    def test_a_question_of_another_stage_is_not_asked(self) -> None:
        items = (self.WOUND, screen("after", "wound_problem"))
        assert asked(pregnant(30), *items) is None
        assert asked(postpartum(3), *items) == ["wound_problem"]

    def test_a_question_behind_a_closed_gate_is_not_asked(self) -> None:
        headache = finding("headache_postural", "same_day_gp_or_ed", asked_if="recent_neuraxial")
        items = (headache, finding("recent_neuraxial", kind="context"), screen("head", "headache_postural"))
        assert asked(postpartum(3, recent_neuraxial="no"), *items) is None
        assert asked(postpartum(3, recent_neuraxial="unsure"), *items) == ["headache_postural"]
        assert asked(postpartum(3), *items) == ["headache_postural"]

    def test_an_intimate_question_is_asked_too(self) -> None:
        intimate = finding("genital_sensation_loss", "emergency_now", intimate=True)
        assert asked(pregnant(30), intimate, screen("intimate", intimate.id)) == ["genital_sensation_loss"]


class TestOnlyWhatCanStillMatter:
    def test_an_emergency_ends_it_at_once(self) -> None:
        for purpose in ("about", "triage", "plan"):
            assert asked(pregnant(30, heavy_bleeding="yes"), purpose=purpose) is None

    def test_not_sure_about_an_emergency_ends_it_too(self) -> None:
        assert asked(pregnant(30, heavy_bleeding="unsure")) is None

    def test_at_a_level_of_today_only_what_would_raise_it_is_asked(self) -> None:
        assert asked(pregnant(30, heavy_bleeding="no", fever="yes")) == ["vomiting"]

    def test_what_would_raise_it_only_together_with_a_no_is_not(self) -> None:
        assert asked(pregnant(30, heavy_bleeding="no", fever="no", vomiting="yes")) is None

    def test_while_self_care_is_possible_every_danger_sign_is_asked(self) -> None:
        assert asked(pregnant(30), LEG, screen("legs", "leg_pain_one")) == ["leg_pain_one"]
        assert asked(pregnant(30, vomiting="yes"), LEG, VOMITING, screen("legs", "leg_pain_one")) is None

    def test_a_context_without_a_rule_is_not_asked(self) -> None:
        assert asked(pregnant(30), finding("breastfeeding", kind="context"), screen("more", "breastfeeding")) is None

    def test_a_context_that_raises_something_is_asked_while_that_is_open(self) -> None:
        risk = finding("vte_risk", kind="context")
        leg = finding("one_leg_swollen", "same_day_gp_or_ed", raises=[raised("vte_risk", to="emergency_now")])
        items = (risk, leg, screen("risks", "vte_risk"))
        assert asked(pregnant(30, one_leg_swollen="yes"), *items) == ["vte_risk"]
        assert asked(pregnant(30, one_leg_swollen="no"), *items) is None

    @pytest.mark.parametrize(
        "rests_on_it",
        [
            pain_class("lumbar", "fever", {"site:low_back": 3}),
            pain_class("lumbar", {"all": []}, {"fever": 3}),
            pain_class("lumbar", {"all": []}, {"site:low_back": 3}, speaks_against=[against("fever")]),
            recheck("daily", "fever", 24),
            gate("exercise", "fever"),
            gate("exercise", "site:foot", ask_first=("fever",)),
            advice("cool_drink", applies_when="fever"),
            advice("short_walk", not_when=["fever"]),
        ],
    )
    def test_a_context_that_the_pattern_the_recheck_or_the_plan_rests_on_is_asked(self, rests_on_it: Item) -> None:
        items = (
            finding("fever", kind="context"),
            finding("vomiting", "within_2_days"),
            rests_on_it,
            screen("a", "fever"),
        )
        assert asked(pregnant(30), *items) == ["fever"]
        assert asked(pregnant(30, vomiting="yes"), *items) is None

    def test_a_context_is_still_asked_when_a_sign_deserves_a_look_without_hurry(self) -> None:
        lumbar = pain_class("lumbar", "fever", {"site:low_back": 3})
        items = (finding("fever", kind="context"), LEG, lumbar, screen("a", "fever"))
        assert asked(pregnant(30, leg_pain_one="yes"), *items) == ["fever"]

    def test_what_eases_the_pain_is_asked_while_self_care_is_possible(self) -> None:
        assert asked(pregnant(30), screen("feel", EASED)) == [EASED]


class TestDoorsForNervesAndHeart:
    """At a level of today a question matters too that would name the door which comes before the others."""

    PRESSURE = finding("pelvic_pressure", "same_day_maternity")
    LEG = finding("leg_weakness_one", "same_day_gp_or_ed", door="hospital_spine")
    URINE = finding("burning_frequent_urine", "same_day_gp_or_ed", door="gp_urgent")
    ITEMS = (PRESSURE, LEG, URINE, screen("nerves", "leg_weakness_one", "burning_frequent_urine"))

    def test_is_asked_though_it_would_be_no_faster(self) -> None:
        assert asked(pregnant(30, pelvic_pressure="yes"), *self.ITEMS) == ["leg_weakness_one"]

    def test_is_not_asked_when_that_door_is_named_already(self) -> None:
        numb = finding("saddle_numbness", "same_day_gp_or_ed", door="hospital_spine")
        assert asked(pregnant(30, saddle_numbness="yes"), numb, *self.ITEMS) is None

    def test_at_other_speeds_a_door_alone_is_no_reason(self) -> None:
        slow = finding("leg_weakness_one", "within_2_days", door="hospital_spine")
        items = (finding("vomiting", "within_2_days"), slow, screen("nerves", "leg_weakness_one"))
        assert asked(pregnant(30, vomiting="yes"), *items) is None


class TestPlanQuestions:
    ITEMS = (
        finding("skin_broken", kind="context"),
        VOMITING,
        gate("belt", "skin_broken"),
        screen("before_plan", "skin_broken", "vomiting", purpose="plan"),
    )

    def test_what_the_plan_must_know_is_asked_while_there_is_no_hurry(self) -> None:
        assert asked(pregnant(30), *self.ITEMS, purpose="plan") == ["skin_broken"]

    def test_and_not_when_there_is(self) -> None:
        assert asked(pregnant(30, vomiting="yes"), *self.ITEMS, purpose="plan") is None


class TestPrivateQuestions:
    ITEMS = (
        BLEEDING,
        finding("unsafe_at_home", "emergency_now", private=True, intimate=True),
        screen("alone", "unsafe_at_home", purpose="private"),
        screen("now", "heavy_bleeding"),
    )

    @pytest.mark.parametrize("said", ["no", "yes"])
    def test_are_asked_at_every_level_but_never_for_another_purpose(self, said: str) -> None:
        case = pregnant(30, heavy_bleeding=said)
        assert asked(case, *self.ITEMS, purpose="private") == ["unsafe_at_home"]
        for purpose in ("about", "triage", "plan"):
            assert asked(case, *self.ITEMS, purpose=purpose) is None

    def test_are_not_asked_twice(self) -> None:
        assert asked(pregnant(30, unsafe_at_home="rather_not_say"), *self.ITEMS, purpose="private") is None


class TestUmbrella:
    """One line for many; her no to it spares her the rest."""

    ITEMS = (
        finding("breathless_chest_pain", "emergency_now"),
        finding("fever", "same_day_gp_or_ed"),
        finding("vomiting", "within_2_days"),
        finding("feels_very_ill", kind="umbrella", covers=["fever", "vomiting"]),
        screen("first", "feels_very_ill", order=10),
        screen("then", "fever", "vomiting", order=20),
    )

    def test_is_asked_before_what_it_covers(self) -> None:
        assert asked(pregnant(30), *self.ITEMS) == ["feels_very_ill"]

    def test_a_no_spares_her_what_it_covers(self) -> None:
        assert asked(pregnant(30, feels_very_ill="no"), *self.ITEMS) is None

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_anything_else_opens_it(self, said: str) -> None:
        assert asked(pregnant(30, feels_very_ill=said), *self.ITEMS) == ["fever", "vomiting"]

    def test_is_not_asked_when_nothing_under_it_can_matter_any_more(self) -> None:
        chest = finding("chest_pain", "same_day_gp_or_ed")
        assert asked(pregnant(30, chest_pain="yes"), chest, *self.ITEMS) is None


class TestPlaceMatters:
    def matters(self, case: Case, *items: Item) -> bool:
        asking = asker(*items)
        return asking.place_matters(asking.standing(case))

    def test_while_the_place_could_raise_the_level(self) -> None:
        flank = combination("flank", {"all": ["fever", "site:flank"]}, "emergency_now")
        items = (finding("fever", "same_day_gp_or_ed"), flank)
        assert self.matters(pregnant(30, fever="yes"), *items)
        assert self.matters(pregnant(30, fever="unsure"), *items)
        assert not self.matters(pregnant(30, fever="no"), *items)

    def test_not_when_the_level_is_as_high_already(self) -> None:
        flank = combination("flank", {"all": ["fever", "site:flank"]}, "same_day_maternity")
        assert not self.matters(pregnant(30, fever="yes"), finding("fever", "same_day_gp_or_ed"), flank)

    def test_not_at_a_stage_where_the_rule_has_no_level(self) -> None:
        flank = combination("flank", "site:flank", "emergency_now", stages=["postpartum_0_6w"])
        assert not self.matters(pregnant(30), flank)
        assert self.matters(postpartum(3), flank)

    def test_since_when_it_hurts_matters_like_where(self) -> None:
        recent = {"compare": {"number": "started_weeks_ago", "is": "<", "limit": 2}}
        items = (finding("fever", "same_day_gp_or_ed"), combination("new", recent, "emergency_now"))
        assert self.matters(pregnant(30), *items)
        assert not self.matters(pregnant(30, started_weeks_ago=5), *items)

    def test_a_sign_is_no_place(self) -> None:
        assert not self.matters(pregnant(30), finding("fever", "emergency_now"))

    def test_a_fact_about_the_person_is_no_place(self) -> None:
        assert not self.matters(pregnant(30), combination("late", "is:postpartum", "emergency_now"))


def test_the_speed_reached_is_that_of_her_answers_alone() -> None:
    small = knowledge(FEVER, VOMITING)
    asking = interviewer(small, rulebook(small))
    for case, speed in ((pregnant(30), 0), (pregnant(30, vomiting="yes"), 2), (pregnant(30, fever="unsure"), 3)):
        assert asking.standing(case).speed == speed


@pytest.mark.parametrize(("said", "ended"), [("yes", True), ("unsure", True), ("no", False)])
def test_whether_the_questions_have_ended_in_an_emergency(said: str, ended: bool) -> None:
    assert asker(*ITEMS).is_emergency(pregnant(30, heavy_bleeding=said)) is ended


def test_what_she_is_unsure_about_at_a_level_of_today_is_looked_at_once_more() -> None:
    lines = (BLEEDING, FEVER, VOMITING, finding("breastfeeding", kind="context"))
    case = pregnant(30, heavy_bleeding="no", fever="unsure", vomiting="unsure", breastfeeding="unsure")
    assert [line.id for line in asker(*ITEMS).needs_clarifying(case, lines)] == ["fever"]
