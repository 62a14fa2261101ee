"""Every safety property holds over all cases of the real knowledge base, and each proof sees what it is there for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from carrywell.app import engine as engine_module
from carrywell.app.engine import open_engine
from carrywell.app.prove_knowledge import write_cases
from carrywell.cli.main import main
from carrywell.knowledge.reader import read_knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.properties import PROPERTIES
from carrywell.proof.property import Property
from carrywell.proof.run import Proved, prove
from tests.lib.changed_kb import Edit, changed_kb

BY_LETTER = {one.letter: one for one in PROPERTIES}
REAL = open_engine().knowledge


def test_the_properties_are_a_to_i_and_no_other() -> None:
    assert [one.letter for one in PROPERTIES] == list("abcdefghi")


@pytest.mark.parametrize("one", PROPERTIES, ids=lambda one: one.letter)
def test_holds_over_all_cases(one: Property) -> None:
    (proved,) = prove(ProofContext(REAL), [one])
    assert [(found.says, found.in_words) for found in proved.broken] == []


@dataclass(frozen=True)
class Change:
    """Something that must not go unseen: which property refuses it, at which stage, and what its words then name."""

    name: str
    letter: str
    named: str
    edits: tuple[Edit, ...]
    stage: Stage = Stage.SECOND_TRIMESTER


CHANGES = (
    Change(
        "one danger sign's level lowered",
        "c",
        "saddle_numbness",
        (Edit("saddle_numbness.yaml", "level: emergency_now", "level: within_2_days"),),
    ),
    Change(
        "one stage boundary shifted",
        "f",
        "28 weeks is second_trimester",
        (Edit("third_trimester.yaml", "from_weeks: 28", "from_weeks: 29"),),
    ),
    Change(
        "one question hidden behind a wrong condition",
        "d",
        "thigh_pain_both",
        (Edit("thigh_pain_both.yaml", "stages: all", "stages: all\nasked_if: worse_moving_better_rest"),),
    ),
    Change(  # in both books: the reader refuses it where the floors do not say so too
        "a not sneaked into a rule, so that a yes lowers",
        "b",
        "worse_moving_better_rest",
        (
            Edit("flank_on_the_map.yaml", "[site:flank,", "[site:flank, {not: worse_moving_better_rest},"),
            Edit("body_map.yaml", "- [site:flank,", "- [site:flank, {not: worse_moving_better_rest},"),
        ),
    ),
    Change(
        "self-care without rest",
        "i",
        "worse_with",
        (Edit("eased_by_rest.yaml", "is:worse_with_movement, is:better_with_rest", "is:worse_with_movement"),),
    ),
    Change(
        "a rule that another makes idle",
        "g",
        "chest_on_the_map_sudden",
        (Edit("chest_on_the_map_sudden.yaml", "to: emergency_now", "to: same_day_gp_or_ed"),),
    ),
)


@dataclass(frozen=True)
class Refused:
    """A copy with a change in it, and the property that breaks."""

    change: Change
    kb: Path
    proved: Proved


@pytest.fixture(scope="module", params=CHANGES, ids=lambda change: change.name)
def refused(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Refused:
    change: Change = request.param
    kb = changed_kb(tmp_path_factory.mktemp(change.letter), change.edits)
    (proved,) = prove(ProofContext(read_knowledge(kb), (change.stage,)), [BY_LETTER[change.letter]])
    return Refused(change, kb, proved)


def test_a_dangerous_change_is_refused(refused: Refused) -> None:
    told = json.dumps([[found.says, found.in_words, found.cases] for found in refused.proved.broken])
    assert not refused.proved.holds
    assert refused.change.named in told


def test_check_gives_the_same_levels_for_the_cases_that_are_written(
    refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, proved = refused.change.letter, refused.proved
    shown = next((found for found in proved.broken if found.cases), None)
    paths = write_cases(proved, tmp_path)
    if shown is None:
        assert paths == []  # a rule is at fault, and no case
        return
    more = ["--unanswered", "no"] if shown.unanswered == "no" else []
    monkeypatch.setattr(engine_module, "open_engine", lambda: open_engine(refused.kb))
    assert [path.name for path in paths] == names(letter, len(shown.cases))
    assert [checked(path, *more)["care"]["level"] for path in paths] == list(shown.levels)
    if letter == "d":  # what holds for any order holds for the order in which the questions really come
        played = checked(paths[-1], "--interview")
        assert refused.change.named not in played["interview"]["asked"]
        assert played["care"]["level"] != shown.levels[-1]


def names(letter: str, cases: int) -> list[str]:
    numbered = [f"-{number}" for number in range(1, cases + 1)] if cases > 1 else [""]
    return [f"counterexample-{letter}{number}.json" for number in numbered]


def checked(path: Path, *more: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["check", str(path), "--json", *more])
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found
