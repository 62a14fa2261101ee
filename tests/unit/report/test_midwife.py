from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.midwife_report import midwife_report
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.case import Case
from carrywell.model.paper import Paper, Paragraph, Picture, Section
from carrywell.report.midwife import as_text
from carrywell.report.pdf import FONTS, as_pdf

ENGINE = open_engine()
FIRST = """
asked_on: 2026-11-10
about: {weeks_pregnant: 24}
answers: {fever: no, saddle_numbness: no, unsafe_at_home: yes, self_harm_thoughts: yes}
pain: {sites: [low_back], now: 4, worst_week: 6}
"""
LATER = """
asked_on: 2026-11-24
about: {weeks_pregnant: 26}
answers: {fever: unsure, saddle_numbness: no, cannot_walk: yes}
pain: {sites: [low_back, lower_leg], now: 7, worst_week: 9}
"""
ON = date(2026, 11, 25)


def case(text: str) -> Case:
    return read_case_text("case.yaml", text, ENGINE.knowledge)


def told(*texts: str, language: str = "en") -> Paper:
    return midwife_report(ENGINE, ENGINE.voice(language), [case(text) for text in texts], ON, "no")


def section(text: str, title: str) -> list[str]:
    """The lines under a heading of the plain text."""
    after = text.split(f"\n{title.upper()}\n", 1)[1]
    return after.split("\n\n", 1)[0].splitlines()


def test_it_says_what_was_denied_what_was_unsure_and_what_was_yes() -> None:
    lines = section(as_text(told(FIRST, LATER), ENGINE.voice()), "Asked and answered")
    findings = ENGINE.knowledge.findings
    yes, unsure = lines.index("Yes:"), lines.index("Not sure:")
    assert f"- {findings['cannot_walk'].me.english}" in lines[yes:unsure]
    assert lines[unsure + 1] == f"- {findings['fever'].listed.english}"
    [denied] = [line for line in lines if line.startswith("Denied: ")]
    assert findings["saddle_numbness"].line.english in denied  # type: ignore[union-attr]
    assert findings["fever"].ask.english not in denied


def test_each_check_has_its_line_with_day_weeks_level_and_pain() -> None:
    lines = section(as_text(told(FIRST, LATER), ENGINE.voice()), "Over time")
    levels = ENGINE.knowledge.care_levels
    assert lines[1].startswith("10 November 2026 | 24 weeks pregnant | ")
    assert lines[1].endswith(" | 4 | 6")
    assert lines[2] == f"24 November 2026 | 26 weeks pregnant | {levels['emergency_now'].title.english} | 7 | 9"
    assert "Pain from 0 to 10 at 2 checks: 4, 7" in lines


def test_one_check_has_no_course() -> None:
    assert "OVER TIME" not in as_text(told(LATER), ENGINE.voice())


def test_nothing_of_the_private_track_is_on_it() -> None:
    text = as_text(told(FIRST, LATER), ENGINE.voice())
    private = [finding for finding in ENGINE.knowledge.findings.values() if finding.private]
    assert private
    for finding in private:
        for words in (finding.me, finding.ask, finding.line, finding.discreet):
            assert words is None or words.english not in text
    without = as_text(told(FIRST.replace(", unsafe_at_home: yes, self_harm_thoughts: yes", ""), LATER), ENGINE.voice())
    assert text == without


def test_what_counted_only_because_it_was_open_is_said_so() -> None:
    paper = midwife_report(ENGINE, ENGINE.voice(), [case(LATER)], ON, "cautious")
    text = as_text(paper, ENGINE.voice())
    assert "(not sure, or not answered: counts as possible)" in text
    title = ENGINE.knowledge.care_levels["emergency_now"].title.english
    assert f"Level reached: {title}" in text
    silent = midwife_report(ENGINE, ENGINE.voice(), [case("about: {weeks_pregnant: 24}")], ON, "cautious")
    assert "by her answers alone the level is" in as_text(silent, ENGINE.voice())


