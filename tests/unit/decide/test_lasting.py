"""What a later no takes back, and what only somebody who looks can."""

from __future__ import annotations

import pytest

from carrywell.decide.lasting import answers_now
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.follow_up import LastingSigns
from tests.lib.cases import also, postpartum, pregnant
from tests.lib.small_knowledge import finding, knowledge

YES, NO, UNSURE, RATHER_NOT = Answer.YES, Answer.NO, Answer.UNSURE, Answer.RATHER_NOT_SAY


def lasting(name: str, days: int, *findings: str) -> LastingSigns:
    own = {"id": name, "findings": findings, "days": days, "says": f"says {name}", "basis": "design"}
    return LastingSigns.model_validate({**own, "reviewed": "none yet"})


KB = knowledge(
    *map(finding, ("fever", "saddle_numbness", "severe_pain", "seen_since_last_check", "recent_neuraxial")),
    finding("genital_sensation_loss", intimate=True),
    finding("needle_site_red", asked_if="recent_neuraxial"),
    finding("pelvic_pressure", stages=["second_trimester", "third_trimester"]),
    finding("blood_pressure_upper", asks_for="number", lowest=50, highest=300),
    finding("very_ill", kind="umbrella", covers=["fever"], opens="opens"),
    lasting("nerves", 14, "saddle_numbness", "genital_sensation_loss", "pelvic_pressure"),
    lasting("infection", 7, "fever", "needle_site_red", "blood_pressure_upper"),
    lasting("over", 0, "severe_pain"),
)


def now(*cases: Case) -> dict[str, Answer | float]:
    return dict(answers_now(cases, KB)[0])


def kept(*cases: Case) -> list[tuple[str, str]]:
    return [(sign.finding, sign.because.id) for sign in answers_now(cases, KB)[1]]


class TestAYesBefore:
    NUMB = pregnant(20, saddle_numbness="yes")

    @pytest.mark.parametrize("later", [pregnant(21), pregnant(21, saddle_numbness="unsure"), pregnant(36)])
    def test_stays_a_yes_when_she_says_nothing_or_is_unsure(self, later: Case) -> None:
        assert now(self.NUMB, later) == {"saddle_numbness": YES}
        assert kept(self.NUMB, later) == []

    def test_stays_a_yes_when_she_would_rather_not_say_it_again(self) -> None:
        told = pregnant(20, genital_sensation_loss="yes")
        assert now(told, pregnant(21, genital_sensation_loss="rather_not_say")) == {"genital_sensation_loss": YES}

    @pytest.mark.parametrize("days", [0, 3, 13])
    def test_of_a_lasting_sign_that_she_denies_now_is_not_known(self, days: int) -> None:
        later = pregnant(20 + days / 7, saddle_numbness="no")
        assert now(self.NUMB, later) == {"saddle_numbness": UNSURE}
        assert kept(self.NUMB, later) == [("saddle_numbness", "nerves")]

    @pytest.mark.parametrize("days", [14, 60])
    def test_is_taken_back_once_its_days_are_over(self, days: int) -> None:
        later = pregnant(20 + days / 7, saddle_numbness="no")
        assert (now(self.NUMB, later), kept(self.NUMB, later)) == ({"saddle_numbness": NO}, [])

    def test_is_taken_back_at_once_where_the_sign_is_over_when_it_is_gone(self) -> None:
        assert now(pregnant(20, severe_pain="yes"), pregnant(20, severe_pain="no")) == {"severe_pain": NO}

    def test_of_an_unlisted_finding_is_taken_back_at_once(self) -> None:
        asked = (pregnant(20, recent_neuraxial="yes"), pregnant(20, recent_neuraxial="no"))
        assert now(*asked) == {"recent_neuraxial": NO}

    def test_counts_its_days_from_the_last_yes(self) -> None:
        again = pregnant(21.5, saddle_numbness="yes")
        assert now(self.NUMB, again, pregnant(23, saddle_numbness="no"))["saddle_numbness"] is UNSURE

    def test_outlasts_a_no_that_is_followed_by_silence(self) -> None:
        assert now(self.NUMB, pregnant(20.5, saddle_numbness="no"), pregnant(21)) == {"saddle_numbness": UNSURE}
        assert now(self.NUMB, pregnant(20.5, saddle_numbness="no"), pregnant(23)) == {}

    def test_after_a_no_stands_again(self) -> None:
        back = pregnant(21, saddle_numbness="yes")
        assert now(self.NUMB, pregnant(20.5, saddle_numbness="no"), back) == {"saddle_numbness": YES}

    def test_keeps_the_moment_at_which_it_was_told(self) -> None:
        told = pregnant(20, saddle_numbness="yes", asked_on="2026-11-22")
        _, (sign,) = answers_now([told, pregnant(20.4, saddle_numbness="no", asked_on="2026-11-25")], KB)
        assert str(sign.told.asked_on) == "2026-11-22"


