"""`python -m carrywell.web.diary.send_reminders [MOMENT]`: the reminders by mail that are due, once each.

A timer runs it every few minutes, on one machine or on all of them. `MOMENT` is now unless given.
"""

from __future__ import annotations

import sys
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError

from carrywell.web.clock import now
from carrywell.web.diary.prepare import set_up

_USAGE = "usage: python -m carrywell.web.diary.send_reminders [MOMENT], a moment as 2026-11-25T08:00"


def main(arguments: list[str]) -> int:
    """0 done, 2 the input is wrong or no mail is set up, 1 something was not sent."""
    try:
        at = datetime.fromisoformat(arguments[0]) if arguments else now()
    except ValueError:
        at = None
    if at is None or at.tzinfo is not None or len(arguments) > 1:
        print(_USAGE, file=sys.stderr)
        return 2
    set_up()
    if not settings.MAIL:
        print("no mail is set up; docs/how-to/run-on-a-server.md names the variables", file=sys.stderr)
        return 2
    from carrywell.web.diary.sending import send_due  # its tables are known only now

    try:
        outcome = send_due(at)
    except DatabaseError as error:
        print(f"the database does not answer ({type(error).__name__})", file=sys.stderr)
        return 1
    print(f"{outcome.sent} sent, {outcome.failed} not sent")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
