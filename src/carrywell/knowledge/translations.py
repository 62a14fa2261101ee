"""Translations: `kb/i18n/<language>/` mirrors the files of `kb/`, and holds for each sentence what it says and the
fingerprint of the English it was made from.

```yaml
# kb/i18n/zh-Hans/findings/infection/fever.yaml
reviewed: none yet
ask:
  of: 9f3a0c71e2b4
  says: 你现在发烧吗？
  back: Do you have a fever now?
```

`back` stands where somebody put the sentence into English again without having seen the original.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.fingerprint import bytes_under
from carrywell.knowledge.pseudo import PSEUDO, pseudo
from carrywell.knowledge.reader import KB, all_texts, files_of
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import LANGUAGES, Text, Translation

I18N = "i18n"
_KEYS = ("of", "says", "back")
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


def load_translations(knowledge: Knowledge, language: str, kb: Path = KB) -> Mapping[str, Translation]:
    """By sentence id, from the compiled file where it is current. Faulty; KeyError for a language that there is not."""
    if language == "en":
        return {}
    if language in PSEUDO:
        return {
            text.key: Translation(pseudo(text.english, language), text.fingerprint) for text in all_texts(knowledge)
        }
    if language not in LANGUAGES:
        raise KeyError(language)
    compiled = compiled_file(language)
    if kb == KB and compiled.is_file():
        stored = json.loads(compiled.read_bytes())
        if stored["fingerprint"] == bytes_under(kb / I18N / language):
            return {key: Translation(**said) for key, said in stored["translations"].items()}
    return read_translations(knowledge, language, kb)


def compile_translations(knowledge: Knowledge, language: str, kb: Path = KB) -> None:
    """Reads strictly, and writes the compiled file in one step."""
    found = read_translations(knowledge, language, kb)
    stored = {
        "fingerprint": bytes_under(kb / I18N / language),
        "translations": {key: _as_stored(said) for key, said in found.items()},
    }
    compiled = compiled_file(language)
    unfinished = compiled.with_suffix(".part")
    unfinished.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    unfinished.replace(compiled)


def compiled_file(language: str) -> Path:
    return Path(__file__).parent / f"bundle.{language}.json"


def read_translations(knowledge: Knowledge, language: str, kb: Path = KB) -> dict[str, Translation]:
    """Faulty with every fault: a file or an id that mirrors nothing, {values} that are not the English's."""
    faults: list[Fault] = []
    found: dict[str, Translation] = {}
    english = {text.key: text for text in all_texts(knowledge)}
    prefixes = {path: prefix for prefix, path in files_of(kb).items()}
    for path in sorted((kb / I18N / language).rglob("*.yaml")):
        shown = path.relative_to(kb).as_posix()
        prefix = prefixes.get(path.relative_to(kb / I18N / language).as_posix())
        if prefix is None:
            faults.append(Fault(shown, 1, 1, "mirrors no file; allowed are the paths of kb/ itself"))
            continue
        try:
            document = read_yaml(shown, path.read_text(encoding="utf-8"))
        except Faulty as faulty:
            faults += faulty.faults
            continue
        found |= dict(_sentences(document, prefix, english, faults))
    if faults:
        raise Faulty(faults)
    return found


def _sentences(
    document: Document, prefix: str, english: Mapping[str, Text], faults: list[Fault]
) -> Iterator[tuple[str, Translation]]:
    if not isinstance(document.value, dict) or "reviewed" not in document.value:
        faults.append(document.fault_at((), "a mapping with the key 'reviewed' is expected at the top"))
        return
    for place, said in document.value.items():
        if place == "reviewed":
            continue
        original = english.get(f"{prefix}{place}")
        if original is None:
            faults.append(document.fault_on_key((place,), f"no sentence has the id {prefix}{place}"))
        elif wrong := _wrong(said, original):
            faults.append(document.fault_at((place,), f"{place}: {wrong}"))
        else:
            yield original.key, Translation(**said)


def _wrong(said: Any, original: Text) -> str:
    if not isinstance(said, dict) or not {"of", "says"} <= set(said) <= set(_KEYS):
        return f"a mapping with the keys {', '.join(_KEYS)} is expected (back may be left out)"
    if not all(isinstance(part, str) and part.strip() for part in said.values()):
        return "a sentence is expected here"
    if said["of"] != original.fingerprint:
        return ""  # stale: counted, and spoken in English
    return wrong_values(said["says"], original)


def wrong_values(says: str, original: Text) -> str:
    """What is wrong with the {values} of a translation; empty where nothing is."""
    wanted, found = _values_in(original.english), _values_in(says)
    # "1 week" may be said without its number, and may be said with it
    if found == wanted or (original.key.endswith(".one") and found <= wanted | {"{count}"}):
        return ""
    return f"the values {', '.join(sorted(found)) or 'none'}; allowed: {', '.join(sorted(wanted)) or 'none'}"


def _values_in(sentence: str) -> set[str]:
    return set(_PLACEHOLDER.findall(sentence))


def write_translations(
    knowledge: Knowledge, language: str, translations: Mapping[str, Translation], kb: Path = KB
) -> int:
    """Writes the files anew from these sentences, in the order of the English; returns how many files. A file whose
    sentences are all gone is left out.
    """
    texts: dict[str, list[Text]] = {}
    for text in all_texts(knowledge):
        texts.setdefault(prefix_of(text.key), []).append(text)
    written = 0
    for prefix, path in files_of(kb).items():
        said = {text.key.removeprefix(prefix): translations.get(text.key) for text in texts.get(prefix, ())}
        entries = {place: _as_stored(one) for place, one in said.items() if one is not None}
        if not entries:
            continue
        target = kb / I18N / language / path
        target.parent.mkdir(parents=True, exist_ok=True)
        reviewed = _reviewed(target)
        packed = yaml.safe_dump({"reviewed": reviewed} | entries, allow_unicode=True, sort_keys=False, width=10**6)
        target.write_text(packed, encoding="utf-8")
        written += 1
    return written


def prefix_of(key: str) -> str:
    """The part of an id that names its file: `findings/fever#` of `findings/fever#ask`, `words/start.`."""
    folder, _, rest = key.partition("/")
    return f"{folder}/{rest.partition('.')[0]}." if folder == "words" else f"{key.partition('#')[0]}#"


def _as_stored(said: Translation) -> dict[str, str]:
    return {"of": said.of, "says": said.says} | ({"back": said.back} if said.back else {})


def _reviewed(path: Path) -> object:
    if not path.is_file():
        return "none yet"
    return yaml.safe_load(path.read_text(encoding="utf-8")).get("reviewed", "none yet")
