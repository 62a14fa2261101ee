"""In what order the questions come: the most urgent that one more yes could make it, given what she has said."""

from __future__ import annotations

from random import Random

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.agenda import Agenda, first_lines
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import rulebook
from carrywell.model.care import Speed
from carrywell.model.case import Case
from carrywell.model.item import Item
from carrywell.model.knowledge import Finding
from carrywell.model.truth import Truth
from tests.lib.cases import AT_EACH_STAGE, pregnant
from tests.lib.small_knowledge import EASED, combination, fact, finding, knowledge, raised, umbrella


def agenda(case: Case, *items: Item) -> Agenda:
    small = knowledge(*items)
    return Agenda(small, rulebook(small), Facts(case, small, Truth.FALSE))


def order(case: Case, *items: Item) -> list[str]:
    """Every line of these items that she has not answered, in order."""
    findings = [item for item in items if isinstance(item, Finding) and item.id not in case.answers]
    return [line.id for line in agenda(case, *items).in_order(findings)]


NOW = finding("vision_change", "emergency_now")
TODAY = finding("fever", "same_day_gp_or_ed")
TWO_DAYS = finding("dizzy_spell", "within_2_days")
WEEKS = finding("burning_frequent_urine", "routine")
NOTHING = finding("breastfeeding", kind="context")


class TestUrgency:
    def test_emergencies_then_today_then_the_rest(self) -> None:
        by_id = [WEEKS, NOTHING, TWO_DAYS, TODAY, NOW]  # so that neither the ids nor the files give the order
        wanted = ["vision_change", "fever", "dizzy_spell", "burning_frequent_urine", "breastfeeding"]
        assert order(pregnant(30), *by_id) == wanted
        assert order(pregnant(30), *reversed(by_id)) == wanted

    def test_it_is_that_of_her_stage(self) -> None:
        bleeding = finding("vaginal_bleeding", level_by_stage={"third_trimester": "emergency_now"})
        assert order(pregnant(30), TODAY, bleeding) == ["vaginal_bleeding", "fever"]
        assert order(pregnant(20), TODAY, bleeding) == ["fever", "vaginal_bleeding"]

    @pytest.mark.parametrize(
        ("line", "speed"), [(NOW, Speed.NOW), (TODAY, Speed.TODAY), (WEEKS, Speed.WEEKS), (NOTHING, -1)]
    )
    def test_how_fast_a_yes_to_one_line_would_make_things(self, line: Finding, speed: int) -> None:
        assert agenda(pregnant(30), line).speed(line) == speed


class TestOneMoreYes:
    """What she has said counts: a line that would now be an emergency comes to the front."""

    FEVER = finding("fever", "same_day_gp_or_ed", raises=[raised("recent_neuraxial", to="emergency_now")])
    NEEDLE = finding("recent_neuraxial", kind="context")
    JAUNDICE = finding("jaundice", "same_day_gp_or_ed")
    ITEMS = (FEVER, NEEDLE, JAUNDICE)

    def test_before_she_has_said_anything_a_sign_has_its_own_level(self) -> None:
        assert order(pregnant(30), *self.ITEMS) == ["fever", "jaundice", "recent_neuraxial"]

    def test_a_yes_moves_what_would_raise_it_to_the_front(self) -> None:
        assert order(pregnant(30, fever="yes"), *self.ITEMS) == ["recent_neuraxial", "jaundice"]
        assert agenda(pregnant(30, fever="yes"), *self.ITEMS).speed(self.NEEDLE) == Speed.NOW

    def test_a_no_does_not(self) -> None:
        assert order(pregnant(30, fever="no"), *self.ITEMS) == ["jaundice", "recent_neuraxial"]

    def test_not_sure_does_since_it_counts_as_yes_at_such_a_level(self) -> None:
        assert order(pregnant(30, fever="unsure"), *self.ITEMS) == ["recent_neuraxial", "jaundice"]

    def test_but_not_where_it_counts_one_step_slower(self) -> None:
        felt = finding(
            "fever",
            "same_day_gp_or_ed",
            unsure="one_step_lower",
            raises=[raised("recent_neuraxial", to="emergency_now")],
        )
        assert order(pregnant(30, fever="unsure"), felt, self.NEEDLE, self.JAUNDICE) == ["jaundice", "recent_neuraxial"]

    def test_an_emergency_by_itself_comes_before_one_by_what_she_has_said(self) -> None:
        needle_in_more = combination("two", {"all": ["recent_neuraxial", "jaundice"]}, "emergency_now")
        items = (*self.ITEMS, NOW, needle_in_more)
        assert order(pregnant(30, fever="yes"), *items) == ["vision_change", "recent_neuraxial", "jaundice"]

    def test_a_rule_that_needs_two_more_is_not_yet_urgent(self) -> None:
        items = (*self.ITEMS, finding("vomiting", kind="context"))
        three = combination("three", {"all": ["fever", "recent_neuraxial", "vomiting"]}, "emergency_now")
        without = (finding("fever", "same_day_gp_or_ed"), *items[1:], three)
        assert agenda(pregnant(30, fever="yes"), *without).speed(self.NEEDLE) == -1
        assert agenda(pregnant(30, fever="yes", vomiting="yes"), *without).speed(self.NEEDLE) == Speed.NOW

    def test_a_named_fact_is_looked_through(self) -> None:
        ill = fact("ill", {"any": ["vomiting", "jaundice"]})
        items = (finding("fever"), finding("vomiting"), self.JAUNDICE, ill)
        both = combination("both", {"all": ["fever", "is:ill"]}, "emergency_now")
        assert agenda(pregnant(30, fever="yes"), *items, both).speed(items[1]) == Speed.NOW

    def test_a_fact_about_her_counts_as_said(self) -> None:
        late = finding("fever", raises=[raised("is:weeks_ge_28", "vomiting", to="emergency_now")])
        vomiting = finding("vomiting", kind="context")
        assert agenda(pregnant(30, fever="yes"), late, vomiting).speed(vomiting) == Speed.NOW
        assert agenda(pregnant(20, fever="yes"), late, vomiting).speed(vomiting) == -1


