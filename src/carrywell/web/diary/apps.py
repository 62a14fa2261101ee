"""The diary as a part of the site that Django knows."""

from __future__ import annotations

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    name = "carrywell.web.diary"
    label = "diary"
    default_auto_field = "django.db.models.BigAutoField"
