"""`make reference`: writes the generated pages of docs/, and what the console blocks of the other documents print."""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.app.engine import open_engine
from tests.docs.console import blocks, refreshed
from tests.docs.documents import documents, read
from tests.docs.pages import (
    accepted,
    advice,
    care,
    causes,
    claims,
    contraindications,
    evidence,
    examples,
    exercises,
    findings,
    floors,
    interview,
    load_tasks,
    poses,
    program,
    topics,
    triage,
    validation,
)
from tests.lib.tree import ROOT


def pages() -> Mapping[str, str]:
    """Every generated page: its path from the root, and its text."""
    engine = open_engine()
    found: dict[str, str] = {}
    for writer in (
        findings,
        care,
        causes,
        advice,
        floors,
        contraindications,
        accepted,
        claims,
        exercises,
        load_tasks,
        poses,
        program,
        evidence,
        topics,
        triage,
    ):
        found |= writer.written(engine.knowledge)
    return found | validation.written() | interview.written(engine) | examples.written(engine)


def main() -> None:
    for path, text in pages().items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    played = [path for path in documents() if blocks(read(path))]
    for path in played:
        path.write_text(refreshed(read(path)), encoding="utf-8")
    print(f"{len(pages())} pages written, console blocks of {len(played)} documents played again")


if __name__ == "__main__":
    main()
