"""Whether a kept connection is still good is seen without asking PostgreSQL, as Django would at each request."""

from __future__ import annotations

from select import POLLIN, poll

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        """A server that went away has closed its end, which can be read. Whatever else can be read is asked about."""
        if self.connection is None:
            return False
        watched = poll()
        watched.register(self.connection.pgconn.socket, POLLIN)
        return not watched.poll(0) or bool(super().is_usable())
