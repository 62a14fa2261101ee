"""A counterexample can be read by somebody who knows the questions and not the code."""

from __future__ import annotations

from carrywell.app.engine import open_engine
from carrywell.proof.words import in_words

SHIPPED = open_engine().knowledge


def asked(name: str) -> str:
    return f"“{SHIPPED.findings[name].ask.english}” ({name})"


def test_who_she_is_and_what_she_says_to_which_question() -> None:
    case = {"about": {"weeks_pregnant": 30, "babies": 2}, "answers": {"fever": "yes", "vomiting": "unsure"}}
    yes, unsure = asked("fever"), asked("vomiting")
    said = f"She is 30 weeks pregnant, 2 babies. She says yes to: {yes}. She is unsure about: {unsure}."
    assert in_words(case, SHIPPED) == said


def test_after_birth_and_after_a_loss() -> None:
    assert in_words({"about": {"weeks_postpartum": 3.5, "ended": "birth", "birth": "caesarean"}}, SHIPPED) == (
        "She gave birth 3.5 weeks ago, birth: caesarean."
    )
    assert in_words({"about": {"weeks_postpartum": 2, "ended": "loss"}}, SHIPPED) == "She lost a pregnancy 2 weeks ago."


def test_a_lost_ability_is_a_no_to_its_question() -> None:
    said = in_words({"about": {"weeks_pregnant": 30}, "answers": {"cannot_walk": "yes"}}, SHIPPED)
    assert said == f"She is 30 weeks pregnant. She says no to: {asked('cannot_walk')}."


def test_many_noes_are_counted() -> None:
    signs = [name for name, finding in SHIPPED.findings.items() if finding.asks_for == "sign"][:9]
    said = in_words({"about": {"weeks_pregnant": 30}, "answers": dict.fromkeys(signs, "no")}, SHIPPED)
    assert said == "She is 30 weeks pregnant. She says no to 9 questions."


def test_pain_numbers_and_what_was_left_out() -> None:
    case = {
        "about": {"weeks_pregnant": 30},
        "answers": {"blood_pressure_upper": 165, "low_mood_2w": "rather_not_say"},
        "pain": {"sites": ["flank"], "onset": "sudden", "worse_with": [], "started_weeks_ago": 0.5},
        "history": [],
    }
    said = in_words(case, SHIPPED)
    assert f"She would rather not say: {asked('low_mood_2w')}." in said
    assert f"She gives a number for: {asked('blood_pressure_upper')}: 165." in said
    assert "(flank)." in said
    assert "Worse with: nothing marked." in said
    assert "How it began: Suddenly (sudden)." in said
    assert "Weeks since it began: 0.5." in said
    assert said.endswith("History: none of it.")
