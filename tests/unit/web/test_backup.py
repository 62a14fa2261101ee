"""A copy of all diaries: whole, of one moment, restored into an empty database or not at all."""

from __future__ import annotations

import gzip
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from carrywell.web import backup
from carrywell.web.backup import TABLES, BackupError, main, restore, save
from carrywell.web.diary.export import everything
from carrywell.web.diary.models import Woman
from carrywell.web.diary.store import erase
from tests.lib.diaries import PASSWORD, account, begun, full
from tests.lib.tree import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tables_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own database needs no preparing, and its connection must not be closed."""
    monkeypatch.setattr(backup, "prepare", lambda: None)


def told() -> list[dict[str, Any]]:
    return [everything(woman) for woman in Woman.objects.order_by("pk")]


def test_what_is_restored_is_what_was_saved(tmp_path: Path, settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    anna, bea = full(account("anna", PASSWORD)), full(account("bea"), weeks=30)
    before, file = told(), tmp_path / "copy.jsonl.gz"
    save(file)
    erase(anna), erase(bea)
    restore(file)
    assert told() == before
    assert get_user_model().objects.get(username="anna").check_password(PASSWORD)
    full(account("carla"))  # new rows find numbers of their own


def test_every_table_with_something_of_hers_is_in_it() -> None:
    hers = {f"{model._meta.label_lower}" for model in apps.get_app_config("diary").get_models()}
    assert hers <= set(TABLES)


def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    full()
    file = tmp_path / "copy.jsonl.gz"
    save(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "copy.jsonl.gz"
    woman = full()
    save(file)
    with pytest.raises(BackupError, match="is there already"):
        save(file)
    with pytest.raises(BackupError, match="not empty"):
        restore(file)
    assert Woman.objects.get() == woman


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[: len(whole) // 2], lambda _: b"not a copy", lambda _: gzip.compress(b"")]
)
def test_half_a_copy_is_not_restored_by_half(tmp_path: Path, damage: Any) -> None:
    woman, file, broken = full(), tmp_path / "copy.jsonl.gz", tmp_path / "broken.jsonl.gz"
    save(file)
    broken.write_bytes(damage(file.read_bytes()))
    erase(woman)
    with pytest.raises(BackupError, match="nothing was restored"):
        restore(broken)
    assert not Woman.objects.exists()


def test_a_copy_with_a_line_that_cannot_be_read_is_not_restored(tmp_path: Path) -> None:
    woman, file = full(), tmp_path / "copy.jsonl.gz"
    save(file)
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(gzip.compress("\n".join([*lines[:-1], '{"model": "diary.gone"}']).encode()))
    erase(woman)
    with pytest.raises(BackupError):
        restore(broken)
    assert not Woman.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "usage"),
        (["save"], "usage"),
        (["move", "x.jsonl.gz"], "usage"),
        (["save", "copy.zip"], "must end in"),
        (["restore", "nowhere.jsonl.gz"], "no such file"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_the_command_saves(tmp_path: Path) -> None:
    begun()
    assert main(["save", str(tmp_path / "copy.jsonl.gz")]) == 0
    assert (tmp_path / "copy.jsonl.gz").exists()


def test_a_copy_that_broke_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, output: str, **__: object) -> None:
        Path(output).write_text("half a diary")
        raise OSError("the disk is full")

    monkeypatch.setattr(backup, "call_command", broken)
    with pytest.raises(OSError, match="full"):
        save(tmp_path / "copy.jsonl.gz")
    assert list(tmp_path.iterdir()) == []


_WRITES_MEANWHILE = """
import gzip, sqlite3, sys
from pathlib import Path
from carrywell.web import backup
from carrywell.web.diary.prepare import prepare
prepare()
from carrywell.web.diary.models import Access
from carrywell.web.diary.store import note_access
from tests.lib.diaries import NOON, begun
folder, dump = Path(sys.argv[1]), backup.call_command
note_access(begun(), "before", NOON)

def dumped(*names, **more):
    Access.objects.count()  # the copy has begun to read
    other = sqlite3.connect(folder / "diary.sqlite3", timeout=0)
    other.execute("UPDATE diary_access SET what = 'meanwhile'")
    other.commit()
    dump(*names, **more)

backup.call_command = dumped
backup.save(folder / "copy.jsonl.gz")
text = gzip.open(folder / "copy.jsonl.gz", "rt").read()
print("before" in text, "meanwhile" in text, Access.objects.get().what)
"""


def test_who_writes_while_a_copy_is_made_does_not_wait_and_the_copy_is_of_one_moment(tmp_path: Path) -> None:
    environment = os.environ | {"CARRYWELL_DATA": str(tmp_path), "CARRYWELL_LOCAL": "1", "DATABASE_URL": ""}
    done = subprocess.run([sys.executable, "-c", _WRITES_MEANWHILE, str(tmp_path)], cwd=ROOT, env=environment,
                          capture_output=True, text=True, timeout=60)  # fmt: skip
    assert done.stdout == "True False meanwhile\n", done.stderr
