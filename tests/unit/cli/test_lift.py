from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from carrywell.body.lifting import OUTSIDE
from carrywell.cli.main import main

CLOSE = ["--H", "30", "--V", "75", "--D", "25", "--A", "0", "--F", "0.1", "--duration", "short", "--coupling", "good"]


def lift(*more: str) -> Result:
    return CliRunner().invoke(main, ["lift", *CLOSE, *more])


def test_the_keys_that_programs_rely_on() -> None:
    done = lift("--load", "10", "--weeks-pregnant", "24", "--json")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert {"rwl_kg", "lifting_index", "multipliers", "pregnancy_limit_kg"} <= set(found)
    assert found["rwl_kg"] == pytest.approx(23 * 25 / 30, abs=0.001)
    assert found["lifting_index"] == pytest.approx(10 / 23 * 30 / 25, abs=0.001)
    assert found["pregnancy_limit_kg"] == 11.8


def test_on_the_terminal() -> None:
    done = lift("--load", "10")
    assert done.exit_code == 0
    assert done.stdout.startswith("Lifting equation, for any worker: at most 19.2 kg.\n")


def test_at_the_destination_the_height_of_the_origin_counts() -> None:
    args = [
        "lift",
        "--H",
        "30",
        "--V",
        "100",
        "--D",
        "90",
        "--A",
        "0",
        "--F",
        "9",
        "--duration",
        "long",
        "--coupling",
        "good",
        "--json",
    ]
    here = json.loads(CliRunner().invoke(main, args).stdout)
    from_the_floor = json.loads(CliRunner().invoke(main, [*args, "--V-origin", "10"]).stdout)
    assert (here["multipliers"]["FM"], from_the_floor["multipliers"]["FM"]) == (0.15, 0.0)
    assert from_the_floor["lifting_index"] is None


@pytest.mark.parametrize("outside", OUTSIDE)
def test_what_the_equation_does_not_cover_is_refused(outside: str) -> None:
    done = lift("--outside", outside, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "was not made for this" in done.stderr


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--H", "-3"), "--H: found -3; allowed: a number from 0 to 300"),
        (("--V-origin", "nan"), "--V-origin: found nan"),
        (("--load", "-1"), "--load: found -1; allowed: a number from 0 to 500"),
        (("--weeks-pregnant", "60"), "--weeks-pregnant: found 60; allowed"),
        (("--coupling", "strong"), "--coupling: found 'strong'; allowed: good, fair, poor"),
        (("--D", "far"), "--D: found 'far'; allowed: a valid number"),
    ],
)
def test_wrong_input_says_which_and_what_is_allowed(more: tuple[str, ...], says: str) -> None:
    done = lift(*more)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr
