from __future__ import annotations

from pathlib import Path

from carrywell.app.engine import open_engine

SMALL = Path(__file__).parents[1] / "knowledge" / "small_kb"


def test_the_knowledge_base_is_read_once_for_all_use_cases() -> None:
    assert open_engine() is open_engine()


def test_another_folder_is_another_engine() -> None:
    small = open_engine(SMALL)
    assert small.knowledge.version == "2026.11"
    assert {rule.id for rule in small.book.rules} >= {"fever", "fever+shaking_chills", "high_pressure"}
    assert [screen.id for screen in small.interviewer.screens if screen.lines] == ["alone"]


def test_its_voice_speaks_english_unless_told_otherwise() -> None:
    engine = open_engine(SMALL)
    assert engine.voice().language == "en"
    assert engine.voice("zh-Hans").language == "zh-Hans"
    assert engine.voice().phrase("say.pain") == "I have back pain."
