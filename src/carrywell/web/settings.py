"""Django's settings. A check needs no database, no session and no cookie, so there is none of them here."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

_HERE = Path(__file__).parent

# Signs the partner's link. Without a given key a link opens only until the next start: docs/how-to/run-on-a-server.md.
SECRET_KEY = os.environ.get("CARRYWELL_SECRET_KEY") or secrets.token_urlsafe(48)
DEBUG = False  # always: its pages of errors would quote what she typed
# Shows the style guide at /style, for those who work on the pages.
DEVELOPMENT = os.environ.get("CARRYWELL_DEVELOPMENT") == "1"
ALLOWED_HOSTS = os.environ.get("CARRYWELL_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "carrywell.web.urls"
WSGI_APPLICATION = "carrywell.web.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles", "csp"]
DATABASES: dict[str, object] = {}
USE_TZ = False
TIME_ZONE = os.environ.get("CARRYWELL_TIME_ZONE")  # None: the machine's own, so that "tomorrow" is hers
USE_I18N = False  # every sentence goes through carrywell.model.text.Voice
LANGUAGE_CODE = "en"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "carrywell.web.compression.compressed_where_taken",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]
# No CSRF middleware: no request changes anything on the server, and its cookie would be the only one.

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_HERE / "templates"],
        "OPTIONS": {"environment": "carrywell.web.jinja.environment"},
    }
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
