"""docs/reference/case-file.md: its cases are read, its wrong ones refused, and its tables hold every key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.knowledge.case_file import read_case_text
from carrywell.knowledge.faults import Faulty
from carrywell.model.case import About, Case, Pain
from tests.docs.documents import blocks, read
from tests.docs.tables import names, rows, section
from tests.lib.tree import ROOT

_PAGE = ROOT / "docs" / "reference" / "case-file.md"


@pytest.mark.parametrize("text", [block.text for block in blocks(_PAGE, "yaml case")])
def test_a_case_that_is_shown_can_be_decided(text: str) -> None:
    engine = open_engine()
    case = read_case_text("page.yaml", text, engine.knowledge)
    assert check_case(engine, case).triage.level


@pytest.mark.parametrize("text", [block.text for block in blocks(_PAGE, "yaml refused")])
def test_a_case_that_is_shown_as_wrong_is_refused(text: str) -> None:
    with pytest.raises(Faulty):
        read_case_text("page.yaml", text, open_engine().knowledge)


def test_cases_and_wrong_cases_are_shown() -> None:
    assert len(blocks(_PAGE, "yaml case")) >= 2
    assert len(blocks(_PAGE, "yaml refused")) >= 4


@pytest.mark.parametrize(("heading", "model"), [("Top", Case), ("about", About), ("pain", Pain)])
def test_the_tables_hold_every_key_and_no_other(heading: str, model: type[BaseModel]) -> None:
    assert names(section(read(_PAGE), heading)) == list(model.model_fields)


@pytest.mark.parametrize(("heading", "model"), [("about", About), ("pain", Pain)])
def test_the_limits_are_those_of_the_reader(heading: str, model: type[BaseModel]) -> None:
    allowed = {row[0].strip("`"): row[2] for row in rows(section(read(_PAGE), heading))}
    for name, limits in _limits(model):
        assert allowed[name].startswith(limits), name


def _limits(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        low = next((limit.ge for limit in field.metadata if hasattr(limit, "ge")), None)
        high = next((limit.le for limit in field.metadata if hasattr(limit, "le")), None)
        if low is not None and high is not None:
            yield name, f"{low:g} to {high:g}"
