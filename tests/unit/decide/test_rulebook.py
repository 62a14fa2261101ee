from __future__ import annotations

from carrywell.app.engine import open_engine
from carrywell.decide.rulebook import rulebook
from carrywell.model.care import CareLevel, Door
from carrywell.model.stage import Stage
from tests.lib.small_knowledge import combination, fact, finding, knowledge, raised, umbrella


def ids(*items: object) -> list[str]:
    return [rule.id for rule in rulebook(knowledge(*items)).rules]  # type: ignore[arg-type]


def test_a_finding_with_a_level_is_a_rule() -> None:
    assert ids(finding("fever", "same_day_gp_or_ed"), finding("new_or_changed_pain")) == ["fever"]


def test_a_level_at_one_stage_is_a_rule_of_that_stage() -> None:
    (rule,) = rulebook(knowledge(finding("fever", level_by_stage={"postpartum_0_6w": "same_day_maternity"}))).rules
    assert rule.levels == {Stage.POSTPARTUM_0_6W: CareLevel.SAME_DAY_MATERNITY}


def test_every_raise_is_a_rule_of_all_stages() -> None:
    fever = finding("fever", raises=[raised("shaking_chills", to="emergency_now")])
    (rule,) = rulebook(knowledge(fever, finding("shaking_chills"))).rules
    assert rule.id == "fever+shaking_chills"
    assert rule.with_ == ("shaking_chills",)
    assert set(rule.levels.values()) == {CareLevel.EMERGENCY_NOW}
    assert list(rule.levels) == list(Stage)


def test_a_raise_goes_through_its_own_door_else_through_that_of_the_finding_if_it_is_today() -> None:
    leg = finding(
        "leg_weakness_one",
        door="hospital_spine",
        raises=[
            raised("fever", to="emergency_now"),
            raised("vomiting", to="routine"),
            raised("flank_pain", to="emergency_now", door="ambulance"),
        ],
    )
    rules = rulebook(knowledge(leg, *map(finding, ("fever", "vomiting", "flank_pain")))).rules
    assert [rule.door for rule in rules] == [Door.HOSPITAL_SPINE, None, Door.AMBULANCE]


class TestUmbrella:
    """One line for many. It is a rule only where each that it covers has its level alone."""

    COVERED = (
        finding("leg_pain_both", "emergency_now", conditions=["cauda_equina"], basis="sourced", sources=["NICE"]),
        finding(
            "legs_numb_both",
            "emergency_now",
            conditions=["cord_compression", "cauda_equina"],
            basis="sourced",
            sources=["NHS", "NICE"],
        ),
    )
    NAMES = ("leg_pain_both", "legs_numb_both")

    def test_with_a_level_it_is_a_rule_that_names_what_its_parts_would_have_named(self) -> None:
        both = umbrella("both_legs", *self.NAMES, level="emergency_now", door="hospital_spine")
        rules = {rule.id: rule for rule in rulebook(knowledge(*self.COVERED, both)).rules}
        assert list(rules) == [*self.NAMES, "both_legs"]
        rule = rules["both_legs"]
        assert (rule.finding, rule.door) == ("both_legs", Door.HOSPITAL_SPINE)
        assert set(rule.levels.values()) == {CareLevel.EMERGENCY_NOW}
        assert list(rule.levels) == list(Stage)
        assert rule.conditions == ("cauda_equina", "cord_compression")
        assert rule.sources == ("NICE", "NHS")

    def test_without_a_level_it_is_none(self) -> None:
        assert ids(*self.COVERED, umbrella("both_legs", *self.NAMES)) == list(self.NAMES)

    def test_a_part_is_no_way_into_the_rule_of_its_umbrella(self) -> None:
        both = umbrella("both_legs", *self.NAMES, level="emergency_now")
        book = rulebook(knowledge(*self.COVERED, both))
        assert [rule.id for rule in book.of_finding["leg_pain_both"]] == ["leg_pain_both"]
        assert [rule.id for rule in book.of_finding["both_legs"]] == ["both_legs"]


def test_a_combination_is_a_rule_of_its_stages() -> None:
    two = combination("two_signs", {"all": ["fever", "vomiting"]}, "emergency_now", stages=["third_trimester"])
    (rule,) = rulebook(knowledge(finding("fever"), finding("vomiting"), two)).rules
    assert (rule.finding, rule.combination, rule.with_) == (None, "two_signs", ("fever", "vomiting"))
    assert list(rule.levels) == [Stage.THIRD_TRIMESTER]


def test_any_private_answer_keeps_a_rule_out_of_the_care_level() -> None:
    book = rulebook(
        knowledge(
            finding("unsafe_at_home", "same_day_gp_or_ed", private=True),
            finding("injury", "emergency_now", raises=[raised("unsafe_at_home", to="emergency_now")]),
            fact("hurt", {"any": ["unsafe_at_home", "injury"]}),
            combination("hurt_at_home", "is:hurt", "emergency_now"),
        )
    )
    assert [rule.id for rule in book.rules] == ["injury"]
    assert [rule.id for rule in book.private] == ["unsafe_at_home", "injury+unsafe_at_home", "hurt_at_home"]


def test_no_shipped_rule_of_the_care_level_looks_at_a_private_answer() -> None:
    engine = open_engine()
    private = {name for name, finding in engine.knowledge.findings.items() if finding.private}
    assert private
    assert not any(rule.names & private for rule in engine.book.rules)
    assert not any(engine.book.of_finding[name] for name in private)


def test_a_rule_is_found_under_every_finding_that_can_make_it_true() -> None:
    fever = finding("fever", raises=[raised("is:unwell", to="emergency_now")])
    book = rulebook(knowledge(fever, finding("vomiting"), fact("unwell", "vomiting")))
    assert [rule.id for rule in book.of_finding["vomiting"]] == ["fever+is:unwell"]
    assert book.of_finding["fever"] == book.of_finding["vomiting"]


def test_what_is_about_the_feel_of_the_pain_is_marked() -> None:
    book = rulebook(
        knowledge(
            finding("night_rest_pain", "same_day_gp_or_ed", unsure="one_step_lower"),
            finding("fever", raises=[raised("night_rest_pain", to="emergency_now")]),
            combination("pressure", {"any": ["fever", "vomiting"]}, "emergency_now", unsure="one_step_lower"),
            finding("vomiting"),
        )
    )
    lower = {rule.id: set(rule.one_step_lower) for rule in book.rules}
    assert lower == {
        "night_rest_pain": {"night_rest_pain"},
        "fever+night_rest_pain": {"night_rest_pain"},
        "pressure": {"fever", "vomiting"},
    }
