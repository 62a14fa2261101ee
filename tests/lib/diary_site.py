"""A site that keeps diaries, in a process of its own, on the day that the test sets.

`python -m tests.lib.diary_site` prints its address and then, for each line with a date on its standard input, sets the
day and prints it again. In a process of its own, because a browser in this one leaves no room for a database.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tests.lib.tree import ROOT


@dataclass(frozen=True)
class DiarySite:
    address: str
    process: subprocess.Popen[str]

    def set_day(self, day: date) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{day.isoformat()}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == day.isoformat()


@contextmanager
def diary_site(folder: Path, first: date, accounts: bool = False) -> Iterator[DiarySite]:
    mode = "CARRYWELL_ACCOUNTS" if accounts else "CARRYWELL_LOCAL"
    environment = {
        **os.environ,
        "CARRYWELL_DATA": str(folder),
        mode: "1",
        "CARRYWELL_INSECURE": "1",
        "DATABASE_URL": "",
    }
    command = [sys.executable, "-m", "tests.lib.diary_site", first.isoformat()]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "the site did not start"
        try:
            yield DiarySite(address, process)
        finally:
            process.kill()


def main() -> None:
    from carrywell.web import clock

    days = [date.fromisoformat(sys.argv[1])]
    clock.today = lambda: days[-1]
    clock.now = lambda: datetime.combine(days[-1], datetime.min.time())
    from carrywell.web.diary.prepare import prepare
    from tests.lib.browser import running_site

    prepare()
    with running_site() as address:
        print(address, flush=True)
        for line in sys.stdin:
            days.append(date.fromisoformat(line.strip()))
            print(days[-1].isoformat(), flush=True)


if __name__ == "__main__":
    main()
