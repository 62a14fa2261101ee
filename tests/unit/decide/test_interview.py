"""Which questions come next. Played to the end with the shipped knowledge: tests/unit/app/test_play_interview.py."""

from __future__ import annotations

import pytest

from carrywell.decide.interview import MOST_LINES, Interviewer, Questions, interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from carrywell.model.item import Item
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import (
    EASED,
    advice,
    against,
    combination,
    fact,
    finding,
    gate,
    knowledge,
    pain_class,
    raised,
    recheck,
    screen,
    umbrella,
)

# What can mean what, the highest first, and a sign that raises another.
BLEEDING = finding("heavy_bleeding", "emergency_now")
FEVER = finding("fever", "same_day_gp_or_ed", raises=[raised("vomiting", to="emergency_now")])
VOMITING = finding("vomiting", "within_2_days")
LEG = finding("leg_pain_one", "routine")
ITEMS = (LEG, VOMITING, FEVER, BLEEDING)
ALL_NO = {"heavy_bleeding": "no", "fever": "no", "vomiting": "no", "leg_pain_one": "no", EASED: "no"}


def asker(*items: Item) -> Interviewer:
    small = knowledge(*items)
    return interviewer(small, rulebook(small))


def next_screen(case: Case, *items: Item, purpose: str = "triage") -> Questions | None:
    asking = asker(*(items or ITEMS))
    return asking.next_questions(asking.standing(case), purpose)


def asked(case: Case, *items: Item, purpose: str = "triage") -> list[str] | None:
    """The lines of the next screen, or None where nothing is asked any more. What eases the pain is left aside."""
    questions = next_screen(case.model_copy(update={"answers": {EASED: "no", **case.answers}}), *items, purpose=purpose)
    return None if questions is None else [line.id for line in questions.lines]


class TestOrder:
    def test_what_could_be_most_urgent_comes_first_wherever_it_stands_in_the_knowledge_base(self) -> None:
        urgent_first = ["heavy_bleeding", "fever", "vomiting", "leg_pain_one"]
        assert asked(pregnant(30)) == urgent_first
        assert asked(pregnant(30), *reversed(ITEMS)) == urgent_first

    def test_what_she_has_said_moves_the_rest(self) -> None:
        feverish = finding("fever", "within_2_days", raises=[raised("leg_pain_one", to="emergency_now")])
        items = (VOMITING, LEG, feverish)
        assert asked(pregnant(30), *items) == ["fever", "vomiting", "leg_pain_one"]
        assert asked(pregnant(30, fever="yes"), *items) == ["leg_pain_one"]

    def test_what_was_answered_is_not_asked_again_whatever_was_said(self) -> None:
        for said in ("no", "unsure"):
            assert asked(pregnant(30, fever=said), FEVER, VOMITING) == ["vomiting"]

    def test_when_all_is_answered_nothing_is_asked(self) -> None:
        assert next_screen(pregnant(30, **ALL_NO)) is None

    def test_a_screen_shows_at_most_eight_lines_and_the_rest_comes_next(self) -> None:
        names = sorted((
            "fever", "vomiting", "jaundice", "injury", "chest_pain", "fluid_leak", "flank_pain", "bowel_change",
            "vision_change", "stroke_signs",
        ))  # fmt: skip
        items = [finding(name, "same_day_gp_or_ed") for name in names]
        assert MOST_LINES == 8
        assert asked(pregnant(30), *items) == names[:8]
        assert asked(pregnant(30, **dict.fromkeys(names[:8], "no")), *items) == names[8:]


