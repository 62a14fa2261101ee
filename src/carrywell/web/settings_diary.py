"""Django's settings for the diary and the accounts. Nothing here is touched by a check: decision 23.

Secrets come from the environment only.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Literal

from carrywell.web.database import database

Mode = Literal["off", "local", "accounts"]
_MOST_PROXIES = 9


def mode_of(environment: dict[str, str]) -> Mode:
    """`accounts` where switched on; `local` on one's own machine, as `make serve` says; else there is no diary."""
    if environment.get("CARRYWELL_ACCOUNTS") == "1":
        return "accounts"
    return "local" if environment.get("CARRYWELL_LOCAL") == "1" else "off"


def proxies_of(environment: dict[str, str]) -> int:
    """How many servers of one's own stand in front, each adding to X-Forwarded-For. ValueError for anything else."""
    given = environment.get("CARRYWELL_PROXIES") or "0"
    if not (given.isascii() and given.isdigit() and int(given) <= _MOST_PROXIES):
        raise ValueError(f"CARRYWELL_PROXIES: found {given!r}; allowed is a number from 0 to {_MOST_PROXIES}")
    return int(given)


def rate_limits(proxies: int) -> dict[str, str | None]:
    """By name always; by address only where it is known. Behind a proxy that is not counted all women have its address,
    and one stranger's wrong guesses would lock all of them out.
    """
    mailed: dict[str, str | None] = {"manage_email": "10/h/user", "confirm_email": "1/3m/key"}
    if proxies:
        by_address = {"reset_password": "20/m/ip,3/h/key", "reset_password_from_key": "20/m/ip"}
        return mailed | by_address | {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "signup": "20/m/ip"}
    by_name = {"reset_password": "3/h/key", "reset_password_from_key": None}
    return mailed | by_name | {"login": None, "login_failed": "5/5m/key", "signup": None}


DIARY: Mode = mode_of(dict(os.environ))
DATA_FOLDER = Path(os.environ.get("CARRYWELL_DATA") or "build/data").resolve()
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), DATA_FOLDER)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "carrywell.web.diary",
]

# Each looks at the address first, and lets a check pass untouched: web/diary/middleware.py.
MIDDLEWARE = [
    "carrywell.web.diary.on_disk.OnDisk",
    "carrywell.web.diary.middleware.Sessions",
    "carrywell.web.diary.middleware.Opened",
    "carrywell.web.diary.middleware.Forgery",
    "carrywell.web.diary.middleware.SignedIn",
    "carrywell.web.diary.middleware.Guarded",
    "allauth.account.middleware.AccountMiddleware",  # its own check wants it here, by this name; it asks no database
]

# For a trial on one's own machine without TLS. Never on a server: sign-in would cross the network in the clear.
INSECURE = os.environ.get("CARRYWELL_INSECURE") == "1"
SECURE_COOKIES = DIARY == "accounts" and not INSECURE
SESSION_ENGINE = "carrywell.web.diary.sessions"
SESSION_COOKIE_NAME = "__Host-carrywell" if SECURE_COOKIES else "carrywell"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60  # seconds; her own devices stay signed in for two weeks
CSRF_COOKIE_NAME = "__Host-carrywell-form" if SECURE_COOKIES else "carrywell-form"
CSRF_COOKIE_AGE = None  # gone with the browser
CSRF_FAILURE_VIEW = "carrywell.web.views_errors.not_from_here"

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "carrywell.web.account.backend.Accounts"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_VALIDATION}CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds: for a link in a mailbox that others may open, no longer than it takes
LOGIN_URL = "/account/sign-in"
LOGIN_REDIRECT_URL = "/diary"
LOGOUT_REDIRECT_URL = "/"

# A name and a password, and no mail address: what is not there is lost by nobody. Where the site sends mail she may
# give one later, and a new one takes the place of the old once it is confirmed (`account.views_address`).
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # to an address that nobody here has given, nothing is sent
ACCOUNT_ADAPTER = "carrywell.web.account.adapter.Adapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_FORMS = {
    "change_password": "carrywell.web.account.forms.ChangePassword",
    "reset_password": "carrywell.web.account.forms.AskForPassword",
    "reset_password_from_key": "carrywell.web.account.forms.SetPassword",
}
MFA_SUPPORTED_TYPES = ["webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = INSECURE

# Guesses at a password: after eight for one name, a quarter of an hour of silence, and then the record goes.
PROXIES = proxies_of(dict(os.environ))
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
ACCOUNT_RATE_LIMITS = rate_limits(PROXIES)

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "carrywell.web.account.adapter.name_tried"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who signed in when is nobody's but hers, and stands in her own list
AXES_LOCKOUT_CALLABLE = "carrywell.web.account.views.locked"
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # its middleware would look at every request; `account.views` answers instead
    "axes.W006",  # by name alone on purpose: guesses from many places count together
]
