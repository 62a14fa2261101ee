"""The site as a WSGI application: `carrywell.web.wsgi:application`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.template.loader import get_template

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carrywell.web.settings")
application = get_wsgi_application()

# The knowledge base and the templates are read now, so that the first woman after a start does not wait for them.
for _page in ("start.html", "questions.html", "result.html", "result_sheet.html", "folded.html", "partner.html"):
    get_template(_page)