class TestHeading:
    """The words over a list follow from its first line."""

    @pytest.mark.parametrize(
        ("case", "heading"),
        [
            (pregnant(30), "now"),
            (pregnant(30, heavy_bleeding="no"), "today"),
            (pregnant(30, heavy_bleeding="no", fever="no"), "also"),
            (pregnant(30, heavy_bleeding="no", fever="no", vomiting="no"), "also"),
        ],
    )
    def test_says_how_urgent_it_could_be(self, case: Case, heading: str) -> None:
        questions = next_screen(case)
        assert questions is not None
        assert questions.screen.id == heading

    def test_is_that_of_the_plan_where_the_plan_asks(self) -> None:
        questions = next_screen(
            pregnant(30), finding("skin_broken", kind="context"), gate("belt", "skin_broken"), purpose="plan"
        )
        assert questions is not None
        assert questions.screen.id == "cautions"

    def test_numbers_stand_on_a_screen_of_their_own(self) -> None:
        upper = finding("blood_pressure_upper", asks_for="number", lowest=60, highest=260)
        lower = finding("blood_pressure_lower", asks_for="number", lowest=30, highest=160)
        high = {"any": [{"compare": {"number": name, "is": ">=", "limit": 110}} for name in (upper.id, lower.id)]}
        items = (upper, lower, VOMITING, combination("high_pressure", high, "emergency_now"))
        questions = next_screen(pregnant(30, vomiting="no", **{EASED: "no"}), *items)
        assert questions is not None
        assert questions.screen.id == "numbers"
        assert {line.id for line in questions.lines} == {upper.id, lower.id}


class TestBeforeItsUmbrella:
    """At a level of today only an emergency still matters: what one yes makes one is asked at once."""

    UMBRELLA = umbrella("any_of_two", "jaundice", "flank_pain", opens="opens")
    SIGNS = (
        finding("fever", "same_day_gp_or_ed", raises=[raised("jaundice", to="emergency_now")]),
        finding("jaundice", "within_2_days"),
        finding("flank_pain", "within_2_days"),
        UMBRELLA,
    )

    def test_what_is_now_an_emergency_does_not_wait(self) -> None:
        assert asked(pregnant(30, fever="yes"), *self.SIGNS) == ["jaundice", "any_of_two"]

    def test_nor_where_she_was_unsure_of_the_sign_that_it_goes_with(self) -> None:
        assert asked(pregnant(30, fever="unsure"), *self.SIGNS) == ["jaundice", "any_of_two"]

    def test_below_today_the_umbrella_asks_for_all_in_one_line(self) -> None:
        slower = finding("fever", "within_2_days", raises=[raised("jaundice", to="emergency_now")])
        assert asked(pregnant(30, fever="yes"), slower, *self.SIGNS[1:]) == ["any_of_two"]

    def test_after_these_their_umbrella_comes_first(self) -> None:
        raises = [raised(name, to="emergency_now") for name in ("jaundice", "flank_pain")]
        both = finding("fever", "same_day_gp_or_ed", raises=raises)
        case = pregnant(30, fever="yes", jaundice="no")
        assert asked(case, both, *self.SIGNS[1:]) == ["any_of_two"]

    def test_no_more_than_a_list_holds_and_these_besides_the_eight_of_every_screen(self) -> None:
        names = [f"sign_{at}" for at in range(10)]
        fever = finding("fever", "same_day_gp_or_ed", raises=[raised(name, to="emergency_now") for name in names])
        others = [finding(f"other_{at}", "emergency_now") for at in range(3)]
        over = umbrella("any_of_ten", *names, opens="opens")
        found = asked(pregnant(30, fever="yes"), fever, *map(finding, names), *others, over)
        assert found == [line.id for line in others] + names[:8] + ["any_of_ten"]

    def test_not_where_the_umbrella_has_the_level_itself(self) -> None:
        direct = umbrella("any_of_two", "jaundice", "flank_pain", level="emergency_now")
        signs = [finding(name, "emergency_now") for name in ("jaundice", "flank_pain")]
        assert asked(pregnant(30, fever="yes"), self.SIGNS[0], *signs, direct) == ["any_of_two"]


