"""What the accounts' library asks the site."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import EMAIL_MAX_LENGTH
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from axes.models import AccessAttempt
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from carrywell.web.account import letters
from carrywell.web.clock import now
from carrywell.web.diary.store import note_access
from carrywell.web.language import language_of, root_of, voice_of

_LONGEST = 255  # letters; the column of the library that counts


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.DIARY == "accounts")

    def add_message(self, *_: Any, **__: Any) -> None:
        """No message of the library is shown: what happened is said by the page that follows."""

    def clean_email(self, email: str) -> str:
        """Its form lets longer ones through than its table holds, where PostgreSQL would refuse it."""
        if len(email) > EMAIL_MAX_LENGTH:
            raise ValidationError("", code="max_length")
        return str(super().clean_email(email))

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """What changed stands in her list of accesses; a mail of it would name the place and the browser."""

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return _whole(request, reverse("account_confirm_email", args=[emailconfirmation.key]))

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _, token = key.partition("-")
        return _whole(self.request, reverse("account_reset_password_from_key", args=[uid, token]))

    def send_confirmation_mail(self, request: HttpRequest, emailconfirmation: Any, signup: bool) -> None:
        link = self.get_email_confirmation_url(request, emailconfirmation)
        letters.send_later(letters.confirmation(emailconfirmation.email_address.email, link, voice_of(request)))

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        link, voice = context["password_reset_url"], voice_of(self.request)
        letters.send_later(letters.new_password(email, link, user.get_username(), voice))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No other mail of the library goes out: it would not be in our words."""

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The password, or a passkey where she has one. A recovery code is for a lost phone, not for a change here; the
        library would look up an address for it, which there is not.
        """
        flows = {flow["id"]: flow.get("types", ()) for flow in get_reauthentication_flows(user)}
        ways = {"reauthenticate": "account_reauthenticate"} if "reauthenticate" in flows else {}
        if "webauthn" in flows.get("mfa_reauthenticate", ()):
            ways["mfa_reauthenticate:webauthn"] = "mfa_reauthenticate_webauthn"
        return [{"id": id_, "description": "", "url": reverse(name)} for id_, name in ways.items()]


def _whole(request: HttpRequest, path: str) -> str:
    """The site's own address, never the one that a request claims for it."""
    return f"{settings.MAIL_SITE}{root_of(language_of(request))}{path}"


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


def password_was_set(user: Any, **_: Any) -> None:
    """By the link in a mail: it stands in her list, and wrong tries at the old one no longer keep her out."""
    forget_tries(user)
    woman = getattr(user, "woman", None)
    if woman is not None:
        note_access(woman, "password", now())
