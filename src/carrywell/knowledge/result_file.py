"""Reads a result that `carrywell check --json` wrote, and the cases in its trace, strictly: a fault names its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from carrywell.knowledge.build import build
from carrywell.knowledge.case_file import case_in
from carrywell.knowledge.data_file import json_as_yaml, must_be_json, read_text_file
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.knowledge.yaml_text import Path as Place
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.recorded import Recorded
from carrywell.model.told import told

MOST_IN_A_RESULT = 500_000  # some hundred values for each moment of a long sequence; JSON has no aliases that multiply
_WANTED = told("wanted.result")


@dataclass(frozen=True, slots=True)
class ResultFile:
    recorded: Recorded
    document: Document


def read_result_file(path: Path) -> ResultFile:
    """Faulty when it is no result, or one without a trace; OSError when the file cannot be read."""
    return read_result_text(str(path), read_text_file(path, _WANTED))


def read_result_text(file: str, content: str) -> ResultFile:
    """`file` is only the name in the faults."""
    must_be_json(file, content)
    document = read_yaml(file, json_as_yaml(content), MOST_IN_A_RESULT)
    if not isinstance(document.value, dict) or "care" not in document.value:
        raise Faulty([Fault(file, 1, 1, told("wanted.no_result", allowed=_WANTED))])
    if "trace" not in document.value:
        raise Faulty([Fault(file, 1, 1, told("wanted.no_trace", allowed=_WANTED))])
    return ResultFile(build(Recorded, document), document)


def cases_in(result: ResultFile, knowledge: Knowledge) -> list[Case]:
    """The cases of the trace, in order; where the result has private answers, the last one has them too.

    Faulty when this knowledge base does not know what stands in them.
    """
    moments = result.recorded.trace.moments
    places: list[Place] = (
        [("trace", "case")] if moments is None else [("trace", "moments", at) for at in range(len(moments))]
    )
    documents = [result.document.within(place) for place in places]
    private = result.recorded.private_answers
    if private:
        documents[-1] = _also(documents[-1], private)
    return [case_in(document, knowledge) for document in documents]


def _also(document: Document, answers: Mapping[str, str]) -> Document:
    assert isinstance(document.value, dict)  # model.recorded
    said = document.value.get("answers", {})
    return (
        replace(document, value={**document.value, "answers": {**answers, **said}})
        if isinstance(said, dict)
        else document
    )
