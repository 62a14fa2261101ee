"""`python -m carrywell.web.diary.prepare`: the diary's tables, made or brought up to date. Serving does it by itself.

With several machines it is run once before they start: each step of the tables works with the program before it, too.
"""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections

_ONLY_ME = 0o077  # what is taken from the rights of every new file: the diary is read by who runs the site, nobody else


def set_up() -> None:
    """Django, for a program that is not the server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carrywell.web.settings")
    django.setup()


def prepare() -> None:
    """The folder, the tables; old sessions go. django.db.OperationalError where the database does not answer."""
    set_up()
    os.umask(_ONLY_ME)
    settings.DATA_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    from carrywell.web.clock import now
    from carrywell.web.diary.tidying import tidy  # its tables are there from here on

    tidy(now())
    connections.close_all()  # the workers open their own


if __name__ == "__main__":
    prepare()
