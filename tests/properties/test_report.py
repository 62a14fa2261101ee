"""The same answers, the same report: whatever the order in which they stand, and ready for any program."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from tests.lib.deciding import UNANSWERED, reported
from tests.lib.random_cases import Case, cases


@given(case=cases(), unanswered=st.sampled_from(UNANSWERED))
def test_is_plain_json(case: Case, unanswered: Unanswered) -> None:
    report = reported(case, unanswered)
    assert json.loads(json.dumps(report, allow_nan=False)) == report


@given(case=cases(), order=st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_answers(case: Case, order: Any) -> None:
    answers, sections = list(case["answers"].items()), list(case.items())
    order.shuffle(answers)
    order.shuffle(sections)
    shuffled = Case({**dict(sections), "answers": dict(answers)})
    assert reported(shuffled) == reported(case)


@given(case=cases())
def test_every_claim_names_its_ground(case: Case) -> None:
    report = reported(case)
    known = set(open_engine().knowledge.sources)
    plan = [entry for entries in report["plan"].values() for entry in entries]
    claims = [*plan, *report["causes"], *report["seek_help_if"], *report["care"]["because"]]
    assert {source for claim in claims for source in claim["sources"]} <= known
    for entry in plan:
        assert entry["sources"] or entry.get("basis", "design") == "design", entry["id"]
