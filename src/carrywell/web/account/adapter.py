"""What the accounts' library asks the site."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest

_LONGEST = 255  # letters; the column of the library that counts


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.DIARY == "accounts")

    def add_message(self, *_: Any, **__: Any) -> None:
        """No message of the library is shown: what happened is said by the page that follows."""

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """There is no mail address to send one to."""

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The password, or a passkey where she has one. A recovery code is for a lost phone, not for a change here."""
        return [method for method in super().get_reauthentication_methods(user) if method["id"] != "mfa_reauthenticate"]


class ChangePassword(ChangePasswordForm):
    """The new password once: her browser shows it, and types it for her."""

    def __init__(self, *args: Any, **parts: Any) -> None:
        super().__init__(*args, **parts)
        del self.fields["password2"]


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Whose password was guessed at, for the count of wrong tries."""
    return as_counted(str((credentials or {}).get("username") or request.POST.get("login", "")))


def as_counted(name: str) -> str:
    """One name for all that sign in to the same account: no letter's case makes a new one. Capitals first, since some
    letters have only one (`ſ` and `s` are both `S`), and a database may compare by them. PostgreSQL takes no NUL.
    """
    return name.replace("\0", "").strip().upper().lower()[:_LONGEST]


def forget_tries(instance: Any, **_: Any) -> None:
    """With an account the wrong tries at its password go too: a signal's receiver, see `diary.apps`."""
    AccessAttempt.objects.filter(username=as_counted(instance.get_username())).delete()
