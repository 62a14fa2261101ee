"""What a partner can open depends on no private answer; on any other only through the two gates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.app.partner_part import part_for
from carrywell.model.partner_part import PartnerPart
from carrywell.web.partner_link import address, link_for, read_link
from carrywell.web.partner_presenter import PartnerPage, present_partner
from tests.lib.deciding import read
from tests.lib.random_cases import INTIMATE, PRIVATE, PUBLIC, Case, cases, full_cases

ENGINE = open_engine()
TODAY = date(2026, 11, 22)
SAYINGS = ["yes", "unsure", "no", "rather_not_say"]
PRIVATELY = st.dictionaries(st.sampled_from(PRIVATE), st.sampled_from(SAYINGS), min_size=1, max_size=4)
INTIMATELY = st.dictionaries(st.sampled_from(INTIMATE), st.sampled_from(SAYINGS), min_size=1, max_size=3)
# Words that may stand in a link: whoever reads it learns these, and no more.
KEYS = ("mass_listen", "mass_partner", "mass_sacrum", "mass_steps")


def _part(case: Case) -> PartnerPart:
    return part_for(ENGINE, check_case(ENGINE, read(case), "asked"))


def _page(part: PartnerPart) -> PartnerPage:
    return present_partner(link_for(part, TODAY), ENGINE, ENGINE.voice())


def _telling(case: Case, said: dict[str, str]) -> Case:
    kept = {name: answer for name, answer in case["answers"].items() if name not in PRIVATE}
    return Case(case, answers={**kept, **said})


@given(case=full_cases(), private=PRIVATELY)
def test_link_and_page_are_the_same_with_and_without_private_answers(case: Case, private: dict[str, str]) -> None:
    silent, telling = _part(_telling(case, {})), _part(_telling(case, private))
    assert address(link_for(silent, TODAY)) == address(link_for(telling, TODAY))
    assert _page(silent) == _page(telling)


@given(case=full_cases(), intimate=INTIMATELY)
def test_an_intimate_answer_reaches_the_gates_and_nothing_else(case: Case, intimate: dict[str, str]) -> None:
    before, after = _part(case), _part(_telling(case, intimate))
    assert replace(before, massage=(), warmth=False) == replace(after, massage=(), warmth=False)


@given(one=cases(), other=cases())
def test_two_women_with_the_same_weeks_and_day_send_the_same_page_whatever_they_said(one: Case, other: Case) -> None:
    """The page cannot tell which sign closed a gate, nor where or how much it hurts."""
    alike = Case(other, about=one["about"], day=one.get("day", {}))
    first, second = _part(one), _part(alike)
    assert replace(first, massage=(), warmth=False) == replace(second, massage=(), warmth=False)
    if (first.massage, first.warmth) == (second.massage, second.warmth):
        assert _page(first) == _page(second)


@given(case=cases())
def test_what_is_carried_names_no_question_that_she_was_asked(case: Case) -> None:
    part = _part(case)
    carried = {*part.massage, *part.tasks}
    assert carried.isdisjoint({*PUBLIC, *PRIVATE, *INTIMATE})
    assert set(part.massage) <= set(KEYS)
    assert read_link(address(link_for(part, TODAY)).partition("p=")[2].replace("%3A", ":"), TODAY).part == part


@given(case=full_cases())
def test_massage_is_shown_where_her_plan_offers_it_and_nowhere_else(case: Case) -> None:
    found = check_case(ENGINE, read(case), "asked")
    offered = {
        advice.id
        for entries in found.plan.by_topic.values()
        for advice in entries
        if advice.kind == "do" and advice.acts == "massage"
    }
    page = _page(part_for(ENGINE, found))
    assert page.massage == bool(offered & set(KEYS))
    if not offered:
        assert (page.steps, page.positions, page.stop_word, page.about_it, page.more_massage) == (
            (),
            (),
            None,
            None,
            (),
        )
    assert page.not_to_do
    assert page.danger
