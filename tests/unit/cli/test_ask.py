"""What is typed on the terminal, on a knowledge base of a few questions that speaks with the shipped words."""

from __future__ import annotations

from collections.abc import Sequence

import click
import pytest
from click.testing import CliRunner, Result

from carrywell.app.engine import Engine, open_engine
from carrywell.cli.ask import ask_case
from carrywell.decide.interview import interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.model.answer import Answer
from carrywell.model.case import BETTER_WITH, COURSES, ONSETS, SITES, Case
from carrywell.model.item import Item
from tests.lib.small_knowledge import EASED, finding, knowledge, pain_class, screen, umbrella

PHRASE = open_engine().voice().phrase
YES, NO, UNSURE, RATHER_NOT = Answer.YES, Answer.NO, Answer.UNSURE, Answer.RATHER_NOT_SAY

# 31 weeks, one baby, none of the emergencies that everyone is asked.
WEEKS = ("p", "31", "1")
PREGNANT = (*WEEKS, "0")
# The first place, strength 4, for two weeks, onset and course left open; nothing worse, nothing better.
FORMS = ("1", "4", "2", "", "", "", "")
REST = "0"  # the last list holds only whether rest eases the pain
EMERGENCIES = (finding("heavy_bleeding", "emergency_now"), finding("stroke_signs", "emergency_now"))
SIGNS = (
    finding("fever", "same_day_gp_or_ed", line="a fever", lines=["38 °C or more", "hot and feverish"]),
    finding("vomiting", "within_2_days"),
)


def engine_of(*items: Item) -> Engine:
    small = knowledge(*EMERGENCIES, *items).model_copy(update={"phrases": open_engine().knowledge.phrases})
    book = rulebook(small)
    return Engine(small, book, interviewer(small, book))


def run(typed: Sequence[str], *items: Item) -> tuple[Result, list[Case]]:
    """The result of the program, and the case in the end (none where she left early)."""
    engine, cases = engine_of(*items), list[Case]()

    @click.command()
    def program() -> None:
        cases.append(ask_case(engine, engine.voice()))

    return CliRunner().invoke(program, input="".join(f"{line}\n" for line in typed), env={"COLUMNS": "200"}), cases


def asked(typed: Sequence[str], *items: Item) -> Case:
    """The case, after all that was typed was used and nothing more was needed."""
    result, cases = run(typed, *items)
    assert result.exit_code == 0, result.output
    (case,) = cases
    leftover, _ = run(typed[:-1], *items)
    assert leftover.exit_code == 1  # one line less is not enough
    return case


def told(typed: Sequence[str], *items: Item) -> str:
    return run(typed, *items)[0].output


class TestAbout:
    END = ("0", REST, *FORMS)

    def test_in_pregnancy(self) -> None:
        about = asked(("p", "31.5", "2", *self.END)).about
        assert (about.weeks_pregnant, about.babies) == (31.5, 2)

    @pytest.mark.parametrize(("typed", "birth"), [("v", "vaginal"), ("c", "caesarean")])
    @pytest.mark.parametrize(("baby", "said"), [("y", "yes"), ("n", "no"), ("r", "rather_not_say")])
    def test_after_a_birth(self, typed: str, birth: str, baby: str, said: str) -> None:
        about = asked(("a", "3,5", "b", typed, baby, *self.END)).about
        assert (about.weeks_postpartum, about.ended, about.birth, about.baby_with_me) == (3.5, "birth", birth, said)

    def test_after_a_loss_no_birth_and_no_baby_is_asked_about(self) -> None:
        typed = ("a", "3", "l", *self.END)
        about = asked(typed).about
        assert (about.ended, about.birth, about.baby_with_me) == ("loss", None, None)
        assert PHRASE("terminal.baby_with_me") not in told(typed)

    def test_a_letter_that_is_no_choice_is_refused_and_asked_again(self) -> None:
        typed = ("x", "", "pa", "P", "31", "1", *self.END)
        assert asked(typed).about.weeks_pregnant == 31
        assert told(typed).count(PHRASE("terminal.again", allowed="p, a")) == 3

    def test_a_number_out_of_range_is_refused_and_asked_again(self) -> None:
        typed = ("p", "46", "-1", "many", "nan", "", "45", "1", *self.END)
        assert asked(typed).about.weeks_pregnant == 45
        assert told(typed).count(PHRASE("terminal.out_of_range", low="0", high="45")) == 5