class TestOneYesAlone:
    """A rule may rest on several names, and one yes be enough for it all the same."""

    def test_where_who_she_is_does_the_rest(self) -> None:
        twins = finding("fever", "within_2_days", raises=[raised("is:twins_or_more", to="same_day_maternity")])
        assert agenda(pregnant(30, babies=2), twins).speed(twins) == Speed.TODAY
        assert agenda(pregnant(30, babies=1), twins).speed(twins) == Speed.TWO_DAYS

    def test_where_one_of_several_is_needed(self) -> None:
        upper = finding("blood_pressure_upper", asks_for="number", lowest=60, highest=260)
        lower = finding("blood_pressure_lower", asks_for="number", lowest=30, highest=160)
        limits = ((upper, 160), (lower, 110))
        either = {"any": [{"compare": {"number": one.id, "is": ">=", "limit": limit}} for one, limit in limits]}
        items = (upper, lower, combination("severe", either, "emergency_now"))
        assert agenda(pregnant(30), *items).speed(upper) == Speed.NOW

    def test_it_is_what_the_shipped_rules_make_of_one_yes(self) -> None:
        engine, wrong = open_engine(), {}
        for case in AT_EACH_STAGE:
            facts = Facts(case, engine.knowledge, Truth.FALSE)
            shipped = Agenda(engine.knowledge, engine.book, facts)
            for line in engine.knowledge.findings.values():
                if not (line.private or line.covers) and facts.is_asked(line):
                    said = facts.if_yes(line.id)
                    rules = [rule for rule in engine.book.of_finding[line.id] if said.holds(rule.when) is Truth.TRUE]
                    levels = [level for rule in rules if (level := rule.level_at(facts.stage)) is not None]
                    speed = max((level.speed for level in levels), default=-1)
                    if speed != shipped.speed(line):
                        wrong[line.id, facts.stage.value] = (speed, shipped.speed(line))
        assert wrong == {}


class TestUmbrella:
    CHEST = finding("chest_pain", "emergency_now")
    STROKE = finding("stroke_signs", "emergency_now")
    OPENS = umbrella("ill", "chest_pain", "fever")

    def test_counts_as_the_most_urgent_that_it_covers(self) -> None:
        assert agenda(pregnant(30), self.OPENS, self.CHEST, TODAY).speed(self.OPENS) == Speed.NOW

    def test_what_it_covers_counts_no_more_once_it_is_answered(self) -> None:
        case = pregnant(30, chest_pain="no")
        assert agenda(case, self.OPENS, self.CHEST, TODAY).speed(self.OPENS) == Speed.TODAY

    def test_a_sign_that_leads_there_at_once_comes_before_one_that_only_opens(self) -> None:
        assert order(pregnant(30), self.OPENS, self.STROKE, self.CHEST, TODAY)[1:3] == ["stroke_signs", "ill"]

    def test_but_not_before_one_that_opens_something_more_urgent(self) -> None:
        jaundice = finding("jaundice", "same_day_gp_or_ed")
        lines = agenda(pregnant(30), self.OPENS, self.CHEST, TODAY, jaundice).in_order([jaundice, self.OPENS])
        assert [line.id for line in lines] == ["ill", "jaundice"]

    def test_with_a_level_of_its_own_it_leads_there_at_once(self) -> None:
        items = (self.CHEST, self.STROKE, NOW)
        direct = umbrella("any_of_two", "chest_pain", "stroke_signs", level="emergency_now")
        lines = agenda(pregnant(30), *items, direct).in_order([NOW, direct])
        assert [line.id for line in lines] == ["any_of_two", "vision_change"]  # by id: neither comes first by kind


