"""`/api/v1/…`. A second version would stand beside it; this one keeps its keys."""

from __future__ import annotations

from django.urls import path

from carrywell.web.api.operations import api

urlpatterns = [path("api/v1/", api.urls)]
