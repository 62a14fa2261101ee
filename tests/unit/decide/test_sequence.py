"""Several moments of one woman: their order, and what an earlier one still says of her now."""

from __future__ import annotations

import pytest

from carrywell.decide.sequence import carried_forward, in_order
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.told import WrongValue
from tests.lib.cases import postpartum, pregnant
from tests.lib.refusals import refused
from tests.lib.small_knowledge import finding, knowledge

SMALL = knowledge(finding("fever"), finding("flank_pain"))
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE


def carried(*cases: Case) -> Case:
    return carried_forward(cases, SMALL).case


class TestOrder:
    EARLY = pregnant(20, asked_on="2026-10-01")
    LATE = pregnant(24, asked_on="2026-11-01")

    def test_by_date_where_every_case_has_one(self) -> None:
        assert in_order([self.LATE, self.EARLY]) == [self.EARLY, self.LATE]

    def test_as_given_where_a_date_is_missing(self) -> None:
        undated = pregnant(21)
        assert in_order([self.EARLY, undated, self.LATE]) == [self.EARLY, undated, self.LATE]

    def test_dates_that_run_backwards_round_an_undated_case_are_refused(self) -> None:
        with refused(WrongValue, "the dates run backwards"):
            in_order([self.LATE, pregnant(24), pregnant(24, asked_on="2026-10-01")])

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            (pregnant(24), pregnant(20)),
            (postpartum(8), postpartum(3)),
            (pregnant(24, asked_on="2026-10-01"), pregnant(20, asked_on="2026-11-01")),
        ],
    )
    def test_weeks_that_run_backwards_are_refused(self, first: Case, then: Case) -> None:
        with refused(WrongValue, "the weeks run backwards"):
            in_order([first, then])

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            (pregnant(24), pregnant(24)),
            (postpartum(8), postpartum(8)),
            (pregnant(39), postpartum(1)),
            (postpartum(50), pregnant(8)),  # a new pregnancy
        ],
    )
    def test_what_can_follow_in_time_is_accepted(self, first: Case, then: Case) -> None:
        assert in_order([first, then]) == [first, then]

    def test_a_step_back_in_the_middle_is_found(self) -> None:
        with refused(WrongValue, "the weeks run backwards"):
            in_order([pregnant(20), pregnant(24), pregnant(23)])


class TestAnswers:
    def test_what_the_later_case_leaves_open_stays_as_it_was_said(self) -> None:
        assert carried(pregnant(20, fever="yes"), pregnant(21, flank_pain="no")).answers == {
            "fever": YES,
            "flank_pain": NO,
        }

    def test_over_more_than_two_moments(self) -> None:
        found = carried(pregnant(20, fever="yes"), pregnant(21), pregnant(22, flank_pain="unsure"))
        assert found.answers == {"fever": YES, "flank_pain": UNSURE}

    def test_an_earlier_no_is_about_its_own_day(self) -> None:
        assert carried(pregnant(20, fever="no"), pregnant(21)).answers == {}

    def test_the_latest_moment_is_the_one_that_is_decided_on(self) -> None:
        found = carried(pregnant(20), pregnant(24.5, asked_on="2026-11-22"))
        assert (found.about.weeks_pregnant, str(found.asked_on)) == (24.5, "2026-11-22")

    def test_one_moment_alone_stays_as_it_is(self) -> None:
        alone = pregnant(20, fever="yes", sites=["low_back"], history=["scoliosis"], day={"mopping": 20})
        assert carried(alone) == alone


