"""The exported rules, run by the page's own script, come to the same as the program; and they are what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from carrywell.app.export_rules import rules_as_json
from carrywell.decide.facts import Facts
from carrywell.model.care import CareLevel
from carrywell.model.truth import Truth
from tests.lib.deciding import read, triaged
from tests.lib.drawn_cases import calm_cases, drawn_cases
from tests.lib.random_cases import Case
from tests.lib.tree import ROOT

ENGINE = open_engine()
CASES = 400
SCRIPT = ROOT / "src" / "carrywell" / "web" / "assets" / "decide.js"
_RUN = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const { Facts, decide, prepare } = await import(pathToFileURL(process.argv[1]));
const { document, cases } = JSON.parse(readFileSync(0, "utf8"));
const rules = prepare(document);
const asked = (facts) => rules.findings.filter((finding) => facts.isAsked(finding)).map((finding) => finding.id);
const run = (one) => ({
  cautious: decide(rules, one, "cautious"),
  no: decide(rules, one, "no"),
  asked: asked(new Facts(rules, one)),
});
process.stdout.write(JSON.stringify(cases.map(run)));
"""

Decided = list[tuple[Case, dict[str, Any]]]


@pytest.fixture(scope="module")
def decided() -> Decided:
    """Random cases with what the script said to each, in one call of node."""
    if shutil.which("node") is None:
        assert not os.environ.get("CI"), "node is missing: see docs/how-to/run-on-a-server.md"
        pytest.skip("node is missing, so the script of the page cannot be run")
    cases = [*drawn_cases(CASES), *calm_cases()]
    given = json.dumps({"document": rules_as_json(ENGINE), "cases": cases})
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _RUN, str(SCRIPT)],
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(zip(cases, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("unanswered", ["cautious", "no"])
def test_same_level_doors_and_deciding_rules(decided: Decided, unanswered: Unanswered) -> None:
    for case, said in decided:
        found = triaged(case, unanswered)
        assert said[unanswered] == {
            "level": found.level.value,
            "doors": [door.value for door in found.doors],
            "rules": [deciding.rule.id for deciding in found.deciding],
        }, case


def test_same_questions_are_meant_for_her(decided: Decided) -> None:
    public = [finding for finding in ENGINE.knowledge.findings.values() if not finding.private]
    for case, said in decided:
        facts = Facts(read(case), ENGINE.knowledge, Truth.UNKNOWN)
        assert said["asked"] == [finding.id for finding in public if facts.is_asked(finding)], case


def test_every_level_was_met(decided: Decided) -> None:
    """Else the comparison would say little."""
    met = {said[unanswered]["level"] for _, said in decided for unanswered in ("cautious", "no")}
    assert met == {level.value for level in CareLevel}
