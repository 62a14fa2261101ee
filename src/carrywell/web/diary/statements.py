"""The statements of what every woman does every day, written out: who she is, and one entry of her diary.

Django puts a query together anew for each request, which costs several times what the database needs to answer it
(docs/explanation/speed.md). Everything else in the diary is asked through the models.
"""

# ruff: noqa: S608  only names of tables and columns are put in; values go beside a statement

from __future__ import annotations

import json
from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import connection, models

from carrywell.web.diary.models import Access, Day, Woman

SAID = ("pain_now", "pain_worst", "sites", "did", "line")
_LISTS = ("sites", "did")
_DAY, _ACCESS, _WOMAN, _SESSION = (model._meta.db_table for model in (Day, Access, Woman, Session))

_NOTE = f"INSERT INTO {_ACCESS} (woman_id, at, what) VALUES (%s, %s, %s)"
_READ = f"SELECT at, {', '.join(SAID)} FROM {_DAY} WHERE woman_id = %s AND day = %s"
_FORGET = f"UPDATE {_DAY} SET before = '{{}}' WHERE woman_id = %s AND at < %s AND before <> '{{}}'"
_OPEN = f"SELECT session_data FROM {_SESSION} WHERE session_key = %s AND expire_date > %s"
_COLUMNS = ("id", "woman_id", "day", "at", *SAID, "before")
_WRITE = (
    f"INSERT INTO {_DAY} ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))}) "
    f"ON CONFLICT (woman_id, day) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[3:])}"
)
# A statement of PostgreSQL must not change a row twice: the day that is written is not forgotten as well.
_ALL_AT_ONCE = (
    f"WITH written AS ({_WRITE} WHERE {_DAY}.at = %s RETURNING 1), forgotten AS ({_FORGET} AND day <> %s) "
    f"INSERT INTO {_ACCESS} (woman_id, at, what) SELECT %s, %s, %s FROM written"
)


def note_access(woman_id: int, what: str, at: datetime) -> None:
    _run(_NOTE, woman_id, at, what)


def said_of(woman_id: int, day: date) -> tuple[datetime | None, dict[str, Any] | None]:
    """When she said what of a day; None where she said nothing."""
    row = _first(_READ, woman_id, day)
    if row is None:
        return None, None
    said = dict(zip(SAID, row[1:], strict=True))
    return row[0], said | {name: json.loads(said[name]) for name in _LISTS}


def forget_before(woman_id: int, at: datetime) -> None:
    """What she wrote over on an earlier day than `at`. What is forgotten already is not written anew."""
    _run(_FORGET, woman_id, _begin_of(at))


def _begin_of(at: datetime) -> datetime:
    return datetime.combine(at.date(), time())


def write_day(
    woman_id: int, day: date, at: datetime, said: dict[str, Any], before: dict[str, Any] | None, read: datetime | None
) -> bool:
    """The one entry of the day, made or put in place of the earlier word, noted as an access, and what was written over
    on earlier days forgotten. PostgreSQL does all of it in one statement, which is a transaction of its own: False, and
    no entry, where the day is no longer as it was `read` (its moment). SQLite lets nobody come between.
    """
    values = [json.dumps(said[name]) if name in _LISTS else said[name] for name in SAID]
    entry = (uuid4(), woman_id, day, at, *values, None if before is None else json.dumps(before))
    noted, forgotten = (woman_id, at, "day"), (woman_id, _begin_of(at))
    if connection.vendor == "postgresql":
        return _run(_ALL_AT_ONCE, *entry, read, *forgotten, day, *noted) == 1
    _run(_NOTE, *noted)
    _run(_FORGET, *forgotten)
    return _run(_WRITE, *entry) == 1


def session_data(key: str, at: datetime) -> str | None:
    """What a session holds, sealed; None for one that is gone or ran out before `at`."""
    row = _first(_OPEN, key, at)
    return None if row is None else row[0]


def user_with_woman(user_id: Any) -> Any | None:
    """An account together with its diary, which `user.woman` then finds without asking again."""
    row = _first(_account(), user_id)
    if row is None:
        return None
    model = get_user_model()
    names = _names(model)
    user, woman = model.from_db(connection.alias, names, row[: len(names)]), _woman(row[len(names) :])
    of_woman = Woman._meta.get_field("user")
    of_woman.remote_field.set_cached_value(user, woman)
    if woman is not None:
        of_woman.set_cached_value(woman, user)
    return user


@cache
def _account() -> str:
    model = get_user_model()
    columns = ", ".join([f"u.{name}" for name in _names(model)] + [f"w.{name}" for name in _names(Woman)])
    table, key = model._meta.db_table, model._meta.pk.column
    return f"SELECT {columns} FROM {table} u LEFT JOIN {_WOMAN} w ON w.user_id = u.{key} WHERE u.{key} = %s"


def woman_of_this_machine() -> Woman | None:
    """The one diary that belongs to no account."""
    row = _first(f"SELECT {', '.join(_names(Woman))} FROM {_WOMAN} WHERE user_id IS NULL")
    return None if row is None else _woman(row)


def _woman(row: tuple[Any, ...]) -> Woman | None:
    return None if row[0] is None else Woman.from_db(connection.alias, _names(Woman), row)


@cache
def _names(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


def _run(statement: str, *values: Any) -> int:
    """The number of rows that it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [_as_stored(value) for value in values])
        return int(cursor.rowcount)


def _first(statement: str, *values: Any) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [_as_stored(value) for value in values])
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


def _as_stored(value: Any) -> Any:
    """As the models store it: SQLite has no type of its own for a moment, a day and an id."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value
