"""Where the diary is stored: what an address of a database may look like, and that a wrong one is never quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from carrywell.web.database import DatabaseUrlError, database

FOLDER = Path("somewhere")


def test_without_an_address_it_is_a_file_in_the_folder() -> None:
    found = database("", FOLDER)
    assert found["ENGINE"].endswith("sqlite3")
    assert found["NAME"] == FOLDER / "diary.sqlite3"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("postgresql://anna:se%40cret@db.example:5433/diary", ("anna", "se@cret", "db.example", "5433", "diary")),
        ("postgres://anna@db.example/diary", ("anna", "", "db.example", "", "diary")),
        ("postgresql:///diary?host=/run/postgres&port=5444", ("", "", "/run/postgres", "5444", "diary")),
    ],
)
def test_an_address_is_taken_apart(url: str, parts: tuple[str, ...]) -> None:
    found = database(url, FOLDER)
    assert found["ENGINE"].endswith("postgresql")
    assert tuple(found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")) == parts
    assert found["CONN_HEALTH_CHECKS"] is True


def test_what_stands_after_the_question_mark_goes_to_the_driver() -> None:
    options = database("postgresql://a@b/c?sslmode=verify-full&connect_timeout=9", FOLDER)["OPTIONS"]
    assert (options["sslmode"], options["connect_timeout"]) == ("verify-full", "9")


def test_plans_are_kept_unless_a_pooler_in_between_cannot_keep_them() -> None:
    kept = database("postgresql://a@b/c", FOLDER)["OPTIONS"]
    assert (kept["prepare_threshold"], kept["server_side_binding"]) == (2, True)
    pooled = database("postgresql://a@b/c?prepare_threshold=none", FOLDER)["OPTIONS"]
    assert (pooled["prepare_threshold"], pooled["server_side_binding"]) == (None, False)


@pytest.mark.parametrize(
    "url", ["mysql://a:secret@b/c", "postgresql://a:secret@b", "secret", "postgresql://a:secret@b:x/c"]
)
def test_another_address_is_refused_and_not_quoted(url: str) -> None:
    with pytest.raises(DatabaseUrlError) as refused:
        database(url, FOLDER)
    assert "DATABASE_URL" in str(refused.value)
    assert "secret" not in str(refused.value)
