from __future__ import annotations

from carrywell.model.case import Pain
from carrywell.model.pain_numbers import PAIN_NUMBER_KEYS
from carrywell.model.vocabulary import PAIN_NUMBERS


def test_every_number_of_the_pain_has_its_key() -> None:
    assert tuple(PAIN_NUMBER_KEYS) == PAIN_NUMBERS
    assert set(PAIN_NUMBER_KEYS.values()) <= set(Pain.model_fields)
