"""Her mail address, which she may give: one that is confirmed, and at most one more that waits to be.

Nothing but the link to confirm it goes to an address that waits.
"""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from carrywell.web.diary.models import Woman
from carrywell.web.diary.reminders import stop


def confirmed_address(user: Any) -> str:
    """Empty where there is none."""
    found = EmailAddress.objects.get_verified(user)
    return found.email if found else ""


def waiting_address(user: Any) -> EmailAddress | None:
    return EmailAddress.objects.get_new(user)


def forget_addresses(user: Any, woman: Woman | None) -> None:
    """All of them, and the reminders with them."""
    with transaction.atomic():
        EmailAddress.objects.filter(user=user).delete()
        user.email = ""
        user.save(update_fields=["email"])
        if woman is not None:
            stop(woman)
