"""Nobody stops asking, drops a warning or sends her elsewhere without writing it down in two places."""

from __future__ import annotations

from carrywell.app.engine import open_engine
from carrywell.model.care import Door
from carrywell.model.stage import Stage
from tests.lib.written_again import AT_STAGES, second_book, written, written_again


def test_both_books_say_the_same() -> None:
    assert sorted(frozenset(written(open_engine().knowledge)) ^ written_again()) == []


def test_the_second_book_names_stages_and_doors_that_there_are() -> None:
    book = second_book()
    stages = {stage for kind in AT_STAGES for group in book[kind] for stage in group["stages"].split()}
    assert stages == {stage.value for stage in Stage}
    assert set(book["doors"]) <= {door.value for door in Door}
