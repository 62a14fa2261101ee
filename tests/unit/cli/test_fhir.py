from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main
from tests.lib.tree import ROOT

DISC = str(ROOT / "examples" / "disc-with-leg-signs.yaml")
SADDLE = str(ROOT / "examples" / "numb-saddle-after-birth.yaml")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["fhir", *arguments])


def response_of(path: Path, *arguments: str) -> str:
    """The response in a bundle, in a file of its own."""
    found = json.loads(run(*arguments).stdout)
    (answered,) = [
        one["resource"] for one in found["entry"] if one["resource"]["resourceType"] == "QuestionnaireResponse"
    ]
    path.write_text(json.dumps(answered), encoding="utf-8")
    return str(path)


def level_in(bundle: Any) -> str:
    levels = [
        one["resource"]["valueCodeableConcept"]["coding"][0]["display"]
        for one in bundle["entry"]
        if one["resource"].get("code", {}).get("coding", [{}])[0].get("code") == "care-level"
    ]
    return levels[0]


def test_a_result_is_written_as_a_bundle(tmp_path: Path) -> None:
    out = tmp_path / "bundle.json"
    done = run(DISC, "--out", str(out), "--patient", "Patient/17", "--recorded", "2026-11-22T10:00:00Z")
    assert (done.exit_code, done.output) == (0, "")
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["resourceType"] == "Bundle"
    assert level_in(found) == "emergency_now"
    assert level_in(json.loads(run(DISC, "--unanswered", "no").stdout)) == "within_2_days"


def test_a_response_is_checked_as_its_case_file_is(tmp_path: Path) -> None:
    sent = response_of(tmp_path / "sent.json", SADDLE)
    by_case, by_response = (
        json.loads(CliRunner().invoke(main, ["check", path, "--json"]).stdout) for path in (SADDLE, sent)
    )
    assert by_response["care"] == by_case["care"]
    assert by_response["plan"] == by_case["plan"]


def test_the_bundle_of_a_response_is_about_whom_the_response_is(tmp_path: Path) -> None:
    sent = response_of(tmp_path / "sent.json", SADDLE, "--patient", "Patient/17")
    assert '"reference": "Patient/17"' in run(sent).stdout


def test_two_women_are_not_made_one(tmp_path: Path) -> None:
    sent = [response_of(tmp_path / f"{at}.json", SADDLE, "--patient", f"Patient/{at}") for at in (1, 2)]
    for done in (run(*sent), CliRunner().invoke(main, ["check", *sent])):
        assert done.exit_code == 2
        assert "about Patient/1, Patient/2; allowed is one woman" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((DISC, "--patient", "17"), "--patient: found '17'; allowed: a reference such as Patient/17"),
        ((DISC, "--recorded", "2026-11-22"), "--recorded: found '2026-11-22'; allowed: an instant"),
        (("nowhere.yaml",), "nowhere.yaml: cannot be read"),
        ((DISC, "--out", "/nowhere/bundle.json"), "/nowhere/bundle.json: cannot be written"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert says in done.stderr


def test_moments_that_run_backwards_are_refused(tmp_path: Path) -> None:
    files = []
    for weeks in (30, 20):
        path = tmp_path / f"{weeks}.yaml"
        path.write_text(f"about: {{weeks_pregnant: {weeks}}}", encoding="utf-8")
        files.append(str(path))
    done = run(*files)
    assert (done.exit_code, "run backwards" in done.stderr) == (2, True)
