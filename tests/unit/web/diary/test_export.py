"""She takes everything with her: each column of each table, as JSON and as tables that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.apps import apps

from carrywell.web.diary.export import TABLES, as_csv, everything
from carrywell.web.diary.models import Woman
from carrywell.web.diary.store import DaySaid, save_day
from carrywell.web.diary.tidying import tidy
from tests.lib.diaries import NOON, begun, full

pytestmark = pytest.mark.django_db
LEFT_OUT = {"id", "woman", "user"}  # who the row belongs to stands once, at the head


def test_every_column_of_every_table_is_in_it() -> None:
    told = everything(full())
    parts = {"Woman": [told["diary"]], "KeptCheck": told["checks"], "Day": told["days"], "Week": told["weeks"],
             "Score": told["scores"], "Access": told["accesses"]}  # fmt: skip
    for model in apps.get_app_config("diary").get_models():
        columns = {field.name for field in model._meta.fields} - LEFT_OUT
        assert parts[model.__name__], model
        assert set(parts[model.__name__][0]) == columns


def test_every_table_has_a_line_a_row() -> None:
    woman = full()
    for table in TABLES:
        rows = list(csv.DictReader(io.StringIO(as_csv(woman, table).removeprefix("\ufeff"))))
        assert len(rows) == len(everything(woman)[table]) == 1
    (day,) = csv.DictReader(io.StringIO(as_csv(woman, "days").removeprefix("\ufeff")))
    assert (day["pain_now"], day["sites"], day["line"]) == ("5", "low_back", "a long walk")
    (check,) = csv.DictReader(io.StringIO(as_csv(woman, "checks").removeprefix("\ufeff")))
    assert check["case.about.weeks_pregnant"] == "24.0"
    assert check["case.answers.fever"] == "no"


def test_what_she_wrote_over_is_in_it_until_the_day_is_over() -> None:
    woman = begun()
    for minute, line in enumerate(("written over", "stays")):
        save_day(woman, NOON.date(), DaySaid(3, line=line), NOON + timedelta(minutes=minute))
    assert everything(woman)["days"][0]["before"]["line"] == "written over"
    tidy(NOON + timedelta(hours=11))
    assert "written over" in str(everything(woman))
    tidy(NOON + timedelta(hours=13))
    assert "written over" not in str(everything(woman))
    assert "stays" in str(everything(woman))


@pytest.mark.parametrize("line", ["=1+1", "+31 6", "-2", "@home", "\tx"])
def test_no_line_of_hers_is_run_by_a_spreadsheet(line: str) -> None:
    woman: Woman = begun()
    save_day(woman, NOON.date(), DaySaid(3, line=line), NOON)
    (day,) = csv.DictReader(io.StringIO(as_csv(woman, "days").removeprefix("\ufeff")))
    assert day["line"] == f"'{line}"
