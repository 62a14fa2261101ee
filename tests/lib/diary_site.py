"""A site that keeps diaries, in a process of its own, on the day that the test sets.

`python -m tests.lib.diary_site` prints its address and then, for each line with a date on its standard input, sets the
day and prints it again. In a process of its own, because a browser in this one leaves no room for a database.

With languages after the date it first makes for each of them a woman with an account, a passkey and a full diary, and
prints the cookies with which they are signed in.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from carrywell.web.diary.cookie import COOKIE, proof
from tests.lib.tree import ROOT

_KEY = "of this site, in tests only"


@dataclass(frozen=True)
class DiarySite:
    address: str
    process: subprocess.Popen[str]
    opens: dict[str, str] = field(default_factory=dict)
    """The cookie of a browser in which the diary of this machine was opened."""
    signed_in: Mapping[str, str] = field(default_factory=dict)
    """The session of the woman of each language."""

    def set_day(self, day: date) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{day.isoformat()}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == day.isoformat()


@contextmanager
def diary_site(folder: Path, first: date, accounts: bool = False, languages: Sequence[str] = ()) -> Iterator[DiarySite]:
    """`languages`: of the women who have a full diary already. The pseudo-languages are spoken there too."""
    mode = "CARRYWELL_ACCOUNTS" if accounts else "CARRYWELL_LOCAL"
    environment = {
        **os.environ,
        "CARRYWELL_DATA": str(folder),
        mode: "1",
        "CARRYWELL_SECRET_KEY": _KEY,
        "CARRYWELL_INSECURE": "1",
        "DATABASE_URL": "",
        "CARRYWELL_DEVELOPMENT": "1" if languages else "",
        # So that the pages say what they say of mail; nobody asks for one.
        "EMAIL_URL": "smtp://localhost" if languages else "",
        "CARRYWELL_MAIL_FROM": "Notes <notes@b.cd>",
        "CARRYWELL_ADDRESS": "http://localhost",
    }
    command = [sys.executable, "-m", "tests.lib.diary_site", first.isoformat(), *languages]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "the site did not start"
        try:
            signed_in = json.loads(process.stdout.readline())
            opens = {"name": COOKIE, "value": proof(_KEY), "url": address}
            yield DiarySite(address, process, opens, signed_in)
        finally:
            process.kill()


def _made(languages: Sequence[str]) -> dict[str, str]:
    if not languages:
        return {}
    from tests.lib.women_with_accounts import a_woman

    return {language: a_woman(language) for language in languages}


def main() -> None:
    from carrywell.web import clock

    days = [date.fromisoformat(sys.argv[1])]
    clock.today = lambda: days[-1]
    clock.now = lambda: datetime.combine(days[-1], datetime.min.time())
    from carrywell.web.diary.prepare import prepare
    from tests.lib.browser import running_site

    prepare()
    signed_in = _made(sys.argv[2:])
    with running_site() as address:
        print(address, flush=True)
        print(json.dumps(signed_in), flush=True)
        for line in sys.stdin:
            days.append(date.fromisoformat(line.strip()))
            print(days[-1].isoformat(), flush=True)


if __name__ == "__main__":
    main()
