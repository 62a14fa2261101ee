"""Sends the reminders that are due. What goes wrong is told in the log by its kind, never with an address."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from carrywell.app.engine import open_engine
from carrywell.web.account import letters
from carrywell.web.account.address import confirmed_address
from carrywell.web.diary.models import Woman
from carrywell.web.diary.presenter import due_day_of
from carrywell.web.diary.reminders import chosen, claim, is_time, key_to_stop, next_moment, put_back, stop
from carrywell.web.diary.store import checks_of, note_access
from carrywell.web.language import root_of

MOST = 200  # in one run; the next run takes the others
RETRIED_FOR = timedelta(hours=6)  # then the next reminder is waited for
_BUSY = (421, 450, 451, 452)  # a server that says so wants to be asked again (RFC 5321)
_log = logging.getLogger("carrywell.mail")


@dataclass(frozen=True, slots=True)
class Outcome:
    sent: int = 0
    failed: int = 0


def send_due(at: datetime, most: int = MOST) -> Outcome:
    """What is due at that moment. A server that is away is asked once, and nothing is claimed: the next run has it."""
    due = list(Woman.objects.filter(remind_next__lte=at).select_related("user").order_by("remind_next", "pk")[:most])
    if not due:
        return Outcome()
    server = get_connection()
    try:
        server.open()
    except OSError:
        _log.exception("the mail server is away")
        return Outcome(failed=len(due))
    try:
        return _send_each(due, at, server)
    finally:
        server.close()


def _send_each(due: list[Woman], at: datetime, server: Any) -> Outcome:
    sent = failed = 0
    for place, woman in enumerate(due):
        try:
            sent += _claim_and_send(woman, at, server)
        except (SMTPRecipientsRefused, SMTPResponseException):
            failed += 1
            _log.exception("one was not taken")
        except OSError:
            _log.exception("the mail server is away")
            return Outcome(sent, failed + len(due) - place)
    return Outcome(sent, failed)


def _claim_and_send(woman: Woman, at: datetime, server: Any) -> bool:
    """Whether it was sent. OSError where the server did not take it; it is put back where that may change."""
    choice = chosen(woman)
    to = confirmed_address(woman.user) if woman.user is not None else ""
    if choice is None or not to:
        stop(woman)
        return False
    following = next_moment(choice, at)
    if not claim(woman, following) or (choice.rhythm == "due" and not _is_due(woman, at.date())):
        return False
    try:
        _letter(woman, to, server).send()
    except OSError as error:
        if _may_change(error) and woman.remind_next and at - woman.remind_next < RETRIED_FOR:
            put_back(woman, following)
        raise
    _note_sent(woman, at)
    return True


def _may_change(error: OSError) -> bool:
    """Not where the server refuses her address for good. What it has against the sender is for the keeper to mend."""
    if isinstance(error, SMTPRecipientsRefused):
        return any(code in _BUSY for code, _ in error.recipients.values())
    if isinstance(error, SMTPResponseException) and not isinstance(error, SMTPSenderRefused):
        return error.smtp_code in _BUSY
    return True


def _is_due(woman: Woman, today: date) -> bool:
    checks = checks_of(woman)
    last = checks[-1].asked_on if checks else None
    return is_time(due_day_of(woman, open_engine(), today), last, woman.reminded_on, today)


def _letter(woman: Woman, to: str, server: Any) -> EmailMessage:
    site, voice = f"{settings.MAIL_SITE}{root_of(woman.remind_language)}", open_engine().voice(woman.remind_language)
    letter = letters.note(to, f"{site}/note", f"{site}/note/stop/{key_to_stop(woman)}", voice)
    letter.connection = server
    return letter


def _note_sent(woman: Woman, at: datetime) -> None:
    """In her list, unless she has deleted everything meanwhile."""
    with transaction.atomic():
        if Woman.objects.filter(pk=woman.pk).update(reminded_on=at.date()):
            note_access(woman, "reminded", at)
