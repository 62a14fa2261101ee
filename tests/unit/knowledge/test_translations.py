from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from carrywell.app.engine import Engine, open_engine
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import read_knowledge
from carrywell.knowledge.translations import compile_translations, load_translations, read_translations
from carrywell.model.text import Text

SMALL = Path(__file__).parent / "small_kb"
ASK = "findings/fever#ask"


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "kb")


def english(kb: Path, key: str) -> Text:
    folder, _, rest = key.partition("/")
    assert folder == "findings"
    return getattr(read_knowledge(kb).findings[rest.partition("#")[0]], rest.partition("#")[2])


def write(kb: Path, content: str, path: str = "findings/fever.yaml") -> None:
    file = kb / "i18n" / "zh-Hans" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")


def translated(kb: Path, says: str = "你发烧吗？") -> None:
    write(kb, f"reviewed: none yet\nask:\n  of: {english(kb, ASK).fingerprint}\n  says: {says}\n")


def engine(kb: Path) -> Engine:
    return open_engine(kb)


def faults(kb: Path) -> list[str]:
    with pytest.raises(Faulty) as found:
        read_translations(read_knowledge(kb), "zh-Hans", kb)
    return [str(fault) for fault in found.value.faults]


def test_a_translated_sentence_is_spoken(kb: Path) -> None:
    translated(kb)
    opened = engine(kb)
    assert opened.voice("zh-Hans")(opened.knowledge.findings["fever"].ask) == "你发烧吗？"
    assert opened.voice()(opened.knowledge.findings["fever"].ask) == "Do you have a fever?"


def test_a_changed_english_sentence_is_spoken_in_english_and_counted_as_stale(kb: Path) -> None:
    translated(kb)
    finding = kb / "findings" / "fever.yaml"
    finding.write_text(finding.read_text().replace("Do you have a fever?", "Do you have a fever or chills?"))
    opened = engine(kb)
    ask = opened.knowledge.findings["fever"].ask
    assert opened.voice("zh-Hans")(ask) == "Do you have a fever or chills?"
    assert not opened.voice("zh-Hans").speaks(ask)
    coverage = opened.coverage("zh-Hans")
    assert coverage.stale == (ASK,)
    assert ASK in coverage.untranslated_safety


def test_the_content_of_the_knowledge_base_is_the_same_with_and_without_translations(kb: Path) -> None:
    before = read_knowledge(kb)
    translated(kb)
    assert read_knowledge(kb) == before


def test_a_language_that_there_is_not(kb: Path) -> None:
    with pytest.raises(KeyError):
        engine(kb).voice("tlh")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("ask: x\n", "i18n/zh-Hans/findings/fever.yaml:1:1 a mapping with the key 'reviewed' is expected at the top"),
        (
            "reviewed: none yet\nasks: {of: a, says: b}\n",
            "i18n/zh-Hans/findings/fever.yaml:2:1 no sentence has the id findings/fever#asks",
        ),
        (
            "reviewed: none yet\nask: 你发烧吗？\n",
            "i18n/zh-Hans/findings/fever.yaml:2:6 ask: a mapping with the keys of, says, back is expected "
            "(back may be left out)",
        ),
        (
            "reviewed: none yet\nask: {of: '', says: 你发烧吗？}\n",
            "i18n/zh-Hans/findings/fever.yaml:2:6 ask: a sentence is expected here",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(kb: Path, content: str, says: str) -> None:
    write(kb, content)
    assert faults(kb) == [says]


def test_a_file_that_mirrors_nothing_is_refused(kb: Path) -> None:
    write(kb, "reviewed: none yet\n", "findings/fevers.yaml")
    assert faults(kb) == ["i18n/zh-Hans/findings/fevers.yaml:1:1 mirrors no file; allowed are the paths of kb/ itself"]


def test_a_value_that_the_english_does_not_have_is_refused(kb: Path) -> None:
    translated(kb, "发烧{degrees}度吗？")
    assert faults(kb) == ["i18n/zh-Hans/findings/fever.yaml:3:3 ask: the values {degrees}; allowed: none"]


def test_the_compiled_file_says_what_the_files_say(monkeypatch: pytest.MonkeyPatch, kb: Path, tmp_path: Path) -> None:
    translated(kb)
    compiled = tmp_path / "compiled.json"
    monkeypatch.setattr("carrywell.knowledge.translations.compiled_file", lambda language: compiled)
    monkeypatch.setattr("carrywell.knowledge.translations.KB", kb)
    knowledge = read_knowledge(kb)
    compile_translations(knowledge, "zh-Hans", kb)
    assert load_translations(knowledge, "zh-Hans", kb) == read_translations(knowledge, "zh-Hans", kb)
    translated(kb, "你现在发烧吗？")  # the files win over an older compiled one
    assert load_translations(knowledge, "zh-Hans", kb)[ASK].says == "你现在发烧吗？"


@pytest.mark.parametrize("language", ["en-XA", "ar-XB"])
def test_a_pseudo_language_says_every_sentence_and_keeps_its_values(language: str) -> None:
    opened = open_engine()
    assert opened.coverage(language).whole
    assert "7" in opened.voice(language).counted("dose.sets", 7)
    assert opened.voice(language).phrase("start.button") != opened.voice().phrase("start.button")
