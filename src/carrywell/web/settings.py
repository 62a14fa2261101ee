"""Django's settings. A check needs no database, no session and no cookie; the diary's stand in `settings_diary`."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from carrywell.knowledge.pseudo import PSEUDO
from carrywell.model.text import LANGUAGES
from carrywell.web import settings_diary
from carrywell.web.settings_diary import (  # noqa: F401  Django reads them here
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
    SESSION_COOKIE_AGE,
    SESSION_COOKIE_HTTPONLY,
    SESSION_COOKIE_NAME,
    SESSION_COOKIE_SAMESITE,
    SESSION_COOKIE_SECURE,
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
INSTALLED_APPS = ["django.contrib.staticfiles", "csp", *settings_diary.APPS]
# A form sent to her pages over TLS names its origin, and the site behind the proxy does not see the TLS itself.
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if DIARY == "accounts" else []
USE_TZ = False
TIME_ZONE = os.environ.get("CARRYWELL_TIME_ZONE")  # None: the machine's own, so that "tomorrow" is hers
USE_I18N = False  # every sentence goes through carrywell.model.text.Voice
LANGUAGE_CODE = "en"

MIDDLEWARE = [
    "carrywell.web.language.language_in_address",
    "django.middleware.security.SecurityMiddleware",
    "carrywell.web.compression.compressed_where_taken",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    *settings_diary.MIDDLEWARE,
]
# No token on the forms of a check: no request of it changes anything on the server, and its cookie would be the only one.

# What an address may begin with. The pseudo-languages show what is not translated and what does not fit.
SPOKEN = (*LANGUAGES, *PSEUDO) if DEVELOPMENT else LANGUAGES
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

# Where "leave this page" leads: a place that says nothing about her.
QUICK_EXIT_URL = os.environ.get("CARRYWELL_EXIT_URL", "https://www.wikipedia.org/")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_message": {"()": "carrywell.web.logs.WithoutMessage"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_message"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