class TestTies:
    def test_what_makes_an_emergency_with_more_others_comes_first(self) -> None:
        with_two = [raised(name, to="emergency_now") for name in ("dizzy_spell", "vision_change")]
        items = (
            finding("fever", "same_day_gp_or_ed"),
            finding("jaundice", "same_day_gp_or_ed", raises=[raised("dizzy_spell", to="emergency_now")]),
            finding("vomiting", "same_day_gp_or_ed", raises=with_two),
            TWO_DAYS,
        )
        assert order(pregnant(30), *items) == ["vomiting", "jaundice", "fever", "dizzy_spell"]

    def test_lines_of_one_door_stand_together_those_of_nerves_and_heart_before_maternity(self) -> None:
        doors = {
            "fever": "maternity_unit",
            "injury": "hospital_spine",
            "jaundice": "maternity_unit",
            "vomiting": "hospital_spine",
        }
        items = [finding(name, "same_day_gp_or_ed", door=door) for name, door in doors.items()]
        assert order(pregnant(30), *items) == ["injury", "vomiting", "fever", "jaundice"]

    def test_then_what_could_matter_most_together_with_others(self) -> None:
        slower = [raised(name, to="within_2_days") for name in ("is:pregnant", "is:postpartum")]
        items = (
            finding("fever", "same_day_gp_or_ed", raises=slower),
            finding("vomiting", "same_day_gp_or_ed", raises=[raised("injury", to="emergency_now")]),
            finding("injury", "same_day_gp_or_ed"),
        )
        assert order(pregnant(30), *items) == ["injury", "vomiting", "fever"]

    def test_then_what_takes_part_in_more_rules(self) -> None:
        raises = [raised("is:pregnant", to="within_2_days"), raised("is:postpartum", to="within_2_days")]
        items = (finding("fever", "same_day_gp_or_ed"), finding("vomiting", "same_day_gp_or_ed", raises=raises))
        assert order(pregnant(30), *items) == ["vomiting", "fever"]

    def test_then_the_id_so_that_there_is_one_order_only(self) -> None:
        items = [finding(name, "same_day_gp_or_ed") for name in ("vomiting", "fever", "jaundice")]
        assert order(pregnant(30), *items) == ["fever", "jaundice", "vomiting"]


@pytest.mark.parametrize("case", AT_EACH_STAGE, ids=lambda case: str(case.about.model_dump(exclude_none=True)))
def test_the_order_does_not_depend_on_how_the_lines_are_handed_in(case: Case) -> None:
    engine = open_engine()
    lines = [line for line in engine.knowledge.findings.values() if not line.private]
    shipped = Agenda(engine.knowledge, engine.book, Facts(case, engine.knowledge, Truth.FALSE))
    wanted = shipped.in_order(lines)
    for seed in range(3):
        Random(seed).shuffle(lines)
        assert shipped.in_order(lines) == wanted
    speeds = [shipped.speed(line) for line in wanted]
    assert speeds == sorted(speeds, reverse=True)


class TestFirstLines:
    def test_umbrellas_over_many_come_before_those_over_few_then_single_signs(self) -> None:
        signs = [finding(name, "emergency_now") for name in ("chest_pain", "fever", "injury", "jaundice", "vomiting")]
        two = umbrella("any_of_two", "chest_pain", "fever", level="emergency_now")
        three = umbrella("any_of_three", "injury", "jaundice", "vomiting", level="emergency_now")
        small = knowledge(*signs, NOW, two, three)
        assert [line.id for line in first_lines(small, rulebook(small))] == [
            "any_of_three",
            "any_of_two",
            "vision_change",
        ]

    def test_the_room_left_is_for_what_makes_an_emergency_with_most_others(self) -> None:
        raises = [raised(name, to="emergency_now") for name in ("chest_pain", "jaundice", "dizzy_spell")]
        most, two = finding("fever", "routine", raises=raises), finding("vomiting", "routine", raises=raises[1:])
        dizzy = finding("dizzy_spell", stages=["third_trimester"])
        covered = umbrella("any_of_two", "jaundice", "injury", opens="opens")
        small = knowledge(NOW, two, most, finding("chest_pain"), finding("jaundice"), finding("injury"), dizzy, covered)
        first = [line.id for line in first_lines(small, rulebook(small))]
        assert first == ["vision_change", "fever", "vomiting", "chest_pain"]  # dizzy: not at every stage

    def test_there_are_never_more_than_one_list_holds(self) -> None:
        names = [f"sign_{at}" for at in range(9)]
        lines = [finding(name, "routine", raises=[raised("fever", to="emergency_now")]) for name in names]
        small = knowledge(NOW, TODAY, *lines)
        assert [line.id for line in first_lines(small, rulebook(small))] == ["vision_change", "fever", *names[:6]]

    def test_nothing_slower_stands_among_them(self) -> None:
        small = knowledge(TODAY, TWO_DAYS, WEEKS, NOTHING, finding(EASED, kind="pattern"))
        assert first_lines(small, rulebook(small)) == ()

    def test_the_shipped_ones_fit_one_list(self) -> None:
        engine = open_engine()
        assert 1 <= len(engine.interviewer.first) <= 8
        assert engine.interviewer.first == first_lines(engine.knowledge, engine.book)