class TestFirstEmergencies:
    """Together with her weeks, before anything else."""

    def test_they_stand_in_one_list_of_their_own(self) -> None:
        shown = told((*WEEKS, "0", REST, *FORMS), *SIGNS)
        lines = (" 1 ask heavy_bleeding", " 2 ask stroke_signs", PHRASE("terminal.which_true"), " 1 a fever")
        assert sorted(lines, key=shown.index) == list(lines)

    @pytest.mark.parametrize("typed", ["1", "2", "1 2"])
    def test_one_of_them_leads_to_the_result_at_once(self, typed: str) -> None:
        shown = told((*WEEKS, typed), *SIGNS)
        assert set(asked((*WEEKS, typed), *SIGNS).answers) == {"heavy_bleeding", "stroke_signs"}
        assert PHRASE("terminal.ended_early") in shown
        assert "a fever" not in shown

    def test_then_what_is_asked_one_by_one_about_the_birth(self) -> None:
        about = (finding("recent_neuraxial", kind="context"), screen("about_birth", "recent_neuraxial"))
        case = asked(("a", "3", "l", "0", "y", REST, *FORMS), *about)
        assert case.answers["recent_neuraxial"] is YES


class TestList:
    """The whole list is shown, then the numbers of what is true."""

    @pytest.mark.parametrize(
        ("typed", "fever", "vomiting", "eased"),
        [
            ("0", NO, NO, NO),
            ("2", NO, YES, NO),
            ("2 3", NO, YES, YES),
            ("2,1", YES, YES, NO),
        ],
    )
    def test_what_is_marked_is_yes_and_the_rest_no(
        self, typed: str, fever: Answer, vomiting: Answer, eased: Answer
    ) -> None:
        _, (case,) = run((*PREGNANT, typed, *FORMS), *SIGNS)
        emergencies = {"heavy_bleeding": NO, "stroke_signs": NO}
        assert case.answers == {**emergencies, "fever": fever, "vomiting": vomiting, EASED: eased}

    def test_every_line_is_shown_in_its_short_words_before_it_asks(self) -> None:
        shown = told((*PREGNANT, "0", *FORMS), *SIGNS)
        for line in (" 1 a fever", " 2 ask vomiting", f" 3 ask {EASED}"):
            assert line in shown
        assert "ask fever" not in shown
        assert shown.index(f"ask {EASED}") < shown.rindex(PHRASE("terminal.which_true"))

    @pytest.mark.parametrize("wrong", ["", "4", "0 2", "two", "2x", "²", "u", "-1", "?"])
    def test_anything_else_is_refused_and_asked_again(self, wrong: str) -> None:
        typed = (*PREGNANT, wrong, "2", *FORMS)
        assert asked(typed, *SIGNS).answers["vomiting"] is YES
        assert PHRASE("terminal.again", allowed=PHRASE("terminal.numbers")) in told(typed, *SIGNS)

    def test_a_question_mark_explains_a_line_with_the_whole_question_and_its_examples(self) -> None:
        typed = (*PREGNANT, "?1", "0", *FORMS)
        assert asked(typed, *SIGNS).answers["fever"] is NO
        for words in ("ask fever", "– 38 °C or more", "– hot and feverish", "tell fever", "why fever"):
            assert words in told(typed, *SIGNS)

    def test_a_question_mark_for_a_line_that_is_not_there_explains_nothing(self) -> None:
        typed = (*PREGNANT, "?9", "0", *FORMS)
        assert asked(typed, *SIGNS).answers["fever"] is NO
        assert "tell " not in told(typed, *SIGNS)

    @pytest.mark.parametrize(("typed", "stored"), [("1", YES), ("1u", UNSURE), ("0", NO)])
    def test_an_ability_stands_there_as_its_loss_and_what_is_marked_is_stored_as_marked(
        self, typed: str, stored: Answer
    ) -> None:
        walk = finding("cannot_walk", "within_2_days", asks_for="ability", line="a few steps are too much")
        _, (case,) = run((*PREGNANT, typed, *FORMS), walk)
        assert case.answers["cannot_walk"] is stored
        assert "1 a few steps are too much" in told((*PREGNANT, typed, *FORMS), walk)

    def test_what_an_umbrella_opens_comes_under_its_title(self) -> None:
        items = (*SIGNS, umbrella("ill", "fever", "vomiting"))
        typed = (*PREGNANT, "1", "2", *FORMS)
        assert asked(typed, *items).answers["vomiting"] is YES
        assert "— opens ill" in told(typed, *items)


