"""Sessions as Django keeps them in the database, read by one statement that is written out (`diary.statements`)."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db

from carrywell.web.clock import now
from carrywell.web.diary.statements import session_data


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        """What is in it; empty, and without a key, where it ran out or never was."""
        data = session_data(self.session_key, now())
        if data is None:
            self._session_key = None
            return {}
        return self.decode(data)
