from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.cli.engine import engine_or_refuse
from carrywell.knowledge.reader import KB


def test_the_engine_of_the_knowledge_base_that_is_shipped() -> None:
    assert engine_or_refuse() is open_engine()


def test_a_faulty_knowledge_base_is_wrong_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kb = shutil.copytree(KB, tmp_path / "kb")
    (kb / "VERSION").write_text("", encoding="utf-8")
    (kb / "old_ids.yaml").write_text("a: [nothing_of_that_name]\n", encoding="utf-8")
    with pytest.raises(SystemExit) as refused:
        engine_or_refuse(kb)
    assert refused.value.code == 2
    assert capsys.readouterr().err.startswith(f"the knowledge base is faulty (carrywell knowledge check --kb {kb}):\n")


def test_no_folder_is_wrong_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        engine_or_refuse(tmp_path / "nowhere")
    assert refused.value.code == 2
    assert "nowhere" in capsys.readouterr().err
