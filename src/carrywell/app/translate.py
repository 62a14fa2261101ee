"""Use case: the sentences as a list for a translator, and the list taken back.

A list has a line for each sentence: its id, a tab, the English, a tab, the translation as it stands. What is taken back
is the id and what stands after the last tab.
"""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.app.engine import Engine
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.reader import all_texts
from carrywell.knowledge.translations import read_translations, write_translations, wrong_values
from carrywell.model.text import Text, Translation, Voice


def to_translate(engine: Engine, language: str, every: bool = False) -> list[str]:
    """Lines of what is missing or stale, or of every sentence: id, English, present translation."""
    voice = Voice(engine.knowledge.phrases, language, read_translations(engine.knowledge, language, engine.kb))
    return [
        f"{text.key}\t{text.english}\t{_present(voice.translations, text)}"
        for text in all_texts(engine.knowledge)
        if every or not voice.speaks(text)
    ]


def take_translations(engine: Engine, language: str, file: str, lines: list[str], back: bool = False) -> int:
    """Writes the sentences of a list into the knowledge base; returns how many. Faulty, and then nothing is written.

    With `back`, they are what somebody read in the translation who had not seen the English.
    """
    texts = {text.key: text for text in all_texts(engine.knowledge)}
    present = read_translations(engine.knowledge, language, engine.kb)
    faults: list[Fault] = []
    taken: dict[str, Translation] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        key, says = line.partition("\t")[0].strip(), line.rpartition("\t")[2].strip()
        if key not in texts:
            faults.append(Fault(file, number, 1, f"no sentence has the id {key!r}"))
        elif back and key in present:
            taken[key] = Translation(present[key].says, present[key].of, says)
        elif wrong := _wrong(says, texts[key], back):
            faults.append(Fault(file, number, len(key) + 2, f"{key}: {wrong}"))
        else:
            taken[key] = Translation(says, texts[key].fingerprint)
    if faults:
        raise Faulty(faults)
    write_translations(engine.knowledge, language, present | taken, engine.kb)
    return len(taken)


def _wrong(says: str, text: Text, back: bool) -> str:
    if back:
        return "there is no translation to read back"
    return wrong_values(says, text) if says else "a sentence is expected after the tab"


def _present(translations: Mapping[str, Translation], text: Text) -> str:
    return translations[text.key].says if text.key in translations else ""
