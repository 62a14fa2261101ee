"""The hostile review, R018 to R020: after a loss, and what she may say alone."""

from __future__ import annotations

import json
import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.report.as_json import JsonReport
from tests.lib.cases import all_no, also, answered_at_random, assessed, planned, postpartum
from tests.lib.sentences import speaks_of, texts_in

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
FINDINGS = KNOWLEDGE.findings


def report(case: Case, private: bool = False) -> str:
    found = JsonReport(KNOWLEDGE, ENGINE.voice()).of(assessed(case), "no", private)
    return json.dumps(found, ensure_ascii=False)


WITHOUT_A_BABY = [
    postpartum(2, ended="loss"),
    postpartum(20, ended="loss", baby_with_me="no"),
    postpartum(2, ended="birth", birth="caesarean", baby_with_me="no"),
    postpartum(60, ended="birth", birth="vaginal", baby_with_me="rather_not_say"),
    postpartum(9),
]


@pytest.mark.parametrize(
    "her", WITHOUT_A_BABY, ids=lambda her: f"{her.about.weeks_postpartum}-{her.about.baby_with_me}"
)
@pytest.mark.parametrize("seed", range(8))
def test_r018_without_a_clear_yes_no_baby_care_is_planned(her: Case, seed: int) -> None:
    for case in (answered_at_random(her, seed), all_no(her)):
        found = assessed(case, "cautious" if seed % 2 else "no")
        offered = [*planned(found).values(), *(left.advice for left in found.plan.not_for_you)]
        assert "baby_care" not in {advice.topic for advice in offered}


def test_r018_with_her_baby_there_is_baby_care() -> None:
    found = assessed(all_no(postpartum(9, ended="birth", birth="vaginal", baby_with_me="yes")))
    assert found.plan.by_topic["baby_care"]


BABY = re.compile(r"\b(bab(y|ies)|newborn|infant|nappy|nappies|cot|feeding|toddler)\b", re.IGNORECASE)


@pytest.mark.parametrize("weeks", [1, 9, 60])
def test_r018_after_a_loss_she_reads_no_word_of_a_baby(weeks: float) -> None:
    her = postpartum(weeks, ended="loss", sites=["low_back", "mid_back"], worse_with=["bending"], better_with=["rest"])
    found = assessed(all_no(her))
    shown = [
        *(FINDINGS[name] for name in all_no(her).answers),
        *planned(found).values(),
        *(left.advice for left in found.plan.not_for_you),
        *found.causes,
        *found.follow_up.signs,
        found.follow_up.recheck,
        *(scored.pain_class for scored in (found.pain.likely, *found.pain.also) if scored),
    ]
    spoken = {(item.id, sentence) for item in shown for sentence in texts_in(item) if BABY.search(sentence)}
    assert len(shown) > 150
    assert spoken == set()


def test_r018_after_a_loss_her_body_is_cared_for_and_the_signs_stay() -> None:
    loss, birth = (assessed(all_no(postpartum(3, ended=ended))) for ended in ("loss", "birth"))
    assert "after_loss_body" in planned(loss)
    assert loss.follow_up.signs == birth.follow_up.signs


def test_r018_a_baby_cannot_be_with_her_after_a_loss() -> None:
    with pytest.raises(ValueError, match=r"wrong\.baby_after_loss"):
        postpartum(3, ended="loss", baby_with_me="yes")


PRIVATE = tuple(name for name, finding in FINDINGS.items() if finding.private)


@pytest.mark.parametrize("name", PRIVATE)
@pytest.mark.parametrize("answer", ["yes", "unsure", "no", "rather_not_say"])
def test_r019_a_private_answer_changes_nothing_that_can_be_read_over_her_shoulder(name: str, answer: str) -> None:
    her = postpartum(9, baby_with_me="yes", injury_minor="yes", sites=["low_back"])
    assert report(also(her, **{name: answer})) == report(her)


def test_r019_the_private_result_is_there_for_her_alone() -> None:
    her = postpartum(9, baby_with_me="yes", unsafe_at_home="yes", self_harm_thoughts="yes")
    shown = json.loads(report(her, private=True))["private"]
    assert [result["id"] for result in shown] == ["self_harm_now", "unsafe_at_home_help"]
    assert all(speaks_of(result["do"], "only on this screen") for result in shown)


def private_result(**said: str) -> list[tuple[str, str]]:
    found = assessed(postpartum(9, baby_with_me="yes", **said)).private
    return [(result.id, f"{result.says.english} {result.do.english}") for result in found]


def test_r020_unwanted_thoughts_are_called_common_and_are_for_the_next_two_days() -> None:
    ((name, text),) = private_result(frightening_thoughts_baby="yes")
    assert name == "frightening_thoughts_common"
    assert speaks_of(text, "this is common", "(two|2) days")


@pytest.mark.parametrize(
    ("sign", "result", "words"),
    [
        ("self_harm_thoughts", "self_harm_now", "this is an emergency"),
        ("strange_thoughts_mood_change", "strange_thoughts_now", "at once"),
        ("better_off_without_me", "better_off_today", "today"),
    ],
)
def test_r020_each_other_thought_has_its_own_answer(sign: str, result: str, words: str) -> None:
    ((name, text),) = private_result(**{sign: "yes"})
    assert name == result
    assert speaks_of(text, words)


def test_r020_thoughts_about_a_baby_are_asked_only_where_there_is_one() -> None:
    loss = also(postpartum(9, ended="loss"), frightening_thoughts_baby="yes")
    assert assessed(loss).private == ()
