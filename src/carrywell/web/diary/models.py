"""The tables of the diary. Every row belongs to one woman and goes with her; the private track has no column here.

A part is JSON where it is read and written as a whole (a case, the places of a day); what is searched or sorted by has
a column of its own. Days are days of hers, without a time zone; moments (`at`) are the server's clock.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

LONGEST_LINE = 200  # characters of her one line a day
MOST_ACTIVITIES = 3  # of her own choosing: the Patient-Specific Functional Scale asks for three


class Woman(models.Model):
    """Whose diary it is. `user`: None on her own machine, where there is one woman and no account.

    `remind…`: her reminder by mail, `diary.reminders`. In this table, and with defaults of the database's own, so that
    the program of the version before writes and deletes a diary as it always did.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="woman")
    agreed_at = models.DateTimeField(help_text="when she agreed that her diary is stored")
    calendar_digest = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="SHA-256 of the key that opens her calendar; empty: none"
    )
    remind = models.CharField(
        max_length=8, blank=True, db_default="", default="", help_text="daily, weekly, due; empty: no reminder by mail"
    )
    remind_hour = models.PositiveSmallIntegerField(null=True)
    remind_weekday = models.PositiveSmallIntegerField(null=True, help_text="of the weekly one; 0 is Monday")
    remind_language = models.CharField(max_length=16, blank=True, db_default="", default="")
    remind_next = models.DateTimeField(null=True, help_text="from then on it is to be sent")
    reminded_on = models.DateField(null=True, help_text="the day on which the last one was sent")

    class Meta:
        constraints = [models.UniqueConstraint(Coalesce("user", 0), name="one_diary_each")]
        indexes = [
            models.Index(
                fields=["remind_next"], name="diary_woman_remind", condition=models.Q(remind_next__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"diary {self.pk}"


class _Hers(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    woman = models.ForeignKey(Woman, on_delete=models.CASCADE)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"  # never what she said


class KeptCheck(_Hers):
    """A check that she chose to keep: her answers as a case file, and what was decided on them."""

    asked_on = models.DateField()
    at = models.DateTimeField()
    case = models.JSONField()
    level = models.CharField(max_length=32)
    knowledge = models.CharField(max_length=32)
    knowledge_digest = models.CharField(max_length=64)
    program = models.CharField(max_length=32)

    class Meta:
        ordering = ["asked_on", "at", "id"]
        indexes = [models.Index(fields=["woman", "asked_on"])]


class Day(_Hers):
    """Her twenty seconds of a day. `did`: ids of kb/advice. `before`: the day as it was, for one step of undo.

    No `before`: the save made the entry, and undo takes it away. An empty one: nothing can be taken back.
    """

    day = models.DateField()
    at = models.DateTimeField()
    pain_now = models.PositiveSmallIntegerField(null=True)
    pain_worst = models.PositiveSmallIntegerField(null=True)
    sites = models.JSONField(default=list)
    did = models.JSONField(default=list)
    line = models.CharField(max_length=LONGEST_LINE, blank=True)
    before = models.JSONField(null=True)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["woman", "day"], name="one_entry_a_day")]


class Week(_Hers):
    """Once a week: her three activities from 0 (unable) to 10 (as before), and what she says of the plan."""

    day = models.DateField()
    at = models.DateTimeField()
    activities = models.JSONField(default=list)
    helped = models.CharField(max_length=16, blank=True)
    too_much = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["woman", "day"], name="one_week_entry_a_day")]


class Score(_Hers):
    """A published questionnaire, filled in elsewhere: its total, and the item scores where she gave them."""

    day = models.DateField()
    at = models.DateTimeField()
    instrument = models.CharField(max_length=16)
    items = models.JSONField(default=list)
    total = models.FloatField()

    class Meta:
        ordering = ["day", "at"]
        indexes = [models.Index(fields=["woman", "day"])]


class Access(models.Model):
    """Who looked at or changed her diary, when and how: shown to her, and gone with her."""

    woman = models.ForeignKey(Woman, on_delete=models.CASCADE)
    at = models.DateTimeField()
    what = models.CharField(max_length=24)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["woman", "-at"])]

    def __str__(self) -> str:
        return f"access {self.pk}"
