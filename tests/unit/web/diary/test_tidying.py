"""What is kept only for a time goes by itself, and nothing else does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from carrywell.web.diary.models import Access, Day
from carrywell.web.diary.store import note_access
from carrywell.web.diary.tidying import tidy
from tests.lib.diaries import full

NOW = datetime(2026, 11, 25, 12)


@pytest.mark.django_db
def test_accesses_go_after_a_year_and_her_words_do_not() -> None:
    woman = full()
    Access.objects.all().delete()
    for days in (366, 364):
        note_access(woman, "looked", NOW - timedelta(days=days))
    tidy(NOW)
    assert [access.at for access in Access.objects.all()] == [NOW - timedelta(days=364)]
    assert Day.objects.count() == 1


@pytest.mark.django_db
def test_wrong_tries_go_after_the_pause_and_sessions_when_they_ran_out() -> None:
    for minutes in (16, 14):
        attempt = AccessAttempt.objects.create(username=f"anna{minutes}", failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=NOW - timedelta(minutes=minutes))
    Session.objects.create(session_key="old", session_data="", expire_date=datetime(2020, 1, 1))
    tidy(NOW)
    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["anna14"]
    assert not Session.objects.exists()
