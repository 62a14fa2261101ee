from __future__ import annotations

import sys

import pytest
from rich.cells import cell_len

from carrywell.cli.cells import CellFormatter, say, wrapped

CHINESE = "还疼的时候，把重的、低处的、高处的活交给别人：拖地、吸尘（每次20到30分钟）、倒垃圾。"


@pytest.mark.parametrize("width", range(12, 60, 3))
def test_chinese_lines_fit_and_none_begins_with_the_end_of_a_sentence(width: int) -> None:
    lines = wrapped(CHINESE, width, "· ", "  ").split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert not [line for line in lines if line.strip()[0] in "，。、：）"]
    assert not [line for line in lines if line.endswith("（")]
    assert "".join(line[2:] for line in lines) == CHINESE


def test_english_breaks_between_words() -> None:
    assert wrapped("rest on your side twice a day", 12) == "rest on your\nside twice a\nday"


def test_numbers_and_words_in_chinese_stay_whole() -> None:
    assert wrapped("每次20到30分钟", 6) == "每次20\n到30分\n钟"


def test_a_word_that_fits_no_line_is_cut() -> None:
    assert wrapped("https://example.org/a/b", 12, "", "  ").split("\n") == ["https://ex", "  ample.org/", "  a/b"]


def test_leading_space_and_empty_text_stay() -> None:
    assert wrapped("  – worse", 40) == "  – worse"
    assert wrapped("", 40, "  ") == ""


def test_the_second_column_begins_below_each_other_also_where_names_are_chinese() -> None:
    paper = CellFormatter(width=40)
    paper.write_dl(
        [("选项", "写到这个文件。"), ("--json", "输出给程序用的结果。"), ("--a-name-that-is-much-too-long", "说明。")]
    )
    columns = [cell_len(line[: len(line) - len(line.split()[-1])]) for line in paper.getvalue().splitlines()]
    assert len({columns[0], columns[1], columns[-1]}) == 1


@pytest.mark.parametrize(
    ("somebody_reads", "lines"),
    [(True, ["  还疼的时候，", "  把重的交给别", "  人。"]), (False, ["  还疼的时候，把重的交给别人。"])],
)
def test_lines_are_broken_for_people_and_whole_for_programs(
    somebody_reads: bool, lines: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "14")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: somebody_reads)
    say(["  还疼的时候，把重的交给别人。"])
    assert capsys.readouterr().out.splitlines() == lines
