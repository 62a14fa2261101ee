from __future__ import annotations

import pytest

from carrywell.app.check_case import Course, check_case, check_sequence
from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.told import WrongValue
from tests.lib.cases import all_no, pregnant
from tests.lib.refusals import refused

CALM = all_no(pregnant(30, sites=["low_back"], worse_with=["bending"], better_with=["rest"]))


def course(*cases: Case) -> Course:
    return check_sequence(open_engine(), cases, "no")


class TestOneMoment:
    def test_by_default_what_is_not_answered_counts_as_a_possible_yes(self) -> None:
        assert check_case(open_engine(), pregnant(30)).triage.level is CareLevel.EMERGENCY_NOW

    @pytest.mark.parametrize("unanswered", ["no", "interviewed"])
    def test_for_a_case_that_names_what_was_present_it_counts_as_no(self, unanswered: str) -> None:
        found = check_case(open_engine(), pregnant(30), unanswered)  # type: ignore[arg-type]
        assert found.triage.level is CareLevel.ROUTINE
        assert found.if_unanswered is CareLevel.EMERGENCY_NOW

    def test_only_after_an_interview_does_the_plan_still_need_a_clear_no(self) -> None:
        offered = {
            unanswered: sum(map(len, check_case(open_engine(), pregnant(30), unanswered).plan.by_topic.values()))  # type: ignore[arg-type]
            for unanswered in ("no", "interviewed")
        }
        assert offered["interviewed"] < offered["no"]

    def test_when_every_question_was_answered_silence_makes_no_difference(self) -> None:
        for unanswered in ("cautious", "no", "interviewed"):
            found = check_case(open_engine(), CALM, unanswered)  # type: ignore[arg-type]
            assert found.triage.level is CareLevel.SELF_CARE, unanswered


class TestSeveralMoments:
    def test_the_level_now_and_at_each_moment_before(self) -> None:
        found = course(pregnant(20), pregnant(21, fever="yes"), pregnant(22, saddle_numbness="yes"))
        assert [level.value for level in found.levels] == ["routine", "same_day_maternity", "emergency_now"]
        assert found.now.triage.level is CareLevel.EMERGENCY_NOW

    def test_what_was_said_before_still_counts(self) -> None:
        found = course(pregnant(20, fever="yes"), pregnant(21))
        assert [level.value for level in found.levels] == ["same_day_maternity", "same_day_maternity"]
        assert found.now.case.about.weeks_pregnant == 21

    def test_a_sign_described_before_and_one_that_comes_later_are_taken_together(self) -> None:
        sudden = pregnant(20, thigh_pain_both="yes", course="worse_over_days")
        assert course(sudden, pregnant(20.5)).levels[0] is course(sudden, pregnant(20.5)).levels[1]
        later = course(pregnant(20, thigh_pain_both="yes"), pregnant(20.5, course="worse_over_days"))
        assert [level.value for level in later.levels] == ["same_day_gp_or_ed", "emergency_now"]

    def test_a_later_no_takes_back_once_the_days_of_the_sign_are_over(self) -> None:
        found = course(pregnant(20, fever="yes"), pregnant(20.5, fever="no"), pregnant(21, fever="no"))
        assert [level.value for level in found.levels] == ["same_day_maternity", "same_day_maternity", "routine"]

    def test_what_time_shows_makes_the_program_ask_sooner(self) -> None:
        calm = course(pregnant(20, now=5), pregnant(20.5, now=4))
        assert calm.now.follow_up.recheck.id == "weekly"
        risen = course(pregnant(20, now=3), pregnant(20.5, now=5))
        assert (risen.now.triage.level, risen.now.follow_up.recheck.id) == (calm.now.triage.level, "worse_since")

    def test_where_silence_is_a_possible_yes_a_place_that_she_does_not_repeat_may_have_changed(self) -> None:
        told = all_no(pregnant(30, sites=["low_back"], onset="gradual"))
        silent = all_no(pregnant(31, severe_pain="yes"))
        alone = check_case(open_engine(), silent).triage.level
        assert check_sequence(open_engine(), (told, silent)).now.triage.level.speed >= alone.speed
        assert alone is CareLevel.EMERGENCY_NOW  # severe pain that may be sudden and high up

    def test_what_is_new_is_told_against_the_moment_before(self) -> None:
        change = course(pregnant(20, fever="yes"), pregnant(21, flank_pain="yes"), pregnant(22, vomiting="yes")).change
        assert change.new == ("vomiting",)

    def test_dates_give_the_order(self) -> None:
        late, early = pregnant(24, asked_on="2026-11-01", fever="yes"), pregnant(20, asked_on="2026-10-01")
        assert [level.value for level in course(late, early).levels] == ["routine", "same_day_maternity"]

    def test_weeks_that_run_backwards_are_refused(self) -> None:
        with refused(WrongValue, "the weeks run backwards"):
            course(pregnant(24), pregnant(20))
