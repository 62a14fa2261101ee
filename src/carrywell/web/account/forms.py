"""The accounts' library's forms, where ours ask for less."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.account.models import EmailAddress


class ChangePassword(ChangePasswordForm):
    """The new password once: her browser shows it, and types it for her."""

    def __init__(self, *args: Any, **parts: Any) -> None:
        super().__init__(*args, **parts)
        del self.fields["password2"]


class SetPassword(ResetPasswordKeyForm):
    """The same, from the link in a mail."""

    def __init__(self, *args: Any, **parts: Any) -> None:
        super().__init__(*args, **parts)
        del self.fields["password2"]


class AskForPassword(ResetPasswordForm):
    """Only an address that was confirmed gets the mail, and only as it is stored: look-alikes do not fit."""

    def clean_email(self) -> str:
        email: str = get_adapter().clean_email(self.cleaned_data["email"].lower())
        known = EmailAddress.objects.filter(email=email, verified=True, user__is_active=True).select_related("user")
        self.users = [address.user for address in known]
        return email