class TestWhatIsAskedWithHerWeeks:
    """The emergencies of every stage, in one list; and what a screen about her names, one by one."""

    NEEDLE = finding("recent_neuraxial", kind="context", stages=["postpartum_0_6w"])
    ABOUT = screen("about_birth", "recent_neuraxial", stages=["postpartum_0_6w"])

    def first(self, *items: Item) -> list[str]:
        return [line.id for line in asker(*items).first_questions.lines]

    def test_emergencies_of_every_stage(self) -> None:
        assert self.first(BLEEDING, VOMITING, LEG) == ["heavy_bleeding"]
        assert asker(*ITEMS).first_questions.screen.id == "now"

    def test_none_that_is_an_emergency_at_some_stages_only(self) -> None:
        one_stage = finding("heavy_bleeding", "emergency_now", stages=["third_trimester"])
        some_stages = finding("fluid_leak", level_by_stage={"third_trimester": "emergency_now"})
        milder_once = finding("chest_pain", "emergency_now", level_by_stage={"first_trimester": "same_day_gp_or_ed"})
        assert self.first(one_stage, some_stages, milder_once) == []

    def test_none_of_the_nerves_and_none_that_is_intimate_or_private(self) -> None:
        nerves = finding("saddle_numbness", "emergency_now", door="hospital_spine")
        intimate = finding("genital_sensation_loss", "emergency_now", intimate=True)
        private = finding("unsafe_at_home", "emergency_now", private=True)
        assert self.first(nerves, intimate, private) == []

    def test_the_umbrella_in_place_of_what_it_covers(self) -> None:
        parts = (finding("chest_pain", "emergency_now"), finding("breathless_chest_pain", "emergency_now"))
        names = [part.id for part in parts]
        assert self.first(*parts, umbrella("chest_or_breath", *names, level="emergency_now")) == ["chest_or_breath"]

    @pytest.mark.parametrize(("case", "lines"), [(pregnant(30), None), (postpartum(3), ["recent_neuraxial"])])
    def test_a_screen_about_her_is_put_at_its_stages(self, case: Case, lines: list[str] | None) -> None:
        assert asked(case, self.NEEDLE, self.ABOUT, purpose="about") == lines

    def test_and_not_again(self) -> None:
        assert asked(postpartum(3, recent_neuraxial="no"), self.NEEDLE, self.ABOUT, purpose="about") is None

    def test_it_is_shown_before_her_weeks_are_known_by_whether_she_is_pregnant(self) -> None:
        asking = asker(self.NEEDLE, self.ABOUT)
        assert asking.about_her(pregnant=True) == ()
        assert [line.id for shown in asking.about_her(pregnant=False) for line in shown.lines] == ["recent_neuraxial"]


class TestWhatIsMeantForHer:
    WOUND = finding("wound_problem", "same_day_gp_or_ed", stages=["postpartum_0_6w"])

    def test_a_question_of_another_stage_is_not_asked(self) -> None:
        assert asked(pregnant(30), self.WOUND) is None
        assert asked(postpartum(3), self.WOUND) == ["wound_problem"]

    def test_a_question_behind_a_closed_gate_is_not_asked(self) -> None:
        headache = finding("headache_postural", "same_day_gp_or_ed", asked_if="recent_neuraxial")
        items = (headache, finding("recent_neuraxial", kind="context"))
        assert asked(postpartum(3, recent_neuraxial="no"), *items) is None
        assert asked(postpartum(3, recent_neuraxial="unsure"), *items) == ["headache_postural"]
        assert asked(postpartum(3, recent_neuraxial="yes"), *items) == ["headache_postural"]

    def test_what_a_question_hangs_on_is_asked_first_and_alone(self) -> None:
        headache = finding("headache_postural", "emergency_now", asked_if="recent_neuraxial")
        items = (headache, finding("recent_neuraxial", kind="context"))
        assert asked(postpartum(3), *items) == ["recent_neuraxial"]

    def test_what_a_question_hangs_on_is_not_asked_for_a_question_that_cannot_matter(self) -> None:
        headache = finding("headache_postural", "within_2_days", asked_if="recent_neuraxial")
        items = (headache, finding("recent_neuraxial", kind="context"), finding("fever", "same_day_gp_or_ed"))
        assert asked(postpartum(3, fever="yes"), *items) is None

    def test_an_intimate_question_is_asked_too(self) -> None:
        intimate = finding("genital_sensation_loss", "emergency_now", intimate=True)
        assert asked(pregnant(30), intimate) == ["genital_sensation_loss"]

    @pytest.mark.parametrize("said", ["no", "yes"])
    @pytest.mark.parametrize("purpose", ["about", "triage", "plan"])
    def test_a_private_question_never_is(self, said: str, purpose: str) -> None:
        private = finding("unsafe_at_home", "emergency_now", private=True, intimate=True)
        alone = screen("alone", "unsafe_at_home", purpose="private")
        bleeding = pregnant(30, heavy_bleeding=said)
        items = (BLEEDING, private, alone, pain_class("lumbar", "unsafe_at_home", {"unsafe_at_home": 1}))
        assert asked(bleeding, *items, gate("belt", "unsafe_at_home"), purpose=purpose) is None