class TestThePersonAndHerPain:
    def test_history_adds_up_and_is_named_once(self) -> None:
        found = carried(
            pregnant(20, history=["scoliosis", "arthritis"]), pregnant(21, history=["arthritis", "inactive"])
        )
        assert found.history == ("scoliosis", "arthritis", "inactive")

    def test_history_that_nobody_asked_for_stays_unasked(self) -> None:
        assert "history" not in carried(pregnant(20), pregnant(21)).model_fields_set

    def test_the_pain_stays_as_she_described_it(self) -> None:
        found = carried(pregnant(20, sites=["flank"], onset="sudden"), pregnant(21, course="worse_over_days"))
        assert (found.pain.sites, found.pain.onset, found.pain.course) == (("flank",), "sudden", "worse_over_days")

    @pytest.mark.parametrize("calm", ["steady", "better_over_weeks"])
    def test_that_it_goes_well_is_asked_anew(self, calm: str) -> None:
        assert carried(pregnant(20, course=calm), pregnant(21)).pain.course is None
        assert carried(pregnant(20, course="worse_over_days"), pregnant(21)).pain.course == "worse_over_days"
        assert carried(pregnant(20), pregnant(21, course=calm)).pain.course == calm

    @pytest.mark.parametrize(("then", "now", "eases"), [(3, 5, False), (5, 5, True), (5, 3, True), (None, 5, True)])
    def test_what_eased_a_weaker_pain_is_not_said_of_a_stronger_one(
        self, then: int | None, now: int, eases: bool
    ) -> None:
        earlier = pregnant(20, now=then, better_with=["rest"], worse_with=["bending"], worse_moving_better_rest="yes")
        found = carried(earlier, pregnant(21, now=now))
        assert found.pain.better_with == (("rest",) if eases else ())
        assert found.answers == ({"worse_moving_better_rest": YES} if eases else {})
        assert found.pain.worse_with == ("bending",)

    def test_a_later_word_about_the_pain_takes_back_an_earlier_one(self) -> None:
        found = carried(
            pregnant(20, sites=["flank"], worse_with=["stairs"]), pregnant(21, sites=["groin"], worse_with=[])
        )
        assert (found.pain.sites, found.pain.worse_with) == (("groin",), ())
        assert "worse_with" in found.pain.model_fields_set

    @pytest.mark.parametrize(
        ("earlier", "later", "weeks"),
        [
            (pregnant(20, started_weeks_ago=1), pregnant(23), 4),
            (pregnant(20, started_weeks_ago=1, asked_on="2026-11-01"), pregnant(22, asked_on="2026-11-15"), 3),
            (pregnant(39, started_weeks_ago=1), postpartum(1), 1),  # how long between is not known
            (pregnant(20, started_weeks_ago=1), pregnant(23, started_weeks_ago=0), 0),
        ],
    )
    def test_how_long_ago_it_began_grows_with_the_weeks_between(self, earlier: Case, later: Case, weeks: float) -> None:
        assert carried(earlier, later).pain.started_weeks_ago == weeks

    def test_her_day_stays_until_she_tells_another(self) -> None:
        assert carried(pregnant(20, day={"mopping": 20}), pregnant(21)).day == {"mopping": 20}
        assert carried(pregnant(20, day={"mopping": 20}), pregnant(21, day={"driving": 5})).day == {"driving": 5}
        assert "day" not in carried(pregnant(20), pregnant(21)).model_fields_set

    def test_twins_stay_twins(self) -> None:
        assert carried(pregnant(20, babies=2), pregnant(21)).about.babies == 2
        assert carried(pregnant(39, babies=2), postpartum(1)).about.babies == 2
        assert carried(pregnant(20, babies=2), pregnant(21, babies=1)).about.babies == 1

    def test_how_it_ended_stays_said(self) -> None:
        about = carried(postpartum(1, ended="birth", birth="caesarean", baby_with_me="yes"), postpartum(3)).about
        assert (about.ended, about.birth, about.baby_with_me) == ("birth", "caesarean", "yes")

    def test_a_new_pregnancy_starts_afresh(self) -> None:
        about = carried(postpartum(50, babies=2, birth="caesarean"), pregnant(8)).about
        assert (about.babies, about.birth) == (None, None)

    def test_after_word_of_a_loss_no_earlier_baby_is_kept(self) -> None:
        about = carried(postpartum(1, ended="birth", baby_with_me="yes"), postpartum(3, ended="loss")).about
        assert (about.ended, about.baby_with_me) == ("loss", None)
