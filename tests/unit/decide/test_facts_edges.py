"""Facts at their edges: the limits of numbers, the stage that she is in, and what another reading of a case keeps."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.rules import Compare, Comparison
from carrywell.model.truth import Truth
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import finding, knowledge, umbrella

YES, OPEN, NO = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
INTIMATE = finding("genital_sensation_loss", intimate=True)


@pytest.mark.parametrize(
    ("is_", "below", "at", "above"),
    [(">=", NO, YES, YES), (">", NO, NO, YES), ("<=", YES, YES, NO), ("<", YES, NO, NO)],
)
def test_a_comparison_on_its_limit_and_beside_it(is_: Comparison, below: Truth, at: Truth, above: Truth) -> None:
    found = [
        Facts(pregnant(weeks), open_engine().knowledge).holds(Compare("weeks_pregnant", is_, 20))
        for weeks in (19, 20, 21)
    ]
    assert found == [below, at, above]


def test_a_stage_fact_is_true_of_her_stage_and_of_no_other() -> None:
    for case, name in ((pregnant(10), "first_trimester"), (postpartum(1), "postpartum_0_6w")):
        facts = Facts(case, open_engine().knowledge)
        assert facts.truth(f"is:{name}") is YES
        assert facts.truth("is:second_trimester") is NO


def test_a_name_that_nothing_knows_is_refused_by_its_whole_name() -> None:
    with pytest.raises(KeyError, match="weather:rain"):
        Facts(pregnant(20), open_engine().knowledge).truth("weather:rain")


def test_what_she_would_have_said_is_read_as_the_case_itself_is() -> None:
    small = knowledge(INTIMATE, finding("fever"))
    case = pregnant(20, genital_sensation_loss="rather_not_say")
    facts = Facts(case, small, NO, asking=True, pain_unsaid=OPEN, withheld=OPEN)
    for other in (facts.if_yes("fever"), facts.if_no(["fever"]), facts.with_classes(["unclear"])):
        assert other.truth("genital_sensation_loss") is OPEN
        assert other.truth("onset:sudden") is OPEN
        assert other.truth("site:flank") is NO
    unasked = Facts(pregnant(20), small, OPEN, asking=True).if_yes("fever")
    assert unasked.truth("genital_sensation_loss") is OPEN


def test_a_no_to_one_umbrella_closes_nothing_that_stands_under_none() -> None:
    small = knowledge(finding("fever"), finding("vomiting"), umbrella("feels_unwell", "vomiting"))
    facts = Facts(pregnant(20, feels_unwell="no"), small)
    assert (facts.truth("vomiting"), facts.truth("fever")) == (NO, OPEN)


def test_another_meaning_of_silence_leaves_these_facts_as_they_are() -> None:
    cautious = Facts(pregnant(20, vomiting="yes"), knowledge(finding("fever"), finding("vomiting")))
    counts_as_no = cautious.with_silence(NO)
    assert [facts.truth("fever") for facts in (cautious, counts_as_no)] == [OPEN, NO]
    assert [facts.truth("vomiting") for facts in (cautious, counts_as_no)] == [YES, YES]


def test_another_meaning_of_silence_is_read_from_what_she_did_say() -> None:
    supposed = Facts(pregnant(20), knowledge(finding("fever"))).if_yes("fever")
    assert supposed.with_silence(NO).truth("fever") is NO


def test_a_number_that_she_did_not_give_settles_nothing_that_is_asked_of_her() -> None:
    facts = Facts(pregnant(20), open_engine().knowledge)
    wanted = {"births_before": OPEN, "age_years": NO, "weeks_postpartum": NO}
    assert {name: facts.holds(Compare(name, ">=", 1)) for name in wanted} == wanted


def test_a_yes_opens_what_hangs_on_it_also_where_that_was_looked_at_before() -> None:
    small = knowledge(
        finding("recent_neuraxial"), finding("needle_site_red", asked_if="recent_neuraxial", intimate=True)
    )
    closed = pregnant(20, recent_neuraxial="no", needle_site_red="rather_not_say")
    for silence in (OPEN, NO):
        facts = Facts(closed, small, silence, withheld=OPEN)
        assert facts.truth("needle_site_red") is NO
        assert facts.if_yes("recent_neuraxial").truth("needle_site_red") is OPEN
    unsaid = Facts(pregnant(20, recent_neuraxial="no"), small, OPEN, asking=True)
    assert unsaid.truth("needle_site_red") is NO
    assert unsaid.if_yes("recent_neuraxial").truth("needle_site_red") is OPEN
