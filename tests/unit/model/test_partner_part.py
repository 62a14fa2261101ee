"""What leaves the page for her partner holds no answer."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.partner_part import PartnerPart


def test_the_case_of_a_part_has_weeks_and_a_day_and_not_a_single_answer() -> None:
    case = PartnerPart(pregnant=True, weeks=24, massage=("mass_partner",), warmth=True, tasks=("mopping",)).as_case()
    assert case.about.weeks_pregnant == 24
    assert dict(case.day) == {"mopping": 1.0}
    assert dict(case.answers) == {}
    assert case.pain.sites == ()
    assert case.history == ()


@pytest.mark.parametrize(
    ("loss", "baby", "ended", "with_me"),
    [(False, True, "birth", "yes"), (True, False, "loss", None), (False, False, None, None)],
)
def test_after_the_end_of_a_pregnancy_only_what_was_said_is_known(
    loss: bool, baby: bool, ended: str | None, with_me: str | None
) -> None:
    about = PartnerPart(pregnant=False, weeks=8, loss=loss, baby=baby).as_case().about
    assert (about.weeks_postpartum, about.ended, about.baby_with_me) == (8, ended, with_me)


@pytest.mark.parametrize("weeks", [-1, 60])
def test_weeks_that_there_are_not_are_refused(weeks: int) -> None:
    with pytest.raises(ValidationError):
        PartnerPart(pregnant=True, weeks=weeks).as_case()
