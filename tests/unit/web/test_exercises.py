"""An exercise opened without a check: it says first for whom it is not, and when to stop."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.exercise_sheet import exercise_sheet
from carrywell.model.rules import names_in
from tests.lib.posts import client

KNOWLEDGE = open_engine().knowledge
NAMES = sorted(KNOWLEDGE.exercises)


@cache
def page(name: str) -> str:
    answer = client().get(f"/exercises/{name}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def gate(name: str) -> str:
    return page(name).partition('id="gate"')[2].partition("</section>")[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_gate_stands_before_pictures_and_steps(name: str) -> None:
    text = page(name)
    assert text.index('id="gate"') < text.index('class="cw-pair') < text.index("How to do it")


@pytest.mark.parametrize("name", NAMES)
def test_the_gate_names_every_reason_against_it(name: str) -> None:
    sheet, said = exercise_sheet(KNOWLEDGE, name), gate(name)
    for at_gate in sheet.gates:
        for line in (*at_gate.not_when, *at_gate.ask_first_when):
            assert line.says.english in said
    own = {fact for when in sheet.exercise.not_when for fact in names_in(when)}
    first_list = said.partition("<ul")[2].partition("</ul>")[0] if own else ""
    assert first_list.count("<li>") == len(own)
    assert not re.search(r"\bis:|_", first_list), "words, not the names of facts"


@pytest.mark.parametrize("name", NAMES)
def test_it_says_when_to_stop_how_much_and_what_it_rests_on(name: str) -> None:
    exercise, text = KNOWLEDGE.exercises[name], page(name)
    stop = text.partition('id="stop"')[2].partition("</section>")[0]
    assert exercise.stop.english in stop
    assert "call emergency services" in stop
    for told in (exercise.begin, *exercise.steps, exercise.easier, *(harder.says for harder in exercise.harder)):
        assert told.english in text
    for source in exercise.sources:
        assert KNOWLEDGE.sources[source].url in text
    assert "No clinician has reviewed" in text


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_start_and_end_each_with_its_own_words(name: str) -> None:
    pictures = re.findall(r"<svg.*?</svg>", page(name), re.DOTALL)
    told = [found[1] for picture in pictures if (found := re.search(r"<desc>(.*?)</desc>", picture))]
    exercise = KNOWLEDGE.exercises[name]
    assert told == [KNOWLEDGE.poses[pose].alt.english for pose in (exercise.start_pose, exercise.end_pose)]
    assert len({re.search(r'viewBox="([^"]*)"', picture)[1] for picture in pictures}) == 1  # type: ignore[index]


@pytest.mark.parametrize("name", NAMES)
def test_its_picture_and_words_are_light(name: str) -> None:
    assert len(page(name).encode()) < 40_000


def test_how_much_is_told_in_words() -> None:
    assert "5 to 10 times on each side, hold 1 second; on 5 to 7 days a week." in page("clam")
    assert "15 to 30 minutes; on 3 to 5 days a week." in page("walk")
    assert "10 times, hold 5 seconds, 3 times a day; every day." in page("pfm")


def test_all_are_on_the_list_under_their_kind() -> None:
    text = client().get("/exercises").content.decode()
    assert sorted(re.findall(r'href="/exercises/(\w+)"', text)) == NAMES
    assert text.index("Pelvic floor") < text.index("/exercises/pfm")


def test_what_there_is_not_is_said() -> None:
    assert client().get("/exercises/somersault").status_code == 404


@pytest.mark.parametrize("address", ["/exercises", "/exercises/clam"])
def test_an_exercise_takes_no_answer(address: str) -> None:
    assert client().post(address, {"weeks_pregnant": "23"}).status_code == 405
    asked, plain = (client().get(address, fields).content.decode() for fields in ({"weeks_pregnant": "36"}, {}))
    assert asked.partition("</main>")[0] == plain.partition("</main>")[0]
