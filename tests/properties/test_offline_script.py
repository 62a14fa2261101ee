"""Without a network the phone comes to what the site says: next question, level, class, causes, plan, words.

`make offline-cases` compares a hundred thousand made-up cases.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from carrywell.app.play_interview import answered, form_filled
from carrywell.app.steps import next_step
from carrywell.model.case import Case
from tests.lib.offline_script import ENGINE, FORMS, Json, differing, public_cases, varied, with_forms
from tests.lib.published_cases import published
from tests.lib.random_cases import PRIVATE

CASES = {"en": 600, "zh-Hans": 250}


@pytest.fixture(scope="module")
def base() -> list[Json]:
    return public_cases(150)


@pytest.mark.parametrize("language", CASES)
def test_made_up_cases(base: list[Json], language: str) -> None:
    count = CASES[language] - len(base)
    asked = with_forms([*base, *varied(base, count, seed=len(language))], seed=1)
    assert differing(asked, language) == []


def test_every_step_of_played_interviews(base: list[Json]) -> None:
    asked = [one for case in base[:8] for one in _way(Case.model_validate(case))]
    assert len(asked) > 40
    assert differing(asked, words=False) == []


def _way(answering: Case) -> Iterator[Json]:
    """What is known before each step, as she answers from the case."""
    said, done = (
        answered(ENGINE, Case(about=answering.about), ENGINE.interviewer.first_questions, answering),
        {"private"},
    )
    while True:
        yield {"case": _dumped(said), "done": sorted(done.intersection(FORMS))}
        step = next_step(ENGINE, said, done)
        if step.name == "result":
            return
        if step.questions is not None:
            said = answered(ENGINE, said, step.questions, answering)
        else:
            said = form_filled(said, step.name, answering)
            done.add(step.name)


@pytest.mark.parametrize("kind", ["serious", "ordinary"])
def test_published_cases(kind: str) -> None:
    found = published(kind)
    if not found:
        pytest.skip("the published cases are not here")
    asked = with_forms([_dumped(one.case) for one in found], seed=2)
    assert differing(asked) == []


def _dumped(case: Case) -> Json:
    told = case.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    answers = {name: said for name, said in told.get("answers", {}).items() if name not in PRIVATE}
    return {**told, "answers": answers, "pain": told.get("pain", {})}
