from __future__ import annotations

from carrywell.app.engine import open_engine
from carrywell.model.case import About, Case, Pain
from carrywell.model.case_kinds import CASE_KINDS, Choice, Day, Listed, Number, kind_of_answer

FINDINGS = open_engine().knowledge.findings


def test_every_key_of_a_case_but_answers_and_day_has_a_kind() -> None:
    nested = {f"about.{name}" for name in About.model_fields} | {f"pain.{name}" for name in Pain.model_fields}
    single = Case.model_fields.keys() - {"about", "pain", "answers", "day"}
    assert CASE_KINDS.keys() == nested | single


def test_the_kinds_follow_the_types() -> None:
    assert CASE_KINDS["about.weeks_pregnant"] == Number(0, 45)
    assert CASE_KINDS["about.babies"] == Number(1, 6, whole=True)
    assert CASE_KINDS["about.ended"] == Choice(("birth", "loss"))
    assert CASE_KINDS["asked_on"] == Day()
    sites = CASE_KINDS["pain.sites"]
    assert isinstance(sites, Listed)
    assert {"low_back", "back_somewhere"} <= set(sites.values)


def test_the_answers_to_a_question() -> None:
    assert kind_of_answer(FINDINGS["fever"]) == Choice(("yes", "no", "unsure"), answer=True)
    assert kind_of_answer(FINDINGS["cannot_cope"]) == Choice(("yes", "no", "unsure", "rather_not_say"), answer=True)
    assert kind_of_answer(FINDINGS["blood_pressure_lower"]) == Number(30, 160, or_unsure=True)
