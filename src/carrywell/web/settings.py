"""Django's settings. A check needs no database, no session and no cookie; the diary's stand in `settings_diary`."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from carrywell.knowledge.pseudo import PSEUDO
from carrywell.model.text import LANGUAGES as OUR_LANGUAGES  # `LANGUAGES` would be a setting of Django's own
from carrywell.web import settings_diary
from carrywell.web.api.keys import api_settings
from carrywell.web.settings_diary import (  # noqa: F401  Django reads them here
    ACCOUNT_ADAPTER,
    ACCOUNT_CHANGE_EMAIL,
    ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS,
    ACCOUNT_EMAIL_VERIFICATION,
    ACCOUNT_FORMS,
    ACCOUNT_LOGIN_METHODS,
    ACCOUNT_LOGOUT_REDIRECT_URL,
    ACCOUNT_RATE_LIMITS,
    ACCOUNT_SESSION_REMEMBER,
    ACCOUNT_SIGNUP_FIELDS,
    ALLAUTH_TRUSTED_PROXY_COUNT,
    AUTH_PASSWORD_VALIDATORS,
    AUTHENTICATION_BACKENDS,
    AXES_COOLOFF_TIME,
    AXES_DISABLE_ACCESS_LOG,
    AXES_FAILURE_LIMIT,
    AXES_LOCKOUT_CALLABLE,
    AXES_LOCKOUT_PARAMETERS,
    AXES_RESET_ON_SUCCESS,
    AXES_USERNAME_CALLABLE,
    AXES_VERBOSE,
    CSRF_COOKIE_AGE,
    CSRF_COOKIE_HTTPONLY,
    CSRF_COOKIE_NAME,
    CSRF_COOKIE_SAMESITE,
    CSRF_COOKIE_SECURE,
    CSRF_FAILURE_VIEW,
    DATA_FOLDER,
    DATABASES,
    DEFAULT_AUTO_FIELD,
    DIARY,
    LOGIN_REDIRECT_URL,
    LOGIN_URL,
    LOGOUT_REDIRECT_URL,
    MFA_PASSKEY_LOGIN_ENABLED,
    MFA_RECOVERY_CODES_SHOW_ONCE,
    MFA_SUPPORTED_TYPES,
    MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN,
    PASSWORD_HASHERS,
    PASSWORD_RESET_TIMEOUT,
    SESSION_COOKIE_AGE,
    SESSION_COOKIE_HTTPONLY,
    SESSION_COOKIE_NAME,
    SESSION_COOKIE_SAMESITE,
    SESSION_COOKIE_SECURE,
    SESSION_ENGINE,
    SILENCED_SYSTEM_CHECKS,
)
from carrywell.web.settings_mail import (  # noqa: F401
    DEFAULT_FROM_EMAIL,
    EMAIL_BACKEND,
    EMAIL_HOST,
    EMAIL_HOST_PASSWORD,
    EMAIL_HOST_USER,
    EMAIL_PORT,
    EMAIL_TIMEOUT,
    EMAIL_USE_SSL,
    EMAIL_USE_TLS,
    MAIL,
    MAIL_SITE,
    SERVER_EMAIL,
)

_HERE = Path(__file__).parent

# Signs the partner's link. Without a given key a link opens only until the next start: docs/how-to/run-on-a-server.md.
SECRET_KEY = os.environ.get("CARRYWELL_SECRET_KEY") or secrets.token_urlsafe(48)
DEBUG = False  # always: its pages of errors would quote what she typed
# Shows the style guide at /style, for those who work on the pages.
DEVELOPMENT = os.environ.get("CARRYWELL_DEVELOPMENT") == "1"
ALLOWED_HOSTS = os.environ.get("CARRYWELL_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "carrywell.web.urls"
WSGI_APPLICATION = "carrywell.web.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles", *settings_diary.APPS]
# A form sent to her pages over TLS names its origin, and the site behind the proxy does not see the TLS itself.
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if DIARY == "accounts" else []
USE_TZ = False
TIME_ZONE = os.environ.get("CARRYWELL_TIME_ZONE")  # None: the machine's own, so that "tomorrow" is hers
USE_I18N = False  # every sentence goes through carrywell.model.text.Voice
LANGUAGE_CODE = "en"

# Counts without names, for the machine itself: docs/how-to/run-on-a-server.md.
METRICS = os.environ.get("CARRYWELL_METRICS") == "1"
METRICS_FOR = os.environ.get("CARRYWELL_METRICS_FOR", "127.0.0.1,::1").split(",")

MIDDLEWARE = [
    *(["carrywell.web.metrics.counted"] if METRICS else []),
    "carrywell.web.api.problems.problems_as_json",
    "carrywell.web.language.language_in_address",
    "django.middleware.security.SecurityMiddleware",
    "carrywell.web.compression.compressed_where_taken",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "carrywell.web.content_policy.one_content_policy",
    *settings_diary.MIDDLEWARE,
]
# No token on the forms of a check: it changes nothing on the server, and the cookie would be the only one.

# What an address may begin with. The pseudo-languages show what is not translated and what does not fit.
SPOKEN = (*OUR_LANGUAGES, *PSEUDO) if DEVELOPMENT else OUR_LANGUAGES
TEMPLATES = [
    {
        "NAME": language,
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_HERE / "templates"],
        "OPTIONS": {"environment": "carrywell.web.jinja.environment", "language": language},
    }
    for language in SPOKEN
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [_HERE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 60 * 60 * 24 * 365  # addresses carry the file's hash

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],  # the next step, fetched by assets/steps.js
        "img-src": [SELF, "data:"],
        "worker-src": [SELF],  # assets/offline/sw.js
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
FILE_UPLOAD_HANDLERS: list[str] = []  # no form sends a file, so none is taken, and nothing is written to a disk

# Keys of systems and their rate: docs/how-to/use-over-http.md.
API = api_settings(
    os.environ.get("CARRYWELL_API_KEYS", ""),
    os.environ.get("CARRYWELL_API_KEYS_FILE", ""),
    os.environ.get("CARRYWELL_API_RATE") or "600/m",
)

# Where "leave this page" leads: a place that says nothing about her.
QUICK_EXIT_URL = os.environ.get("CARRYWELL_EXIT_URL", "https://www.wikipedia.org/")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"()": "carrywell.web.logs.WithoutMessage"},
        "json": {"()": "carrywell.web.logs.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if os.environ.get("CARRYWELL_LOG") == "json" else "text",
        }
    },
    # The accounts' libraries would name who tried to sign in, and from where; the mail's, to whom.
    "loggers": {
        name: {"handlers": ["console"], "level": "ERROR", "propagate": False}
        for name in ("django", "axes", "allauth", "carrywell")
    },
}
