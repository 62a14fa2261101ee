"""Addresses. None of them ever carries an answer."""

from __future__ import annotations

from django.urls import path

from carrywell.web import views

urlpatterns = [
    path("", views.start, name="start"),
    path("check", views.check, name="check"),
    path("when-to-call", views.when_to_call, name="when-to-call"),
    path("healthy", views.healthy, name="healthy"),
]

handler400 = "carrywell.web.views_errors.bad_request"
handler404 = "carrywell.web.views_errors.not_found"
handler500 = "carrywell.web.views_errors.failed"
