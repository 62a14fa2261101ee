"""A claim that can do harm says how, and says which claims of the evidence it stands for."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.stage import Stage
from tests.lib.claims import claim


def test_without_a_stage_it_is_said_of_every_stage() -> None:
    assert claim("plank").stages == tuple(Stage)


def test_a_harmful_claim_says_what_can_go_wrong() -> None:
    with pytest.raises(ValidationError, match="so harm must say what can go wrong"):
        claim("plank", verdict="harmful")
    assert claim("plank", verdict="harmful", harm="It hurts the hips.").harm is not None


def test_a_claim_that_is_true_in_part_can_do_harm_as_well() -> None:
    assert claim("plank", verdict="partly", harm="It hurts the hips.").verdict == "partly"


@pytest.mark.parametrize("place", ["care:0", "care", "articles:3", "care:1.5"])
def test_what_it_covers_is_a_place_in_a_dossier(place: str) -> None:
    with pytest.raises(ValidationError, match="for example triage:13"):
        claim("plank", covers=[place])


def test_it_covers_at_least_one() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        claim("plank", covers=[])