class TestOnlyWhatCanStillMatter:
    @pytest.mark.parametrize("purpose", ["about", "triage", "plan"])
    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_an_emergency_ends_it_at_once_and_not_sure_about_one_too(self, purpose: str, said: str) -> None:
        items = (*ITEMS, finding("skin_broken", kind="context"), gate("belt", "skin_broken"))
        items = (*items, screen("about_her", "skin_broken"))
        assert asked(pregnant(30, heavy_bleeding="no"), *items, purpose=purpose)
        assert asked(pregnant(30, heavy_bleeding=said), *items, purpose=purpose) is None

    def test_at_a_level_of_today_only_what_would_raise_it_is_asked(self) -> None:
        assert asked(pregnant(30, heavy_bleeding="no", fever="yes")) == ["vomiting"]

    def test_what_would_raise_it_only_together_with_a_no_is_not(self) -> None:
        assert asked(pregnant(30, heavy_bleeding="no", fever="no", vomiting="yes")) is None

    def test_while_self_care_is_possible_every_danger_sign_is_asked(self) -> None:
        assert asked(pregnant(30), LEG) == ["leg_pain_one"]
        assert asked(pregnant(30, vomiting="yes"), LEG, VOMITING) is None

    def test_a_context_without_a_rule_is_not_asked(self) -> None:
        assert asked(pregnant(30), finding("breastfeeding", kind="context")) is None

    def test_a_context_that_raises_something_is_asked_while_that_is_open(self) -> None:
        risk = finding("vte_risk", kind="context")
        leg = finding("one_leg_swollen", "same_day_gp_or_ed", raises=[raised("vte_risk", to="emergency_now")])
        assert asked(pregnant(30, one_leg_swollen="yes"), risk, leg) == ["vte_risk"]
        assert asked(pregnant(30, one_leg_swollen="no"), risk, leg) is None

    @pytest.mark.parametrize(
        "rests_on_it",
        [
            pain_class("lumbar", "fever", {"site:low_back": 3}),
            pain_class("lumbar", {"all": []}, {"fever": 3}),
            pain_class("lumbar", {"all": []}, {"site:low_back": 3}, speaks_against=[against("fever")]),
            recheck("daily", "fever", 24),
        ],
    )
    def test_a_context_that_the_pattern_or_the_recheck_rests_on_is_asked(self, rests_on_it: Item) -> None:
        items = (finding("fever", kind="context"), VOMITING, rests_on_it)
        assert asked(pregnant(30, vomiting="no"), *items) == ["fever"]
        assert asked(pregnant(30, vomiting="yes"), *items) is None

    def test_a_context_is_still_asked_when_a_sign_deserves_a_look_without_hurry(self) -> None:
        lumbar = pain_class("lumbar", "fever", {"site:low_back": 3})
        assert asked(pregnant(30, leg_pain_one="yes"), finding("fever", kind="context"), LEG, lumbar) == ["fever"]

    def test_what_eases_the_pain_is_asked_while_self_care_is_possible(self) -> None:
        questions = next_screen(pregnant(30), VOMITING)
        assert questions is not None
        assert [line.id for line in questions.lines] == ["vomiting", EASED]
        assert next_screen(pregnant(30, vomiting="yes"), VOMITING) is None


