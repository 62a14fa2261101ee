"""A site that sends mail, into a list instead of over a network, and what a mail says."""

from __future__ import annotations

import re
from typing import Any

from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail import EmailMessage
from pytest_django import Settings

from carrywell.web.account import letters

SITE = "https://site.example"
ANNA = "anna@post.example"


def switch_on(settings: Settings) -> None:
    settings.DIARY, settings.MAIL, settings.MAIL_SITE = "accounts", True, SITE
    settings.DEFAULT_FROM_EMAIL = "Notes <notes@site.example>"


def sent() -> list[EmailMessage]:
    """All that went out, once what waits is out too."""
    letters._post.submit(lambda: None).result()
    return list(mail.outbox)


def links_in(letter: EmailMessage) -> list[str]:
    """Without the site's own beginning: what a test client asks."""
    found = re.findall(rf"^{re.escape(SITE)}(/\S+)$", str(letter.body), re.MULTILINE)
    assert found, letter.body
    return found


def confirmed(user: Any, email: str = ANNA) -> Any:
    """Her account, with an address that she confirmed."""
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    user.email = email
    user.save()
    return user
