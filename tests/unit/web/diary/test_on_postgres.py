"""The same diary on a real PostgreSQL: its tests again, and what happens while it is away."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.lib.postgres import Postgres, postgres
from tests.lib.tree import ROOT

_AGAIN = (
    "test_store.py",
    "test_queries.py",
    "test_tidying.py",
    "test_reminders.py",
    "test_sending.py::test_two_machines_at_once_send_it_once",
    "test_sending.py::test_only_when_the_questions_are_due_means_only_then",
    "test_access.py::test_another_womans_ids_are_not_there",
)
_AWAY = """
from carrywell.web.diary.prepare import prepare
prepare()
from django.test import RequestFactory
from carrywell.web.diary.cookie import COOKIE, proof
from carrywell.web.wsgi import application
from tests.lib.diaries import full, here

def served(path):
    # As a server does, with the signals at both ends of a request that the test client leaves out.
    environ = RequestFactory()._base_environ(PATH_INFO=path, HTTP_HOST="localhost", HTTP_COOKIE=f"{COOKIE}={proof()}")
    answer = application(environ, lambda *_: None)
    text = b"".join(answer).decode()
    answer.close()
    return answer.status_code, text

full()
client = here()
assert client.get("/diary").status_code == 200
print("ready", flush=True)
input()
status, text = served("/diary")
assert status == 503, status
assert "does not answer" in text
answer = client.post("/diary/week", {"activity-1": "lost"})
assert answer.status_code == 503, answer.status_code
assert answer["Retry-After"] == "30"
assert "was not saved" in answer.content.decode()
assert client.post("/check", {"page": "status", "pregnant": "1"}).status_code == 200
print("away", flush=True)
input()
assert served("/diary")[0] == 200
assert "lost" not in served("/diary/week")[1]
print("back", flush=True)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with postgres() as started:
        yield started


def _environment(url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "carrywell.web.settings"}


def test_the_diary_is_the_same_on_postgresql(server: Postgres) -> None:
    tests = [f"tests/unit/web/diary/{name}" for name in _AGAIN]
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", *tests]
    done = subprocess.run(command, cwd=ROOT, env=_environment(server.url), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "[100%]" in done.stdout


def test_while_it_is_away_the_page_says_so_and_afterwards_all_is_well(server: Postgres) -> None:
    environment = _environment(server.makes("away")) | {"CARRYWELL_LOCAL": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", _AWAY], cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as woman:  # fmt: skip
        assert woman.stdin
        assert woman.stdout
        assert woman.stdout.readline() == "ready\n", woman.communicate()[1]
        server.stop()
        woman.stdin.write("\n")
        woman.stdin.flush()
        said = woman.stdout.readline()
        server.start()
        assert said == "away\n", woman.communicate("\n")[1]
        woman.stdin.write("\n")
        woman.stdin.flush()
        assert woman.stdout.readline() == "back\n", woman.communicate()[1]
