"""Addresses. None of them ever carries an answer."""

from __future__ import annotations

from django.urls import path

from carrywell.web import (
    baby_care,
    claims,
    exercises,
    help_today,
    load_pages,
    metrics,
    midwife,
    my_day,
    offline,
    ready,
    style_guide,
    views,
    views_partner,
    views_week,
)
from carrywell.web.account import urls as account
from carrywell.web.api.urls import urlpatterns as api
from carrywell.web.diary import urls as diary

urlpatterns = [
    path("", views.start, name="start"),
    path("check", views.check, name="check"),
    path("when-to-call", views.when_to_call, name="when-to-call"),
    path("baby-care", baby_care.tasks, name="baby-care"),
    path("baby-care/<slug:name>", baby_care.task, name="baby-task"),
    path("exercises", exercises.exercises, name="exercises"),
    path("exercises/<slug:name>", exercises.exercise, name="exercise"),
    path("claims", claims.claims, name="claims"),
    path("help-today", help_today.what_helps_today, name="help-today"),
    path("load", load_pages.tasks, name="load"),
    path("load/<slug:name>", load_pages.task, name="load-task"),
    path("my-day", my_day.my_day, name="my-day"),
    path("keep", views.keep, name="keep"),
    path("report", midwife.report, name="report"),
    path("calendar", views_week.calendar, name="calendar"),
    path("partner", views_partner.partner, name="partner"),
    path("offline", offline.offline, name="offline"),
    path("offline/bundle/<str:name>", offline.bundle, name="offline-bundle"),
    path("sw.js", offline.worker, name="worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("healthy", views.healthy, name="healthy"),
    path("ready", ready.ready, name="ready"),
    path("metrics", metrics.metrics, name="metrics"),
    *diary.urlpatterns,
    *account.urlpatterns,
    *api,
    path("style", style_guide.style, name="style"),
]

handler400 = "carrywell.web.views_errors.bad_request"
handler404 = "carrywell.web.views_errors.not_found"
handler429 = "carrywell.web.views_errors.too_many"  # the accounts' library asks for it; it is none of Django's own
handler500 = "carrywell.web.views_errors.failed"
