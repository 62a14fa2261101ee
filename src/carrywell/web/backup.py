"""`python -m carrywell.web.backup save FILE` and `restore FILE`: all diaries and accounts as one compressed file.

The file is the same for SQLite and PostgreSQL, so it also moves a site from one to the other. Sessions are left out:
after a restore everybody signs in again. It holds health data: it is written for its owner alone, and belongs on an
encrypted disk.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection, transaction

from carrywell.web.diary.prepare import prepare, set_up

# In this order: what a row belongs to comes before it.
TABLES = (
    "auth.user", "account.emailaddress", "mfa.authenticator", "diary.woman", "diary.keptcheck", "diary.day",
    "diary.week", "diary.score", "diary.access",
)  # fmt: skip
_ENDING = ".jsonl.gz"
_USAGE = f"usage: python -m carrywell.web.backup save|restore FILE{_ENDING}"


class BackupError(Exception):
    """What is wrong, and what is allowed."""


def save(file: Path) -> None:
    """As of one moment, while the site goes on. BackupError where the file is there already, or has another ending."""
    _must_end(file)
    if file.exists():
        raise BackupError(f"{file}: is there already; allowed is a new file")
    # Written beside it and moved, so that a copy that broke off is never taken for one.
    begun = file.with_name(f"begun-{file.name}")
    os.umask(0o077)
    try:
        with _reading(), transaction.atomic():
            if connection.vendor == "postgresql":
                connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            call_command("dumpdata", *TABLES, format="jsonl", output=str(begun), verbosity=0)
        begun.rename(file)
    finally:
        begun.unlink(missing_ok=True)  # half a copy of her diary is left for nobody


@contextmanager
def _reading() -> Iterator[None]:
    """SQLite: a transaction that only reads sees one moment (WAL), and who writes a diary meanwhile does not wait.

    The site's own transactions take the lock for writing as they begin.
    """
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"
    try:
        yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode


def restore(file: Path) -> None:
    """All of it or nothing. BackupError where the database holds a diary or an account already, or the file is none."""
    from carrywell.web.diary.models import Woman

    _must_end(file)
    if not file.is_file():
        raise BackupError(f"{file}: no such file")
    prepare()
    from django.contrib.auth import get_user_model

    if Woman.objects.exists() or get_user_model().objects.exists():
        raise BackupError("the database is not empty; allowed is a new one, so that nothing is overwritten")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)  # an empty file, or none that it knows
            call_command("loaddata", str(file.resolve()), verbosity=0)
    except (DeserializationError, DatabaseError, EOFError, OSError, RuntimeWarning, UnicodeDecodeError) as error:
        raise BackupError(f"{file}: is no whole copy ({type(error).__name__}); nothing was restored") from error


def _must_end(file: Path) -> None:
    if not file.name.endswith(_ENDING):
        raise BackupError(f"{file}: the name must end in {_ENDING}")


def main(arguments: list[str]) -> int:
    """0 done, 2 the input is wrong, 1 anything else."""
    if len(arguments) != 2 or arguments[0] not in ("save", "restore"):
        print(_USAGE, file=sys.stderr)
        return 2
    set_up()
    try:
        (save if arguments[0] == "save" else restore)(Path(arguments[1]))
    except BackupError as error:
        print(error, file=sys.stderr)
        return 2
    except DatabaseError as error:
        print(f"the database does not answer ({type(error).__name__})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
