"""What is confirmed survives a power cut, and waiting for the disk is shared without anybody being told too early."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from django.core.exceptions import MiddlewareNotUsed

from carrywell.web.diary.on_disk import OnDisk, SharedWait
from tests.lib.tree import ROOT

# The disk holds what was there when it was last waited for: a power cut at any later moment leaves just that.
_POWER_CUT = """
import os, shutil, sqlite3, sys, threading
from pathlib import Path
from carrywell.web.diary.prepare import prepare
prepare()
from tests.lib.diaries import full, here
from carrywell.web.diary.models import Woman
from datetime import date, timedelta
full()
folder, disk, look = (Path(sys.argv[1]) / name for name in ("", "disk", "look"))
FILES = ("diary.sqlite3", "diary.sqlite3-wal")
reading, survived = threading.Lock(), []

def to_disk(_):
    with reading:
        shutil.rmtree(disk, ignore_errors=True)
        disk.mkdir()
        for name in FILES:
            shutil.copy(folder / name, disk / name)

os.fdatasync = to_disk

def after_power_cut(day):
    with reading:
        shutil.rmtree(look, ignore_errors=True)
        shutil.copytree(disk, look)
    with sqlite3.connect(look / "diary.sqlite3") as found:
        return found.execute("select line from diary_day where day = ?", (day,)).fetchone()

def writes(back):
    client, day = here(), (date.today() - timedelta(days=back)).isoformat()
    client.get("/diary/week")
    for word in range(6):
        answer = client.post(f"/diary/day/{day}", {"pain_now": "3", "line": f"word {word}"})
        with looking:
            survived.append((answer.status_code, after_power_cut(day)) == (302, (f"word {word}",)))

looking = threading.Lock()
threads = [threading.Thread(target=writes, args=(back,)) for back in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(survived.count(True), "of", len(survived), "survived")
os._exit(0)
"""


def test_a_power_cut_takes_nothing_that_was_confirmed(tmp_path: Path) -> None:
    environment = {**os.environ, "CARRYWELL_LOCAL": "1", "CARRYWELL_DATA": str(tmp_path), "DATABASE_URL": ""}
    command = [sys.executable, "-c", _POWER_CUT, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "24 of 24 survived\n", done.stderr[-2000:]


class _Disk:
    """Takes as long as the test wants."""

    def __init__(self) -> None:
        self.begun, self.may_end, self.waits = Event(), Event(), 0

    def __call__(self) -> None:
        self.waits += 1
        self.begun.set()
        assert self.may_end.wait(10)


def test_who_wrote_after_a_wait_began_is_not_covered_by_it_and_the_next_covers_all_of_them() -> None:
    disk = _Disk()
    wait, confirmed = SharedWait(disk), []
    first = Thread(target=lambda: (wait(), confirmed.append("first")))
    first.start()
    assert disk.begun.wait(10)
    others = [Thread(target=lambda: (wait(), confirmed.append("later"))) for _ in range(5)]
    for other in others:
        other.start()
    while wait.asked < 6:  # they have written, and wait
        pass
    assert confirmed == []
    disk.may_end.set()
    for thread in (first, *others):
        thread.join(10)
    assert sorted(confirmed) == ["first", *["later"] * 5]
    assert disk.waits == 2


def test_a_disk_that_failed_confirms_nothing_to_anybody_even_if_it_seems_well_again() -> None:
    answers = [OSError("no"), None]

    def disk() -> None:
        answer = answers.pop(0)
        if answer:
            raise answer

    wait = SharedWait(disk)
    for _ in range(2):
        with pytest.raises(OSError, match=r"no|failed before"):
            wait()
    assert answers == [None]


def test_a_site_without_a_diary_has_no_such_layer(settings: object) -> None:
    settings.DIARY = "off"  # type: ignore[attr-defined]
    with pytest.raises(MiddlewareNotUsed):
        OnDisk(lambda _: None)  # type: ignore[arg-type,return-value]
