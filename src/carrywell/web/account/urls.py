"""The account's addresses: the library's views, each under a name that it looks up, and no other of its pages."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account import views as accounts
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpResponse
from django.urls import URLPattern, path

from carrywell.web.account import views


def _page(address: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return path(f"account/{address}", views.only_with_accounts(view), name=name)


urlpatterns = [
    path("account", views.home, name="mfa_index"),
    path("account/sign-in", views.sign_in, name="account_login"),
    _page("sign-up", accounts.signup, "account_signup"),
    _page("sign-out", accounts.logout, "account_logout"),
    _page("password", accounts.password_change, "account_change_password"),
    _page("again", accounts.reauthenticate, "account_reauthenticate"),
    _page("second", mfa.authenticate, "mfa_authenticate"),
    _page("codes", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    _page("codes/new", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _page("passkeys", passkeys.list_webauthn, "mfa_list_webauthn"),
    _page("passkeys/add", passkeys.add_webauthn, "mfa_add_webauthn"),
    _page("passkeys/<int:pk>/remove", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    _page("passkeys/again", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _page("passkeys/sign-in", passkeys.login_webauthn, "mfa_login_webauthn"),
]
