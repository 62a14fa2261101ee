"""The compiled knowledge base: one JSON file, built from `kb/` by `make setup` and shipped in the wheel.

The bundle carries the fingerprint of the files it was built from. Where they have changed since, the files are read
again, so an edited sentence is never hidden by an old bundle. It carries the content hashes of the items as well
(`knowledge.fingerprint`), which would take longer to work out than to read.
"""

from __future__ import annotations

import json
from pathlib import Path

from carrywell.knowledge.fingerprint import bytes_under
from carrywell.knowledge.reader import KB, assemble, fingerprinted, read_knowledge, read_raw
from carrywell.knowledge.translations import I18N, compile_translations
from carrywell.model.digests import Digests
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import LANGUAGES

BUNDLE = Path(__file__).parent / "bundle.json"


def load(kb: Path = KB, bundle: Path = BUNDLE) -> Knowledge:
    """The knowledge base, from the bundle where it is current. Faulty if the files have to be read and are wrong."""
    if bundle.is_file():
        stored = json.loads(bundle.read_bytes())
        if stored["fingerprint"] == fingerprint(kb) and "digests" in stored:
            digests = Digests.model_validate(stored["digests"])
            return assemble(stored["raw"]).model_copy(update={"digests": digests})
    return read_knowledge(kb)


def compile_bundle(kb: Path = KB, bundle: Path = BUNDLE) -> None:
    """Reads `kb` strictly and writes the bundle in one step, so that no half file is ever seen."""
    raw = read_raw(kb)
    digests = fingerprinted(assemble(raw)).digests
    stored = {"fingerprint": fingerprint(kb), "digests": digests.model_dump(), "raw": raw}
    packed = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    unfinished = bundle.with_suffix(".part")
    unfinished.write_text(packed, encoding="utf-8")
    unfinished.replace(bundle)


def fingerprint(kb: Path) -> str:
    """Over every file under `kb` but the translations, which are compiled apart."""
    return bytes_under(kb, without=I18N)


if __name__ == "__main__":
    compile_bundle()
    for language in LANGUAGES[1:]:
        compile_translations(load(), language)