class TestNotSure:
    def test_at_a_level_of_today_it_is_looked_at_once_more_with_how_she_can_tell(self) -> None:
        typed = (*PREGNANT, "1u", "n", *FORMS)
        assert asked(typed, *SIGNS).answers["fever"] is NO
        assert PHRASE("terminal.still_unsure", tell="tell fever") in told(typed, *SIGNS)

    def test_asked_once_more_it_is_the_whole_question(self) -> None:
        assert "ask fever" in told((*PREGNANT, "1u", "n", *FORMS), *SIGNS)

    def test_and_may_stay_unsure(self) -> None:
        assert asked((*PREGNANT, "1u", "u"), *SIGNS).answers["fever"] is UNSURE

    def test_at_a_slower_level_it_stands_at_once(self) -> None:
        typed = (*PREGNANT, "2u", *FORMS)
        assert asked(typed, *SIGNS).answers["vomiting"] is UNSURE

    def test_an_emergency_that_she_is_unsure_about_is_looked_at_once_more(self) -> None:
        assert asked((*WEEKS, "1u", "n", "0", *FORMS), *SIGNS).answers["heavy_bleeding"] is NO

    def test_a_clear_emergency_is_not_held_up_by_what_she_is_unsure_about(self) -> None:
        typed = (*WEEKS, "1u 2")
        assert asked(typed, *SIGNS).answers == {"heavy_bleeding": UNSURE, "stroke_signs": YES}
        assert PHRASE("terminal.ended_early") in told(typed, *SIGNS)

    @pytest.mark.parametrize(("typed", "stored"), [("y", NO), ("n", YES), ("u", UNSURE)])
    def test_an_ability_asked_once_more_is_asked_as_an_ability(self, typed: str, stored: Answer) -> None:
        walk = finding("cannot_walk", "same_day_gp_or_ed", asks_for="ability")
        forms = FORMS if stored is NO else ()
        assert asked((*PREGNANT, "1u", typed, *forms), walk).answers["cannot_walk"] is stored


class TestOneByOne:
    ITEMS = (
        finding("recent_neuraxial", "within_2_days"),
        finding("genital_sensation_loss", "within_2_days", intimate=True),
        screen("one", "recent_neuraxial", "genital_sensation_loss"),
    )

    @pytest.mark.parametrize(("typed", "said"), [("y", YES), ("n", NO), ("u", UNSURE), ("Y", YES)])
    def test_a_letter_answers(self, typed: str, said: Answer) -> None:
        _, (case,) = run((*PREGNANT, typed, "n", REST, *FORMS), *self.ITEMS)
        assert case.answers["recent_neuraxial"] is said

    def test_rather_not_say_is_an_answer_to_an_intimate_question_alone(self) -> None:
        typed = (*PREGNANT, "r", "n", "r", REST, *FORMS)
        answers = asked(typed, *self.ITEMS).answers
        assert (answers["recent_neuraxial"], answers["genital_sensation_loss"]) == (NO, RATHER_NOT)
        assert told(typed, *self.ITEMS).count(PHRASE("terminal.again", allowed=PHRASE("terminal.answer"))) == 1

    @pytest.mark.parametrize("wrong", ["", "yes", "1", "??"])
    def test_anything_else_is_refused_and_asked_again(self, wrong: str) -> None:
        typed = (*PREGNANT, wrong, "n", "n", REST, *FORMS)
        assert asked(typed, *self.ITEMS).answers["recent_neuraxial"] is NO
        assert PHRASE("terminal.again", allowed=PHRASE("terminal.answer")) in told(typed, *self.ITEMS)

    def test_a_question_mark_explains(self) -> None:
        typed = (*PREGNANT, "?", "n", "n", REST, *FORMS)
        assert asked(typed, *self.ITEMS).answers["recent_neuraxial"] is NO
        assert "tell recent_neuraxial" in told(typed, *self.ITEMS)
        assert "why recent_neuraxial" in told(typed, *self.ITEMS)

    @pytest.mark.parametrize(("typed", "stored"), [("y", NO), ("n", YES), ("u", UNSURE)])
    def test_she_can_is_stored_as_no_sign(self, typed: str, stored: Answer) -> None:
        walk = finding("cannot_walk", "within_2_days", asks_for="ability")
        _, (case,) = run((*PREGNANT, typed, REST, *FORMS), walk, screen("one", "cannot_walk"))
        assert case.answers["cannot_walk"] is stored

    READING = (
        finding("blood_pressure_upper", asks_for="number", lowest=60, highest=260),
        pain_class("pressure", {"compare": {"number": "blood_pressure_upper", "is": ">=", "limit": 160}}, {EASED: 1}),
    )

    @pytest.mark.parametrize(("typed", "said"), [("128", 128.0), ("u", UNSURE), ("60", 60.0)])
    def test_a_number(self, typed: str, said: object) -> None:
        assert asked((*PREGNANT, typed, REST, *FORMS), *self.READING).answers["blood_pressure_upper"] == said

    def test_a_number_that_cannot_be_is_refused_and_asked_again(self) -> None:
        typed = (*PREGNANT, "300", "high", "170", REST, *FORMS)
        assert asked(typed, *self.READING).answers["blood_pressure_upper"] == 170.0
        assert told(typed, *self.READING).count(PHRASE("terminal.out_of_range", low="60", high="260")) == 2


