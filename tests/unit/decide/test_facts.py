"""What is known about her. How parts are put together stands in tests/spec/test_three_valued_logic.py."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.case import Case
from carrywell.model.rules import Compare
from carrywell.model.truth import Truth
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import fact, finding, knowledge, umbrella

YES, OPEN, NO = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
SILENCES = pytest.mark.parametrize("silence", [OPEN, NO])


def truth(case: Case, name: str, silence: Truth = OPEN) -> Truth:
    return Facts(case, open_engine().knowledge, silence).truth(name)


class TestFinding:
    @pytest.mark.parametrize(("said", "known"), [("yes", YES), ("no", NO), ("unsure", OPEN)])
    @SILENCES
    def test_what_she_said_stands_whatever_silence_counts_as(self, said: str, known: Truth, silence: Truth) -> None:
        assert truth(pregnant(30, fever=said), "fever", silence) is known

    @SILENCES
    def test_what_she_did_not_say_is_what_silence_counts_as(self, silence: Truth) -> None:
        assert truth(pregnant(30), "fever", silence) is silence

    def test_silence_about_a_question_of_another_stage_is_no(self) -> None:
        assert truth(pregnant(30), "wound_problem") is NO
        assert truth(postpartum(3), "wound_problem") is OPEN

    def test_a_yes_to_a_question_of_another_stage_still_counts(self) -> None:
        assert truth(pregnant(30, wound_problem="yes"), "wound_problem") is YES

    def test_silence_behind_a_closed_gate_is_no(self) -> None:
        small = knowledge(finding("headache_postural", asked_if="recent_neuraxial"), finding("recent_neuraxial"))
        for gate, known in (("no", NO), ("unsure", OPEN), ("yes", OPEN)):
            facts = Facts(postpartum(1, recent_neuraxial=gate), small)
            assert facts.truth("headache_postural") is known, gate

    def test_a_yes_behind_a_closed_gate_still_counts(self) -> None:
        small = knowledge(finding("headache_postural", asked_if="recent_neuraxial"), finding("recent_neuraxial"))
        case = postpartum(1, recent_neuraxial="no", headache_postural="yes")
        assert Facts(case, small).truth("headache_postural") is YES

    @SILENCES
    def test_silence_about_an_intimate_question_is_no(self, silence: Truth) -> None:
        assert truth(pregnant(30), "genital_sensation_loss", silence) is NO
        said = pregnant(30, genital_sensation_loss="rather_not_say")
        assert truth(said, "genital_sensation_loss", silence) is NO

    def test_while_asking_an_intimate_question_not_yet_asked_is_open(self) -> None:
        kb = open_engine().knowledge
        assert Facts(pregnant(30), kb, OPEN, asking=True).truth("genital_sensation_loss") is OPEN
        declined = pregnant(30, genital_sensation_loss="rather_not_say")
        assert Facts(declined, kb, OPEN, asking=True).truth("genital_sensation_loss") is NO

    def test_a_name_that_nobody_knows_is_an_error(self) -> None:
        for name in ("fevr", "place:low_back", "is:tired"):
            with pytest.raises(KeyError):
                truth(pregnant(30), name)


class TestUmbrella:
    """One line that asks for all that it covers."""

    SMALL = knowledge(
        umbrella("fever_or_ill", "fever", "shaking_chills"),
        finding("fever"),
        finding("shaking_chills"),
    )

    def truth(self, name: str, silence: Truth = OPEN, **answers: str) -> Truth:
        said = Case.model_validate({"about": {"weeks_pregnant": 30}, "answers": answers})
        return Facts(said, self.SMALL, silence).truth(name)

    def test_a_no_is_a_no_to_all_that_it_covers(self) -> None:
        assert self.truth("fever", fever_or_ill="no") is NO
        assert self.truth("shaking_chills", fever_or_ill="no") is NO

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_anything_else_leaves_them_open(self, said: str) -> None:
        assert self.truth("fever", fever_or_ill=said) is OPEN

    @pytest.mark.parametrize(("said", "known"), [("yes", YES), ("unsure", OPEN)])
    def test_what_is_said_under_it_stands_even_after_its_no(self, said: str, known: Truth) -> None:
        assert self.truth("fever", fever_or_ill="no", fever=said) is known

    @pytest.mark.parametrize(("said", "known"), [("yes", YES), ("unsure", OPEN), ("no", NO)])
    @SILENCES
    def test_it_speaks_where_she_answered_it(self, said: str, known: Truth, silence: Truth) -> None:
        assert self.truth("fever_or_ill", silence, fever_or_ill=said) is known

    @pytest.mark.parametrize("under_it", [{}, {"fever": "yes"}, {"fever": "unsure"}, {"fever": "no"}])
    @SILENCES
    def test_unanswered_it_says_nothing_since_what_it_covers_speaks_for_itself(
        self, under_it: dict[str, str], silence: Truth
    ) -> None:
        assert self.truth("fever_or_ill", silence, **under_it) is NO


class TestNamedFact:
    def test_is_what_its_condition_is(self) -> None:
        small = knowledge(
            finding("fever"), finding("shaking_chills"), fact("feverish", {"any": ["fever", "shaking_chills"]})
        )
        assert Facts(pregnant(30, shaking_chills="yes"), small).truth("is:feverish") is YES
        assert Facts(pregnant(30, shaking_chills="no"), small).truth("is:feverish") is OPEN

    def test_a_fact_about_the_person_follows_from_her_weeks(self) -> None:
        assert truth(pregnant(30), "is:weeks_ge_28") is YES
        assert truth(pregnant(27.9), "is:weeks_ge_28") is NO


class TestPlaces:
    def test_what_she_named(self) -> None:
        case = pregnant(30, sites=["low_back", "groin"])
        assert truth(case, "site:groin") is YES
        assert truth(case, "site:chest") is NO

    @SILENCES
    def test_before_she_said_where(self, silence: Truth) -> None:
        assert truth(pregnant(30), "site:groin", silence) is silence

    @pytest.mark.parametrize(
        ("roughly", "maybe", "surely_not"),
        [
            ("back_somewhere", "site:flank", "site:groin"),
            ("pelvis_somewhere", "site:tailbone", "site:low_back"),
            ("leg_somewhere", "site:foot", "site:low_back"),
        ],
    )
    def test_a_place_named_roughly_may_be_any_of_these(self, roughly: str, maybe: str, surely_not: str) -> None:
        case = pregnant(30, sites=[roughly])
        for silence in (OPEN, NO):  # she said something, so it is no silence
            assert truth(case, f"site:{roughly}", silence) is YES
            assert truth(case, maybe, silence) is OPEN
            assert truth(case, surely_not, silence) is NO


class TestLists:
    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("worse_with:stairs", {"worse_with": ["stairs"]}),
            ("better_with:rest", {"better_with": ["rest"]}),
            ("history:scoliosis", {"history": ["scoliosis"]}),
            ("day:mopping", {"day": {"mopping": 20}}),
        ],
    )
    @SILENCES
    def test_named_not_named_and_not_asked(self, name: str, said: dict[str, object], silence: Truth) -> None:
        (field,) = said
        empty = {} if field == "day" else []
        assert truth(pregnant(30, **said), name, silence) is YES
        assert truth(pregnant(30, **{field: empty}), name, silence) is NO
        assert truth(pregnant(30), name, silence) is silence

    @pytest.mark.parametrize(
        ("field", "said", "other"),
        [("side", "both", "left"), ("onset", "sudden", "gradual"), ("course", "worse_over_days", "steady")],
    )
    @SILENCES
    def test_one_of_several(self, field: str, said: str, other: str, silence: Truth) -> None:
        case = pregnant(30, **{field: said})
        assert truth(case, f"{field}:{said}", silence) is YES
        assert truth(case, f"{field}:{other}", silence) is NO
        assert truth(pregnant(30), f"{field}:{said}", silence) is silence

    def test_the_pattern_of_the_pain_is_known_once_it_was_worked_out(self) -> None:
        facts = Facts(pregnant(30), open_engine().knowledge)
        assert facts.truth("class:lumbar") is NO
        assert facts.with_classes(["lumbar"]).truth("class:lumbar") is YES


class TestNumbers:
    @pytest.mark.parametrize("name", ["pain_now", "pain_worst_week", "started_weeks_ago"])
    @SILENCES
    def test_of_the_pain(self, name: str, silence: Truth) -> None:
        field = name.removeprefix("pain_") if name != "pain_worst_week" else "worst_week"
        at_least_5 = Compare(name, ">=", 5.0)
        for said, known in ((4, NO), (5, YES)):
            facts = Facts(pregnant(30, **{field: said}), open_engine().knowledge, silence)
            assert facts.number(name) == said
            assert facts.holds(at_least_5) is known
        assert Facts(pregnant(30), open_engine().knowledge, silence).holds(at_least_5) is silence

    def test_a_reading_that_she_does_not_know_is_open(self) -> None:
        case = pregnant(30, high_blood_pressure="yes", blood_pressure_upper="unsure")
        facts = Facts(case, open_engine().knowledge, NO)
        assert facts.number("blood_pressure_upper") is None
        assert facts.holds(Compare("blood_pressure_upper", ">=", 160)) is OPEN

    def test_a_reading_that_nobody_asks_for_is_no(self) -> None:
        case = pregnant(30, high_blood_pressure="no")
        assert Facts(case, open_engine().knowledge).holds(Compare("blood_pressure_upper", ">=", 160)) is NO


def test_what_would_be_if_she_had_said_no() -> None:
    facts = Facts(pregnant(30, fever="unsure", flank_pain="unsure"), open_engine().knowledge)
    supposed = facts.if_no(["fever"])
    assert (supposed.truth("fever"), supposed.truth("flank_pain")) == (NO, OPEN)
    assert facts.truth("fever") is OPEN
