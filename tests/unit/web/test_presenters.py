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


def _page(case: Case, whole: bool = False) -> ResultPage:
    return present(check_case(ENGINE, case, "interviewed"), ENGINE, ENGINE.voice(), TODAY, whole)


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


def test_the_whole_plan_holds_what_the_short_one_announces() -> None:
    short, whole = _page(CALM), _page(CALM, whole=True)

    def count(page: ResultPage) -> int:
        return sum(len(entries) for _, entries in page.topics)

    assert short.more_entries > 0
    assert count(whole) == count(short) + short.more_entries
    assert whole.more_entries == 0


def test_what_to_avoid_is_in_the_short_plan_too() -> None:
    def cautions(page: ResultPage) -> list[str]:
        return [entry.title for _, entries in page.topics for entry in entries if entry.kind != "do"]

    assert cautions(_page(CALM)) == cautions(_page(CALM, whole=True)) != []


def test_every_entry_and_cause_carries_its_sources_or_says_that_it_is_a_judgement() -> None:
    page = _page(CALM, whole=True)
    grounds = [entry.ground for _, entries in page.topics for entry in entries]
    grounds += [cause.ground for cause in page.causes]
    assert [ground.item for ground in grounds if not ground.sources and ground.basis != "design"] == []
    assert {source.url[:4] for ground in grounds for source in ground.sources} == {"http"}


def test_what_is_left_out_says_which_answer_did_it() -> None:
    page = _page(also(CALM, epilepsy="yes", skin_broken="yes"))
    assert page.left_out
    for left in page.left_out:
        assert left.title
        assert all(left.because)


def test_a_question_left_open_gets_one_neutral_line() -> None:
    assert not _page(CALM).left_open
    assert _page(also(CALM, drug_injecting="rather_not_say")).left_open