class TestDoorsForNervesAndHeart:
    """At a level of today a question matters too that would name the door which comes before the others."""

    PRESSURE = finding("pelvic_pressure", "same_day_maternity")
    LEG = finding("leg_weakness_one", "same_day_gp_or_ed", door="hospital_spine")
    URINE = finding("burning_frequent_urine", "same_day_gp_or_ed", door="gp_urgent")
    ITEMS = (PRESSURE, LEG, URINE)

    def test_is_asked_though_it_would_be_no_faster(self) -> None:
        assert asked(pregnant(30, pelvic_pressure="yes"), *self.ITEMS) == ["leg_weakness_one"]

    def test_is_not_asked_when_that_door_is_named_already(self) -> None:
        numb = finding("saddle_numbness", "same_day_gp_or_ed", door="hospital_spine")
        assert asked(pregnant(30, saddle_numbness="yes"), numb, *self.ITEMS) is None

    def test_at_other_speeds_a_door_alone_is_no_reason(self) -> None:
        slow = finding("leg_weakness_one", "within_2_days", door="hospital_spine")
        assert asked(pregnant(30, vomiting="yes"), VOMITING, slow) is None


class TestPlanQuestions:
    """What only the plan must know waits until the plan is fitted to her."""

    SKIN = finding("skin_broken", kind="context")
    RESTS_ON_IT = pytest.mark.parametrize(
        "rests_on_it",
        [
            gate("belt", "skin_broken"),
            gate("belt", "site:foot", ask_first=("skin_broken",)),
            advice("cool_drink", applies_when="skin_broken"),
            advice("short_walk", not_when=["skin_broken"]),
            advice("short_walk", not_when=["is:sore"]),
        ],
    )
    SORE = fact("sore", "skin_broken")

    @RESTS_ON_IT
    def test_it_is_not_asked_before_the_result(self, rests_on_it: Item) -> None:
        assert asked(pregnant(30), self.SKIN, self.SORE, rests_on_it) is None

    @RESTS_ON_IT
    def test_it_is_asked_for_the_plan_while_there_is_no_hurry(self, rests_on_it: Item) -> None:
        items = (self.SKIN, self.SORE, rests_on_it, VOMITING)
        assert asked(pregnant(30, vomiting="no"), *items, purpose="plan") == ["skin_broken"]
        assert asked(pregnant(30, vomiting="yes"), *items, purpose="plan") is None

    def test_under_an_umbrella_that_is_open_already_it_is_asked_with_the_rest(self) -> None:
        items = (
            self.SKIN,
            FEVER,
            VOMITING,
            gate("belt", "skin_broken"),
            umbrella("your_health", "skin_broken", "fever"),
        )
        assert asked(pregnant(30, your_health="yes"), *items) == ["fever", "skin_broken"]


