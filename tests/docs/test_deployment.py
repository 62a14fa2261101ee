"""The units and the container file of the guide: checked by systemd's own tools, and what they start is started."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from carrywell.web.serve import free_port
from tests.docs.documents import blocks
from tests.lib.postgres import BIN, postgres
from tests.lib.tree import ROOT

_GUIDE = ROOT / "docs" / "how-to" / "run-on-a-server.md"
_CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
_LEAST_EXPOSED = 20  # of 100, as `systemd-analyze security` counts; 87 without any protection
_HERE = {"/opt/carrywell/.venv/bin/python": sys.executable, "/opt/carrywell/bin/python": sys.executable}


def files() -> dict[str, str]:
    """The files that the guide has written, by their path."""
    texts = [block.text for block in blocks(_GUIDE, "ini")]
    return {text.splitlines()[0].removeprefix("# "): text for text in texts}


def setting(unit: str, name: str) -> str:
    found = re.search(rf"^{name}=(.*)$", files()[f"/etc/systemd/system/{unit}"], re.MULTILINE)
    assert found, name
    return found[1]


def here(command: list[str]) -> list[str]:
    return [_HERE.get(part, part) for part in command]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd's tools are not on this machine")
def test_systemd_takes_the_units_without_a_word_and_finds_the_site_well_shut_in(tmp_path: Path) -> None:
    written = []
    for path, text in files().items():
        if path.startswith("/etc/systemd/"):
            # A user and a program that there are on this machine.
            local = text.replace("User=carrywell", "User=daemon").replace(
                "/opt/carrywell/.venv/bin/python", "/bin/true"
            )
            (tmp_path / Path(path).name).write_text(local.replace("/opt/carrywell", "/"), encoding="utf-8")
            written.append(str(tmp_path / Path(path).name))
    assert len(written) == 5
    verified = _run("systemd-analyze", "verify", *written)
    assert (verified.returncode, verified.stdout + verified.stderr) == (0, "")
    site = str(tmp_path / "carrywell.service")
    judged = _run("systemd-analyze", "security", "--offline=true", f"--threshold={_LEAST_EXPOSED}", site)
    assert judged.returncode == 0, judged.stdout[-300:]


def _run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_the_service_starts_on_a_postgresql_made_as_the_guide_says_and_the_container_would_find_itself_well() -> None:
    given = dict(line.split("=", 1) for line in files()["/etc/carrywell.env"].splitlines() if "=" in line)
    given |= dict(part.split("=", 1) for part in setting("carrywell.service", "Environment").split())
    starts, check = setting("carrywell.service", "ExecStart").split(), json.loads(_instruction("HEALTHCHECK CMD"))
    assert json.loads(_instruction("CMD"))[1:] == starts[1:]
    commands = [text for block in blocks(_GUIDE, "shell") for text in block.text.splitlines() if "create" in text[:6]]
    assert [command.split()[0] for command in commands] == ["createuser", "createdb"]
    with postgres() as server:
        for command in commands:
            program, *arguments = shlex.split(command)
            made = _run(str(BIN / program), *arguments, PGHOST=str(server.folder), PGUSER="tests")
            assert made.returncode == 0, made.stderr
        # On a server the socket tells PostgreSQL who asks; here the name stands in the address.
        url = given["DATABASE_URL"].replace("postgresql:///", "postgresql://carrywell@/")
        given["DATABASE_URL"] = url.replace("/var/run/postgresql", str(server.folder))
        with _started(starts, given, given["CARRYWELL_HOSTS"]) as port:
            page = _asked(port, "/account/sign-in", given["CARRYWELL_HOSTS"])
            asks = here(check[:-1]), check[-1].replace("8000", str(port))
            well = _run(*asks[0], asks[1], **given)
    assert "__Host-carrywell-form=" in page
    assert well.returncode == 0, well.stderr
    assert _run(*asks[0], asks[1], **given).returncode != 0, "a site that is gone must not count as well"


def test_what_the_container_file_copies_and_runs_is_there() -> None:
    steps = re.findall(r"^RUN (.*?)(?<!\\)$", _CONTAINER, re.MULTILINE | re.DOTALL)
    assert len(steps) == 2
    for step in steps:
        assert _run("sh", "-n", "-c", step).returncode == 0, step
    (required,) = re.findall(r"-r (\S+)", _CONTAINER)
    assert (ROOT / required).is_file()
    left_out = (ROOT / ".containerignore").read_text(encoding="utf-8").split()
    assert not {"src", "requirements", "pyproject.toml", "README.md"} & set(left_out)


def _instruction(name: str) -> str:
    found = re.findall(rf"^{name} (.*)$", _CONTAINER, re.MULTILINE)
    assert found, name
    return str(found[-1])


@contextmanager
def _started(command: list[str], given: dict[str, str], host: str) -> Iterator[int]:
    """The site with this environment, on a free port and with one process, once it is ready."""
    port = free_port(8600)
    environment = os.environ | given | {"CARRYWELL_PORT": str(port), "CARRYWELL_WORKERS": "1"}
    with subprocess.Popen(here(command), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as site:
        try:
            until = time.monotonic() + 60
            while "ready" not in _asked(port, "/ready", host):
                assert time.monotonic() < until, "it did not get ready"
                with pytest.raises(subprocess.TimeoutExpired):  # else it ended
                    site.wait(0.1)
            yield port
        finally:
            site.terminate()


def _asked(port: int, address: str, host: str) -> str:
    """Head and body of the answer; empty while there is none."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", address, headers={"Host": host})
        answer = connection.getresponse()
        return f"{answer.headers}\n{answer.read().decode()}"
    except OSError:
        return ""
    finally:
        connection.close()
