"""The diary's addresses. A day may stand in one, as it stands on a calendar; what she said of it never does."""

from __future__ import annotations

from django.urls import path

from carrywell.web.diary import (
    opening,
    views,
    views_calendar,
    views_keep,
    views_paper,
    views_reminders,
    views_rights,
    views_week,
)

urlpatterns = [
    path("diary", views.home, name="diary"),
    path("diary/open", opening.open_once, name="diary-open"),
    path("diary/keep", views_keep.keep, name="diary-keep"),
    path("diary/kept", views_keep.kept, name="diary-kept"),
    path("diary/day/<str:named>", views.day, name="diary-day"),
    path("diary/day/<str:named>/undo", views.undo, name="diary-undo"),
    path("diary/check/<uuid:id_>", views_keep.check, name="diary-check"),
    path("diary/check/<uuid:id_>/delete", views_keep.delete_check, name="diary-check-delete"),
    path("diary/week", views_week.week, name="diary-week"),
    path("diary/scores", views_week.scores, name="diary-scores"),
    path("diary/scores/<uuid:id_>/delete", views_week.delete_score, name="diary-score-delete"),
    path("diary/rights", views_rights.rights, name="diary-rights"),
    path("diary/calendar", views_calendar.calendar, name="diary-calendar"),
    path("diary/dates/<str:key>.ics", views_calendar.dates, name="diary-dates"),
    path("diary/reminders", views_reminders.reminders, name="diary-reminders"),
    # What a mail names: neither says what the site is about.
    path("note", views_reminders.note, name="note"),
    path("note/stop/<str:key>", views_reminders.stop_notes, name="note-stop"),
    path("diary/report", views_paper.report, name="diary-report"),
    path("diary/report/pdf", views_paper.pdf, name="diary-report-pdf"),
    path("diary/take/<slug:kind>", views_rights.take, name="diary-take"),
    path("diary/delete", views_rights.delete, name="diary-delete"),
    path("diary/delete-account", views_rights.delete_account, name="diary-delete-account"),
]
