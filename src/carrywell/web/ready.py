"""Whether this process can do its work: the check always can; the diary needs its database, with today's tables."""

from __future__ import annotations

from threading import Event

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

# Once they did, as long as the process lives: tables only go forward, and each step works with the program before it.
TABLES_FIT = Event()


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """`ready`, or 503 with the reason in a word: `database` does not answer, `tables` are of another version."""
    reason = _why_not() if settings.DIARY != "off" else ""
    return HttpResponse(reason or "ready", status=503 if reason else 200, content_type="text/plain")


def _why_not() -> str:
    try:
        if TABLES_FIT.is_set():
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            return ""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "tables"
    except DatabaseError:
        return "database"
    TABLES_FIT.set()
    return ""