class TestUmbrella:
    """One line for many; her no to it spares her the rest."""

    PARTS = (finding("fever", "same_day_gp_or_ed"), finding("vomiting", "within_2_days"))
    ILL = umbrella("ill", "fever", "vomiting")
    ITEMS = (*PARTS, ILL)

    def test_is_asked_in_place_of_what_it_covers(self) -> None:
        assert asked(pregnant(30), *self.ITEMS) == ["ill"]

    def test_a_no_spares_her_what_it_covers(self) -> None:
        assert asked(pregnant(30, ill="no"), *self.ITEMS) is None

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_anything_else_opens_it(self, said: str) -> None:
        assert asked(pregnant(30, ill=said), *self.ITEMS) == ["fever", "vomiting"]

    def test_what_it_opens_stands_on_a_screen_with_its_title(self) -> None:
        questions = next_screen(pregnant(30, ill="yes"), *self.ITEMS)
        assert questions is not None
        assert (questions.screen.id, questions.screen.title.english) == ("closer", "opens ill")

    def test_what_several_opened_stands_together_under_a_title_that_names_none(self) -> None:
        items = (*self.ITEMS, LEG, umbrella("leg_trouble", "leg_pain_one"))
        questions = next_screen(pregnant(30, ill="unsure", leg_trouble="unsure"), *items)
        assert questions is not None
        assert [line.id for line in questions.lines] == ["fever", "vomiting", "leg_pain_one"]
        assert (questions.screen.id, questions.screen.title.english) == ("closer", "closer")

    def test_what_it_opens_does_not_stand_among_other_lines(self) -> None:
        items = (*self.ITEMS, finding("injury", "same_day_gp_or_ed"), finding("jaundice", "within_2_days"))
        assert asked(pregnant(30), *items) == ["injury", "ill", "jaundice"]
        assert asked(pregnant(30, ill="yes"), *items) in (["fever", "vomiting"], ["injury", "jaundice"])
        assert asked(pregnant(30, ill="yes", injury="no", jaundice="no"), *items) == ["fever", "vomiting"]

    def test_is_not_asked_when_nothing_under_it_can_matter_any_more(self) -> None:
        chest = finding("chest_pain", "same_day_gp_or_ed")
        assert asked(pregnant(30, chest_pain="yes"), chest, *self.ITEMS) is None

    def test_opened_only_what_can_still_matter_is_asked(self) -> None:
        chest = finding("chest_pain", "within_2_days")
        assert asked(pregnant(30, ill="yes", chest_pain="yes"), chest, *self.ITEMS) == ["fever"]

    def test_with_a_level_its_yes_counts_and_opens_nothing(self) -> None:
        parts = (finding("fever", "same_day_gp_or_ed"), finding("vomiting", "same_day_gp_or_ed"))
        items = (*parts, umbrella("ill", "fever", "vomiting", level="same_day_gp_or_ed"), BLEEDING)
        assert asked(pregnant(30), *items) == ["heavy_bleeding", "ill"]
        for said in ("yes", "unsure", "no"):
            assert asked(pregnant(30, ill=said), *items) == ["heavy_bleeding"], said
        assert asker(*items).standing(pregnant(30, ill="yes")).speed == 3

    def test_where_it_is_not_asked_at_her_stage_what_it_covers_is_asked_by_itself(self) -> None:
        items = (*self.PARTS, umbrella("ill", "fever", "vomiting", stages=["postpartum_0_6w"]))
        assert asked(pregnant(30), *items) == ["fever", "vomiting"]
        assert asked(postpartum(3), *items) == ["ill"]

    def test_behind_a_closed_gate_neither_it_nor_what_it_covers_is_asked(self) -> None:
        parts = [finding(name, "same_day_gp_or_ed", asked_if="recent_neuraxial") for name in ("fever", "vomiting")]
        items = (
            *parts,
            finding("recent_neuraxial", kind="context"),
            umbrella("ill", "fever", "vomiting", asked_if="recent_neuraxial"),
        )
        assert asked(postpartum(3), *items) == ["recent_neuraxial"]
        assert asked(postpartum(3, recent_neuraxial="no"), *items) is None
        assert asked(postpartum(3, recent_neuraxial="yes"), *items) == ["ill"]


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
    asking = asker(*ITEMS)
    assert asking.is_emergency(asking.standing(pregnant(30, heavy_bleeding=said))) is ended


def test_what_she_is_unsure_about_at_a_level_of_today_is_looked_at_once_more() -> None:
    lines = (BLEEDING, FEVER, VOMITING, LEG, finding("breastfeeding", kind="context"))
    case = pregnant(30, heavy_bleeding="no", fever="unsure", vomiting="unsure", breastfeeding="unsure")
    assert [line.id for line in asker(*ITEMS).needs_clarifying(case, lines)] == ["fever"]
