"""What is confirmed is on the disk, and who waits for the disk at the same time waits once: SQLite's group commit.

SQLite itself waits for the disk inside a commit, while it holds the lock for writing: so each entry waits for all that
were before it. Here a commit only writes (`synchronous=NORMAL`), and before an answer goes out SQLite's log is brought
to the disk (the same fdatasync, a moment later), once for all that were committed by then. Each woman's entry stays a
transaction of its own. PostgreSQL does the same by itself: docs/decisions/0025-shared-wait-for-the-disk.md.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock, local
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse


class SharedWait:
    """One wait for the disk after the other, each for everybody who had written before it began."""

    def __init__(self, brings_to_disk: Callable[[], None]) -> None:
        self._brings_to_disk = brings_to_disk
        self._counting, self._waiting = Lock(), Lock()
        self._asked = self._done = 0
        self._failed = False

    @property
    def asked(self) -> int:
        """How many have asked so far, those who still wait among them."""
        return self._asked

    def __call__(self) -> None:
        """Returns once all that this thread has written before is on the disk.

        OSError where the disk failed, and from then on until the process is started again: Linux forgets what it could
        not write, so a later success says nothing of it.
        """
        with self._counting:
            self._asked += 1
            mine = self._asked
        with self._waiting:
            if self._failed:
                raise OSError("the disk failed before")
            if self._done >= mine:
                return
            with self._counting:
                covered = self._asked
            try:
                self._brings_to_disk()
            except OSError:
                self._failed = True
                raise
            self._done = covered


def _log_to_disk() -> None:
    """Without a log everything was brought into the database's own file, which SQLite waits for."""
    try:
        log = os.open(_log_of(str(connection.settings_dict["NAME"])), os.O_RDWR)
    except FileNotFoundError:
        return
    try:
        os.fdatasync(log)
    finally:
        os.close(log)  # the log alone: closing the database's own file would drop SQLite's locks on it


def _log_of(database: str) -> Path:
    return Path(f"{database}-wal")


_wait = SharedWait(_log_to_disk)
_of_thread = local()


class OnDisk:
    """Middleware, outside of all that writes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.DIARY == "off":
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if connection.vendor == "sqlite" and connection.connection is not None and not connection.is_in_memory_db():
            _confirmed(connection.connection)
        return response


def _confirmed(link: Any) -> None:
    """`link`: this thread's connection. Until it is seen here it waits by itself, and what was written so far did."""
    changes: int = link.total_changes
    if getattr(_of_thread, "link", None) is not link:
        if not link.in_transaction:
            link.execute("PRAGMA synchronous=NORMAL")
        _of_thread.link, _of_thread.changes = link, changes
    elif changes != _of_thread.changes:
        try:
            _wait()
        except OSError as error:
            raise OperationalError("the disk failed") from error
        _of_thread.changes = changes
