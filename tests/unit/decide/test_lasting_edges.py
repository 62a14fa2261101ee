"""What a later no takes back, at its edges: several moments, and when somebody looked."""

from __future__ import annotations

import pytest

from carrywell.decide.lasting import answers_now
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import finding, knowledge
from tests.unit.decide.test_lasting import lasting

KB = knowledge(
    *map(finding, ("fever", "saddle_numbness", "seen_since_last_check")), lasting("nerves", 14, "saddle_numbness")
)


def now(*cases: Case) -> dict[str, Answer | float]:
    return dict(answers_now(cases, KB)[0])


def test_that_somebody_looked_speaks_for_its_own_moment_and_hides_nothing_told_with_it() -> None:
    seen = pregnant(21, seen_since_last_check="yes", fever="yes")
    assert now(pregnant(20), seen, pregnant(22)) == {"fever": Answer.YES}
    later = pregnant(22, seen_since_last_check="no")
    assert now(pregnant(20), seen, later) == {"seen_since_last_check": Answer.NO, "fever": Answer.YES}
    assert now(seen, pregnant(22, seen_since_last_check="yes")) == {
        "seen_since_last_check": Answer.YES,
        "fever": Answer.YES,
    }


@pytest.mark.parametrize(("seen_at", "counts"), [(1, Answer.UNSURE), (2, Answer.UNSURE), (3, Answer.NO)])
def test_who_looked_before_the_sign_came_back_has_not_seen_it(seen_at: int, counts: Answer) -> None:
    moments = [
        pregnant(20 + day / 7, saddle_numbness=said, **({"seen_since_last_check": "yes"} if day == seen_at else {}))
        for day, said in enumerate(("yes", "no", "yes", "no"))
    ]
    assert now(*moments)["saddle_numbness"] is counts
