"""Her reminder by mail. Each column is empty by the database's own default, so the program before goes on writing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("diary", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="woman",
            name="remind",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="daily, weekly, due; empty: no reminder by mail",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="woman",
            name="remind_hour",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="woman",
            name="remind_weekday",
            field=models.PositiveSmallIntegerField(help_text="of the weekly one; 0 is Monday", null=True),
        ),
        migrations.AddField(
            model_name="woman",
            name="remind_language",
            field=models.CharField(blank=True, db_default="", default="", max_length=16),
        ),
        migrations.AddField(
            model_name="woman",
            name="remind_next",
            field=models.DateTimeField(help_text="from then on it is to be sent", null=True),
        ),
        migrations.AddField(
            model_name="woman",
            name="reminded_on",
            field=models.DateField(help_text="the day on which the last one was sent", null=True),
        ),
        migrations.AddIndex(
            model_name="woman",
            index=models.Index(
                condition=models.Q(("remind_next__isnull", False)), fields=["remind_next"], name="diary_woman_remind"
            ),
        ),
    ]
