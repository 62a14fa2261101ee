"""Violence and self-harm: a result of its own. That it never reaches the care level stands in test_triage.py."""

from __future__ import annotations

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import assessed, finding, knowledge, private_result

SMALL = knowledge(
    finding("unsafe_at_home", private=True, intimate=True),
    finding("self_harm_thoughts", private=True, intimate=True),
    private_result("help", 20, "unsafe_at_home"),
    private_result("now", 10, "self_harm_thoughts"),
    finding("injury"),
    private_result("hurt", 15, {"all": ["unsafe_at_home", "injury"]}),
)


def shown(**answers: str) -> list[str]:
    return [result.id for result in assessed(pregnant(30, **answers), SMALL).private]


@pytest.mark.parametrize("said", ["yes", "unsure"])
def test_a_yes_or_not_sure_has_a_result(said: str) -> None:
    assert shown(unsafe_at_home=said) == ["help"]


@pytest.mark.parametrize("said", ["no", "rather_not_say"])
def test_no_and_silence_have_none(said: str) -> None:
    assert shown(unsafe_at_home=said) == []
    assert shown() == []


def test_a_result_never_says_for_her_what_she_was_not_asked() -> None:
    """That she was injured is claimed only where she said so, or is unsure; silence elsewhere is a possible yes."""
    assert "hurt" not in shown(unsafe_at_home="yes")
    assert "hurt" not in shown(unsafe_at_home="yes", injury="no")
    assert "hurt" in shown(unsafe_at_home="yes", injury="yes")
    assert "hurt" in shown(unsafe_at_home="yes", injury="unsure")


def test_the_gravest_first() -> None:
    assert shown(unsafe_at_home="yes", self_harm_thoughts="yes") == ["now", "help"]


@pytest.mark.parametrize("unanswered", ["cautious", "no", "interviewed"])
def test_private_answers_change_nothing_else_of_a_decision(unanswered: str) -> None:
    engine = open_engine()
    private = {name: "yes" for name, finding in engine.knowledge.findings.items() if finding.private}
    silent = check_case(engine, pregnant(30, fever="yes"), unanswered)  # type: ignore[arg-type]
    spoken = check_case(engine, pregnant(30, fever="yes", **private), unanswered)  # type: ignore[arg-type]
    assert spoken.private
    assert not silent.private
    for part in ("triage", "if_unanswered", "pain", "causes", "plan", "follow_up"):
        assert getattr(spoken, part) == getattr(silent, part), part