class TestSeenSince:
    NUMB = pregnant(20, saddle_numbness="yes")
    GONE = pregnant(20.4, saddle_numbness="no")

    def test_her_no_is_enough_once_somebody_looked(self) -> None:
        seen = also(self.GONE, seen_since_last_check="yes")
        assert (now(self.NUMB, seen)["saddle_numbness"], kept(self.NUMB, seen)) == (NO, [])

    @pytest.mark.parametrize("said", ["no", "unsure"])
    def test_only_a_clear_yes_says_that_somebody_looked(self, said: str) -> None:
        assert kept(self.NUMB, also(self.GONE, seen_since_last_check=said)) == [("saddle_numbness", "nerves")]

    def test_a_look_before_the_sign_began_is_none(self) -> None:
        seen_before = also(self.NUMB, seen_since_last_check="yes")
        assert kept(pregnant(19), seen_before, self.GONE) == [("saddle_numbness", "nerves")]

    def test_a_look_while_the_sign_was_there_is_one(self) -> None:
        still_there = pregnant(20.2, saddle_numbness="yes", seen_since_last_check="yes")
        assert kept(self.NUMB, still_there, self.GONE) == []

    def test_a_look_does_not_take_back_what_she_leaves_open(self) -> None:
        assert now(self.NUMB, pregnant(20.4, seen_since_last_check="yes"))["saddle_numbness"] is YES

    def test_is_about_the_time_before_its_own_moment(self) -> None:
        assert "seen_since_last_check" not in now(pregnant(20, seen_since_last_check="yes"), pregnant(21))


class TestAnUnsureOrNoBefore:
    def test_unsure_stays_open(self) -> None:
        assert now(pregnant(20, fever="unsure"), pregnant(21)) == {"fever": UNSURE}

    def test_a_later_no_settles_unsure(self) -> None:
        assert (now(pregnant(20, fever="unsure"), pregnant(20, fever="no"))) == {"fever": NO}

    def test_an_earlier_no_is_not_carried(self) -> None:
        assert now(pregnant(20, fever="no"), pregnant(21)) == {}

    def test_the_latest_word_of_one_moment_is_as_it_is(self) -> None:
        alone = pregnant(20, fever="no", saddle_numbness="unsure", genital_sensation_loss="rather_not_say")
        assert now(alone) == alone.answers


class TestAQuestionThatIsNoLongerHers:
    def test_a_no_to_its_umbrella_is_a_no_to_it(self) -> None:
        told, later = pregnant(20, fever="yes"), pregnant(22, very_ill="no")
        assert now(told, later) == {"very_ill": NO}
        assert kept(told, pregnant(20.5, very_ill="no")) == [("fever", "infection")]

    def test_a_no_to_all_that_it_covers_is_a_no_to_the_umbrella(self) -> None:
        assert now(pregnant(20, very_ill="yes"), pregnant(22, fever="no")) == {"fever": NO}
        assert now(pregnant(20, very_ill="yes"), pregnant(22)) == {"very_ill": YES}

    def test_a_closed_gate_is_a_no(self) -> None:
        told = postpartum(1, recent_neuraxial="yes", needle_site_red="yes")
        assert now(told, postpartum(3, recent_neuraxial="no")) == {"recent_neuraxial": NO}
        assert now(told, postpartum(3)) == {"recent_neuraxial": YES, "needle_site_red": YES}

    def test_a_stage_that_has_passed_is_a_no(self) -> None:
        assert now(pregnant(39, pelvic_pressure="yes"), postpartum(1)) == {"pelvic_pressure": UNSURE}
        assert now(pregnant(39, pelvic_pressure="yes"), postpartum(2)) == {}


class TestReadings:
    HIGH = pregnant(30, blood_pressure_upper=165)

    def test_the_higher_of_two_readings_counts_for_its_days(self) -> None:
        assert now(self.HIGH, pregnant(30.5, blood_pressure_upper=120)) == {"blood_pressure_upper": 165}
        assert kept(self.HIGH, pregnant(30.5, blood_pressure_upper=120)) == [("blood_pressure_upper", "infection")]

    def test_a_later_one_counts_when_they_are_over_or_when_it_is_higher(self) -> None:
        assert now(self.HIGH, pregnant(31, blood_pressure_upper=120)) == {"blood_pressure_upper": 120}
        assert now(self.HIGH, pregnant(30.5, blood_pressure_upper=170)) == {"blood_pressure_upper": 170}
        assert kept(self.HIGH, pregnant(30.5, blood_pressure_upper=170)) == []

    def test_an_old_peak_does_not_hide_a_recent_one(self) -> None:
        old, recent = pregnant(20, blood_pressure_upper=180), pregnant(30, blood_pressure_upper=165)
        assert now(old, recent, pregnant(30.5, blood_pressure_upper=120)) == {"blood_pressure_upper": 165}

    def test_silence_leaves_the_last_reading_standing(self) -> None:
        assert now(self.HIGH, pregnant(34)) == {"blood_pressure_upper": 165}
        assert kept(self.HIGH, pregnant(30.5)) == []
