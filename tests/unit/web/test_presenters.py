"""What the result page shows of an assessment."""

from __future__ import annotations

from datetime import date

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel, Speed
from carrywell.model.case import Case
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS
from carrywell.web.presenters import CARD_VARIANT, MOST_REASONS, ResultPage, present
from tests.lib.cases import all_no, also, pregnant
from tests.lib.tree import ROOT

ENGINE = open_engine()
STYLE_SHEET = ROOT / "src" / "carrywell" / "web" / "static" / "carrywell" / "carrywell.css"
TODAY = date(2026, 11, 22)
CALM = all_no(also(pregnant(24, sites=["low_back"], better_with=["rest"]), worse_moving_better_rest="yes"))
URGENT = also(all_no(pregnant(31)), fluid_leak="yes")


def _page(case: Case) -> ResultPage:
    return present(check_case(ENGINE, case, "interviewed"), ENGINE, ENGINE.voice(), TODAY)


@pytest.mark.parametrize("speed", Speed)
def test_each_speed_has_a_card_that_the_style_sheet_knows(speed: Speed) -> None:
    """A misspelt name would give a plain grey card, and no error."""
    assert f".nhsuk-card--care--{CARD_VARIANT[speed]}" in STYLE_SHEET.read_text(encoding="utf-8")


def test_the_cards_grow_more_urgent_with_the_speed() -> None:
    assert CARD_VARIANT[Speed.NOW] == "emergency"
    assert CARD_VARIANT[Speed.TODAY] == CARD_VARIANT[Speed.TWO_DAYS] == "urgent"
    assert CARD_VARIANT[Speed.WEEKS] == CARD_VARIANT[Speed.SELF_CARE] == "non-urgent"


@pytest.mark.parametrize("level", CareLevel)
def test_each_level_has_its_words(level: CareLevel) -> None:
    words = ENGINE.knowledge.care_levels[level]
    assert words.title.english
    assert words.do.english
    assert words.how_soon.english


def test_a_calm_result_has_a_day_a_date_and_five_signs() -> None:
    page = _page(CALM)
    assert (page.level, page.variant, page.urgent) == ("self_care", "non-urgent", False)
    assert page.title == ENGINE.knowledge.care_levels["self_care"].title.english
    assert 1 <= len(page.today) <= 3
    assert page.recheck_day.endswith(" 2026")
    assert len(page.signs) == MOST_SIGNS
    assert len(page.causes) <= MOST_CAUSES
    assert page.reasons == ()


def test_an_urgent_result_leads_with_care() -> None:
    page = _page(URGENT)
    assert (page.level, page.variant, page.urgent) == ("same_day_maternity", "urgent", True)
    assert page.today == ()
    assert page.say.startswith("I am 31 weeks pregnant. ")
    assert page.reasons[0].signs[0] == ENGINE.knowledge.findings["fluid_leak"].me.english
    assert page.reasons[0].certain
    assert page.doors


def test_the_next_look_is_a_date_or_within_the_day_hours() -> None:
    assert _page(CALM).recheck_day == "29 November 2026"
    soon = _page(also(all_no(pregnant(24)), severe_pain="unsure"))
    assert (soon.level, soon.recheck_day) == ("within_2_days", "23 November 2026")
    hours = [_page(also(all_no(pregnant(31)), **{sign: "yes"})) for sign in ("chest_pain", "fluid_leak")]
    for page in hours:
        assert (page.recheck_day == "") == ("hour" in page.recheck_when)


def test_certain_reasons_come_before_open_ones_and_five_are_enough() -> None:
    emergencies = [
        name for name, finding in ENGINE.knowledge.findings.items()
        if finding.level == "emergency_now" and not finding.private and not finding.intimate
    ]  # fmt: skip
    said = dict.fromkeys(emergencies, "yes") | {emergencies[0]: "unsure"}
    page = _page(also(all_no(pregnant(31)), **said))
    certain = [reason.certain for reason in (*page.reasons, *page.more_reasons)]
    assert certain == sorted(certain, reverse=True)
    assert len(page.reasons) == MOST_REASONS
    assert len(page.more_reasons) > 5


def test_each_thing_for_today_has_its_picture_and_the_rest_of_the_plan_none() -> None:
    page = _page(CALM)
    for entry in page.today:
        assert entry.picture is not None
        assert entry.picture.startswith("<svg")
        assert 'role="img"' in entry.picture
    assert [entry.title for topic in page.topics for entry in topic.entries if entry.picture] == []


def test_the_plan_is_whole_with_what_to_avoid_in_it() -> None:
    found = check_case(ENGINE, CALM, "interviewed")
    shown = [entry.title for topic in _page(CALM).topics for entry in topic.entries]
    assert sorted(shown) == sorted(
        advice.title.english for entries in found.plan.by_topic.values() for advice in entries
    )
    assert {entry.kind for topic in _page(CALM).topics for entry in topic.entries} == {"do", "limit", "avoid"}


def test_every_entry_and_cause_carries_its_sources_or_says_that_it_is_a_judgement() -> None:
    page = _page(CALM)
    grounds = [entry.ground for topic in page.topics for entry in topic.entries]
    grounds += [cause.ground for cause in page.causes]
    assert [ground.item for ground in grounds if not ground.sources and ground.basis != "design"] == []
    assert {source.url[:4] for ground in grounds for source in ground.sources} == {"http"}


def test_what_is_left_out_says_which_answer_did_it() -> None:
    page = _page(also(CALM, epilepsy="yes", skin_broken="yes"))
    assert page.left_out
    for left in page.left_out:
        assert left.title
        assert all(left.because)


def test_what_was_not_asked_is_no_reason_but_an_open_question() -> None:
    """`You are bleeding` must not be read by a woman who was never asked."""
    silent = pregnant(24, sites=["low_back"], better_with=["rest"], worse_moving_better_rest="yes")
    answers = {name: said for name, said in CALM.answers.items() if name != "skin_broken"}
    page = _page(silent.model_copy(update={"answers": answers}))
    assert page.left_open_questions
    assert page.left_out == ()


def test_a_question_left_open_gets_one_neutral_line() -> None:
    assert not _page(CALM).left_open
    assert _page(also(CALM, drug_injecting="rather_not_say")).left_open


def test_each_reason_reads_as_sentences() -> None:
    """What raised a sign is often a named fact, whose words are no sentence of their own."""
    page = _page(also(all_no(pregnant(24, sites=["low_back"], onset="sudden")), blood_thinners="yes"))
    signs = [sign for reason in (*page.reasons, *page.more_reasons) for sign in reason.signs]
    assert len(signs) >= 2
    assert [sign for sign in signs if not (sign[0].isupper() and sign.endswith("."))] == []
