from __future__ import annotations

from carrywell.model.answer import Answer


def test_the_four_answers_are_written_as_in_a_case_file() -> None:
    assert [answer.value for answer in Answer] == ["yes", "no", "unsure", "rather_not_say"]
