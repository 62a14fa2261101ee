"""The account's addresses: the library's views, each under a name that it looks up, and no other of its pages."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account import views as accounts
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpResponse
from django.urls import URLPattern, path

from carrywell.web.account import views, views_address


def _page(address: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return path(f"account/{address}", views.only_with_accounts(view), name=name)


def _mailed(address: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """Only there where the site sends mail."""
    return path(f"account/{address}", views.only_with_mail(view), name=name)


urlpatterns = [
    path("account", views.home, name="mfa_index"),
    path("account/sign-in", views.sign_in, name="account_login"),
    _page("sign-up", accounts.signup, "account_signup"),
    _page("sign-out", accounts.logout, "account_logout"),
    _page("password", accounts.password_change, "account_change_password"),
    _mailed("address", views_address.address, "account_email"),
    _mailed("address/confirm/<str:key>", views_address.confirm, "account_confirm_email"),
    _mailed("forgotten", accounts.password_reset, "account_reset_password"),
    _mailed("forgotten/sent", accounts.password_reset_done, "account_reset_password_done"),
    _mailed("forgotten/set", accounts.password_reset_from_key_done, "account_reset_password_from_key_done"),
    _mailed("forgotten/<slug:uidb36>/<str:key>", accounts.password_reset_from_key, "account_reset_password_from_key"),
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
