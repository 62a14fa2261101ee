"""What is kept only for a time, and goes by itself: what she wrote over, old accesses, wrong passwords, sessions."""

from __future__ import annotations

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command

from carrywell.web.diary.models import Access
from carrywell.web.diary.store import forget_all_before

ACCESSES_KEPT = timedelta(days=365)  # as the page tells her: `diary_rights.accesses_says` in kb/words


def tidy(now: datetime) -> None:
    forget_all_before(now)
    Access.objects.filter(at__lt=now - ACCESSES_KEPT).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME).delete()
    call_command("clearsessions", verbosity=0)
