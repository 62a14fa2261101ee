"""The first tables of the diary."""

import uuid

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Woman",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agreed_at", models.DateTimeField(help_text="when she agreed that her diary is stored")),
                (
                    "calendar_digest",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="SHA-256 of the key that opens her calendar; empty: none",
                        max_length=64,
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="woman",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Week",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("activities", models.JSONField(default=list)),
                ("helped", models.CharField(blank=True, max_length=16)),
                ("too_much", models.CharField(blank=True, max_length=16)),
                ("woman", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="diary.woman")),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("instrument", models.CharField(max_length=16)),
                ("items", models.JSONField(default=list)),
                ("total", models.FloatField()),
                ("woman", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="diary.woman")),
            ],
            options={
                "ordering": ["day", "at"],
            },
        ),
        migrations.CreateModel(
            name="KeptCheck",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked_on", models.DateField()),
                ("at", models.DateTimeField()),
                ("case", models.JSONField()),
                ("level", models.CharField(max_length=32)),
                ("knowledge", models.CharField(max_length=32)),
                ("knowledge_digest", models.CharField(max_length=64)),
                ("program", models.CharField(max_length=32)),
                ("woman", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="diary.woman")),
            ],
            options={
                "ordering": ["asked_on", "at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Day",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("pain_now", models.PositiveSmallIntegerField(null=True)),
                ("pain_worst", models.PositiveSmallIntegerField(null=True)),
                ("sites", models.JSONField(default=list)),
                ("did", models.JSONField(default=list)),
                ("line", models.CharField(blank=True, max_length=200)),
                ("before", models.JSONField(null=True)),
                ("woman", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="diary.woman")),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="Access",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("what", models.CharField(max_length=24)),
                ("woman", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="diary.woman")),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="woman",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce("user", 0), name="one_diary_each"
            ),
        ),
        migrations.AddConstraint(
            model_name="week",
            constraint=models.UniqueConstraint(fields=("woman", "day"), name="one_week_entry_a_day"),
        ),
        migrations.AddIndex(
            model_name="score",
            index=models.Index(fields=["woman", "day"], name="diary_score_woman_i_52c268_idx"),
        ),
        migrations.AddIndex(
            model_name="keptcheck",
            index=models.Index(fields=["woman", "asked_on"], name="diary_keptc_woman_i_5519ff_idx"),
        ),
        migrations.AddConstraint(
            model_name="day",
            constraint=models.UniqueConstraint(fields=("woman", "day"), name="one_entry_a_day"),
        ),
        migrations.AddIndex(
            model_name="access",
            index=models.Index(fields=["woman", "-at"], name="diary_acces_woman_i_f1b3f1_idx"),
        ),
    ]
