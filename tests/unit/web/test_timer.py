from __future__ import annotations

import json
import re

from carrywell.app.engine import open_engine
from carrywell.model.timer import Phase
from carrywell.web.timer import timer
from tests.lib.tree import ROOT

VOICE = open_engine().voice()
SCRIPT = (ROOT / "src" / "carrywell" / "web" / "assets" / "timer.js").read_text(encoding="utf-8")


def test_the_page_carries_what_is_counted_and_every_word_of_it() -> None:
    told = timer((Phase("ready", 5), Phase("move", 3, 1, 1), Phase("hold", 2, 1, 1)), VOICE)
    assert told is not None
    assert json.loads(told.phases) == [["ready", 5, 0, 0], ["move", 3, 1, 1], ["hold", 2, 1, 1]]
    words = json.loads(told.words)
    assert {"ready", "move", "hold", "done", "start", "pause", "go_on"} <= set(words)
    assert words["set_of"].count("{") == 4


def test_steps_bring_their_sentences() -> None:
    told = timer((Phase("step", 60, 0, 1),), VOICE, ("Stroke up.",))
    assert told is not None
    assert json.loads(told.words)["steps"] == ["Stroke up."]


def test_where_nothing_is_counted_there_is_no_timer() -> None:
    assert timer((), VOICE) is None


def test_every_word_that_the_script_asks_for_is_there() -> None:
    told = timer((Phase("ready", 5),), VOICE)
    assert told is not None
    asked = set(re.findall(r'words\[[^\]]*?"(\w+)"[^\]]*\]', SCRIPT)) | {"pause", "start", "go_on", "set_of", "time_of"}
    assert asked <= set(json.loads(told.words))


def test_no_sentence_stands_in_the_script() -> None:
    code = re.sub(r"//.*|/\*.*?\*/", "", SCRIPT, flags=re.DOTALL)
    assert re.findall(r'"[^"]*[a-z] [a-z][^"]*"', code) == []