class TestForms:
    BEFORE = (*PREGNANT, REST)

    def test_where_it_hurts_and_how_it_began(self) -> None:
        case = asked((*self.BEFORE, "3 1,3", "7", "u", "1", "3", "", ""))
        assert (case.pain.sites, case.pain.now, case.pain.onset) == ((SITES[2], SITES[0]), 7, ONSETS[0])
        assert (case.pain.started_weeks_ago, case.pain.course) == (None, COURSES[2])

    def test_what_changes_it(self) -> None:
        case = asked((*self.BEFORE, "1", "4", "2", "", "", "1", "2"))
        assert case.pain.worse_with == ("turning_in_bed",)
        assert case.pain.better_with == (BETTER_WITH[1],)

    def test_nothing_chosen_is_an_answer(self) -> None:
        case = asked((*self.BEFORE, *FORMS))
        assert (case.pain.worse_with, case.pain.better_with) == ((), ())
        assert {"worse_with", "better_with"} <= case.pain.model_fields_set

    def test_her_day_is_left_open_since_only_a_plan_that_is_fitted_needs_it(self) -> None:
        case = asked((*self.BEFORE, *FORMS))
        assert not {"history", "day"} & case.model_fields_set

    @pytest.mark.parametrize("wrong", ["99", "0", "low back", "²"])
    def test_a_number_that_is_not_on_the_list_is_refused_and_asked_again(self, wrong: str) -> None:
        typed = (*self.BEFORE, wrong, *FORMS)
        assert asked(typed).pain.sites == (SITES[0],)
        assert PHRASE("terminal.out_of_range", low="1", high=str(len(SITES))) in told(typed)

    def test_no_baby_is_named_unless_hers_is_with_her(self) -> None:
        feeding = PHRASE("worse_with.feeding_baby")
        assert feeding not in told(("a", "3", "l", "0", REST, *FORMS))
        assert feeding in told(("a", "3", "b", "v", "y", "0", REST, *FORMS))


class TestEnd:
    def test_the_private_questions_are_left_to_the_page_and_that_is_said(self) -> None:
        private = finding("unsafe_at_home", "emergency_now", private=True, intimate=True)
        items = (private, screen("alone", "unsafe_at_home", purpose="private"))
        shown = told((*PREGNANT, REST, *FORMS), *items)
        assert "ask unsafe_at_home" not in shown
        assert PHRASE("terminal.private") in shown

    @pytest.mark.parametrize("so_far", [(), ("p",), WEEKS, PREGNANT, (*PREGNANT, "0"), (*PREGNANT, "0", "1")])
    @pytest.mark.parametrize("leaving", ["q", "Q", " q "])
    def test_she_can_leave_at_every_question(self, so_far: tuple[str, ...], leaving: str) -> None:
        result, cases = run((*so_far, leaving), *SIGNS)
        assert (result.exit_code, cases) == (1, [])


def test_half_a_baby_is_asked_again() -> None:
    result, _ = run(["p", "23", "2.5", "2", "q"])
    assert "Type a whole number." in result.output


@pytest.mark.parametrize("typed", ["1 3", "1,3", "1, 3", "1，3", "1、3", "1，3，"])
def test_numbers_may_be_parted_by_the_commas_of_any_keyboard(typed: str) -> None:
    case = asked([*PREGNANT, REST, typed, *FORMS[1:]])
    assert case.pain.sites == (SITES[0], SITES[2])