def test_after_a_loss_no_birth_and_no_baby_is_spoken_of() -> None:
    text = as_text(told("about: {weeks_postpartum: 3, ended: loss}\npain: {sites: [low_back], now: 3}"), ENGINE.voice())
    assert "3 weeks after loss" in text
    assert "birth" not in text.split("WHAT THE PLAN OFFERS")[0].lower()


def test_a_chart_has_its_words_and_a_gap_where_nothing_was_said() -> None:
    silent = "asked_on: 2026-11-17\nabout: {weeks_pregnant: 25}"
    [chart] = [
        block for part in told(FIRST, silent, LATER).sections for block in part.blocks if isinstance(block, Picture)
    ]
    assert f"<title>{chart.alt}</title>" in chart.svg
    assert chart.svg.count("<circle") == 2


def test_a_chart_leaves_as_much_room_between_checks_as_there_was_time() -> None:
    """Else a pain that came back after two months looks like one of the next week."""
    soon, late = FIRST.replace("11-10", "11-12"), LATER.replace("2026-11-24", "2026-12-10")
    [chart] = [
        block for part in told(FIRST, soon, late).sections for block in part.blocks if isinstance(block, Picture)
    ]
    first, second, third = (float(x) for x in re.findall(r'<circle cx="([\d.]+)"', chart.svg))
    assert (second - first) / (third - first) == pytest.approx(2 / 30, abs=0.01)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_pdf_is_tagged_speaks_its_language_and_is_the_same_each_time(language: str) -> None:
    pdf = as_pdf(told(FIRST, LATER, language=language))
    assert pdf.startswith(b"%PDF-")
    assert b"/MarkInfo" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"pdfuaid" in pdf
    assert re.search(rb"/Lang\s*\(" + language.partition("-")[0].encode(), pdf)
    assert pdf == as_pdf(told(FIRST, LATER, language=language))


def test_the_pdf_of_a_few_checks_has_two_sides_at_most() -> None:
    assert _sides(as_pdf(told(FIRST, LATER))) <= 2


def test_markup_in_her_words_stays_text() -> None:
    words = "#panic() $x$ *bold* <script>"
    paper = told(LATER)
    with_note = Paper(paper.language, words, words, (Section(words, (Paragraph(words),)),), (words,))
    assert _sides(as_pdf(with_note)) == 1


def test_every_character_of_every_sentence_is_in_the_fonts() -> None:
    fonttools = pytest.importorskip("fontTools.ttLib")
    shown = {sign for language in ("en", "zh-Hans") for text in _spoken(language) for sign in text}
    known = {}
    for name in ("Sans-Regular", "Sans-Bold", "SansMore-Regular"):  # the last stands in where the others lack a letter
        with fonttools.TTFont(FONTS / f"Carrywell{name}.ttf", lazy=True) as font:
            known[name] = set(font.getBestCmap())
    for name in ("Sans-Regular", "Sans-Bold"):
        both = known[name] | known["SansMore-Regular"]
        assert sorted(sign for sign in shown if ord(sign) not in both and not sign.isspace()) == [], name


def test_what_she_writes_herself_has_a_font_too() -> None:
    """The common characters of Chinese (GB 2312), and the letters of names in Europe."""
    fonttools = pytest.importorskip("fontTools.ttLib")
    known: set[int] = set()
    for path in Path(FONTS).glob("*.ttf"):
        with fonttools.TTFont(path, lazy=True) as font:
            known |= set(font.getBestCmap())
    rows = ((high, low) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    hanzi = [sign for pair in rows if (sign := bytes(pair).decode("gb2312", "ignore"))]
    assert len(hanzi) == 6763
    assert sum(ord(sign) not in known for sign in hanzi) < 40
    assert not [sign for sign in "äöüßéèçñøåłőžšАБВйя" if ord(sign) not in known]


def _spoken(language: str) -> list[str]:
    voice = ENGINE.voice(language)
    return [said.says for said in voice.translations.values()] or [
        text.english for text in ENGINE.knowledge.phrases.values()
    ]


def _sides(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
