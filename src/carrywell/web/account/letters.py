"""What the site writes to her: plain text, in her language, with no word of her health or of what the site is about."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from carrywell.model.text import Voice

_log = logging.getLogger("carrywell.mail")
# Out of the way of the page: who asks for a new password for an address learns nothing from how long the answer takes.
_post = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def confirmation(to: str, link: str, voice: Voice) -> EmailMessage:
    """`link`: to the page with the button that confirms the address."""
    return _letter(to, voice.phrase("mail.confirm.subject"), _lines("confirm", link, voice))


def new_password(to: str, link: str, name: str, voice: Voice) -> EmailMessage:
    """`link`: to the page where she sets it, good once. `name`: with which she signs in."""
    lines = [voice.phrase("mail.password.name", name=name), *_lines("password", link, voice)]
    return _letter(to, voice.phrase("mail.password.subject"), lines)


def note(to: str, opens: str, stops: str, voice: Voice) -> EmailMessage:
    """The reminder. `stops`: the page that ends it, which a mail program may ask by itself (RFC 8058)."""
    subject = voice.phrase("diary_calendar.event")
    lines = [voice.phrase("mail.note.says"), opens, voice.phrase("mail.note.stop"), stops]
    return _letter(
        to, subject, lines, {"List-Unsubscribe": f"<{stops}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    )


def send_later(letter: EmailMessage) -> None:
    """After the page was answered. A server that does not take it is told in the log, without the address."""
    _post.submit(_send, letter)


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except OSError:  # every fault of smtplib is one
        _log.exception("not sent")


def _lines(kind: str, link: str, voice: Voice) -> list[str]:
    return [voice.phrase(f"mail.{kind}.says"), link, voice.phrase(f"mail.{kind}.not_you")]


def _letter(to: str, subject: str, lines: list[str], headers: dict[str, str] | None = None) -> EmailMessage:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
    ours = {
        "Message-ID": make_msgid(domain=domain or "carrywell.invalid"),  # else the machine's own name would stand in it
        "Auto-Submitted": "auto-generated",  # RFC 3834: no answering machine answers it
    }
    return EmailMessage(subject, "\n\n".join(lines) + "\n", to=[to], headers=ours | (headers or {}))
