"""Every safety property holds over all cases of the real knowledge base, and each proof notices what it is there for."""

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
from tests.lib.changed_kb import changed_kb

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
    """Something that must not go unseen: which property refuses it, at which stage, and what its case says yes to."""

    name: str
    file: str
    old: str
    new: str
    letter: str
    stage: Stage
    named: str


CHANGES = (
    Change(
        "one danger sign's level lowered",
        "saddle_numbness.yaml",
        "level: emergency_now",
        "level: within_2_days",
        "c",
        Stage.SECOND_TRIMESTER,
        "saddle_numbness",
    ),
    Change(
        "one stage boundary shifted",
        "third_trimester.yaml",
        "from_weeks: 28",
        "from_weeks: 29",
        "f",
        Stage.THIRD_TRIMESTER,
        "28 weeks is second_trimester",
    ),
    Change(
        "one question hidden behind a wrong condition",
        "thigh_pain_both.yaml",
        "stages: all",
        "stages: all\nasked_if: worse_moving_better_rest",
        "d",
        Stage.SECOND_TRIMESTER,
        "thigh_pain_both",
    ),
    Change(
        "a not sneaked into a rule, so that a yes lowers",
        "upper_back_pain.yaml",
        "{any: [site:upper_back, site:mid_back, site:neck, site:shoulder]}",
        "{all: [{any: [site:upper_back, site:mid_back, site:neck]}, {not: worse_moving_better_rest}]}",
        "b",
        Stage.SECOND_TRIMESTER,
        "worse_moving_better_rest",
    ),
    Change(
        "self-care without rest",
        "eased_by_rest.yaml",
        "is:worse_with_movement, is:better_with_rest",
        "is:worse_with_movement",
        "i",
        Stage.SECOND_TRIMESTER,
        "worse_with",
    ),
    Change(
        "a rule that another makes idle",
        "chest_on_the_map_sudden.yaml",
        "to: emergency_now",
        "to: same_day_gp_or_ed",
        "g",
        Stage.SECOND_TRIMESTER,
        "chest_on_the_map_sudden",
    ),
)


@pytest.fixture(params=CHANGES, ids=lambda change: change.name)
def changed(request: pytest.FixtureRequest) -> Change:
    change: Change = request.param
    return change


def refused(change: Change, folder: Path) -> tuple[Path, Proved]:
    """The copy with the change in it, and the property that breaks."""
    kb = changed_kb(folder, change.file, change.old, change.new)
    (proved,) = prove(ProofContext(read_knowledge(kb), (change.stage,)), [BY_LETTER[change.letter]])
    return kb, proved


def test_a_dangerous_change_is_refused(changed: Change, tmp_path: Path) -> None:
    _, proved = refused(changed, tmp_path)
    told = json.dumps([[found.says, found.in_words, found.cases] for found in proved.broken])
    assert not proved.holds
    assert changed.named in told


def test_check_gives_the_same_levels_for_the_cases_that_are_written(
    changed: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb, proved = refused(changed, tmp_path)
    shown = next((found for found in proved.broken if found.cases), None)
    paths = write_cases(proved, tmp_path / "written")
    if shown is None:
        assert paths == []  # a rule is at fault, and no case
        return
    monkeypatch.setattr(engine_module, "open_engine", lambda: open_engine(kb))
    more = ["--unanswered", "no"] if shown.unanswered == "no" else []
    assert [path.name for path in paths] == names(changed.letter, len(shown.cases))
    assert [checked(path, *more)["care"]["level"] for path in paths] == list(shown.levels)


def test_a_hidden_question_is_missed_by_the_interview_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the proof says of any order holds for the order in which the questions really come."""
    (hidden,) = (change for change in CHANGES if change.letter == "d")
    kb, proved = refused(hidden, tmp_path)
    *_, everything = write_cases(proved, tmp_path)
    monkeypatch.setattr(engine_module, "open_engine", lambda: open_engine(kb))
    played, told = checked(everything, "--interview"), checked(everything, "--unanswered", "no")
    assert hidden.named not in played["interview"]["asked"]
    assert played["care"]["level"] != told["care"]["level"]


def names(letter: str, cases: int) -> list[str]:
    numbered = [f"-{number}" for number in range(1, cases + 1)] if cases > 1 else [""]
    return [f"counterexample-{letter}{number}.json" for number in numbered]


def checked(path: Path, *more: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["check", str(path), "--json", *more])
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found
