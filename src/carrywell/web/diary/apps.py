"""The diary as a part of the site that Django knows."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import pre_delete


class DiaryConfig(AppConfig):
    name = "carrywell.web.diary"
    label = "diary"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account.signals import password_reset

        from carrywell.web.account.adapter import forget_tries, password_was_set  # its tables are known only now

        password_reset.connect(password_was_set, dispatch_uid="password_was_set")
        pre_delete.connect(forget_tries, sender=settings.AUTH_USER_MODEL, dispatch_uid="forget_tries")
