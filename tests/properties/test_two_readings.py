"""The fast decision and the slow, obvious one come to the same level, by the same doors."""

from __future__ import annotations

import pytest
from hypothesis import given

from carrywell.app.check_case import Unanswered
from tests.lib.deciding import UNANSWERED, decided, triaged
from tests.lib.naive_triage import NO, OPEN, decide, decide_with_all_questions
from tests.lib.random_cases import KB, Case, asked_cases, cases


@pytest.mark.parametrize("unanswered", UNANSWERED)
@given(case=cases())
def test_same_level_and_doors(unanswered: Unanswered, case: Case) -> None:
    slow = decide(case, KB, OPEN if unanswered == "cautious" else NO)
    fast = decided(case, unanswered).triage
    assert (fast.level.value, [door.value for door in fast.doors]) == (slow.level, list(slow.doors))


@given(case=cases())
def test_level_if_unanswered_is_the_cautious_one(case: Case) -> None:
    assert decided(case, "no").if_unanswered.value == decide(case, KB, OPEN).level


@given(case=asked_cases())
def test_same_level_after_every_question(case: Case) -> None:
    assert triaged(case, "interviewed").level.value == decide_with_all_questions(case, KB).level
