"""Addresses. None of them ever carries an answer."""

from __future__ import annotations

from django.urls import path

from carrywell.web import baby_care, claims, style_guide, views, views_partner

urlpatterns = [
    path("", views.start, name="start"),
    path("check", views.check, name="check"),
    path("when-to-call", views.when_to_call, name="when-to-call"),
    path("baby-care", baby_care.tasks, name="baby-care"),
    path("baby-care/<slug:name>", baby_care.task, name="baby-task"),
    path("claims", claims.claims, name="claims"),
    path("keep", views.keep, name="keep"),
    path("partner", views_partner.partner, name="partner"),
    path("healthy", views.healthy, name="healthy"),
    path("style", style_guide.style, name="style"),
]

handler400 = "carrywell.web.views_errors.bad_request"
handler404 = "carrywell.web.views_errors.not_found"
handler500 = "carrywell.web.views_errors.failed"
