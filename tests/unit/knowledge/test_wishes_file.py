from __future__ import annotations

from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.wishes_file import read_wishes_file, read_wishes_text

KNOWLEDGE = open_engine().knowledge

WHOLE = """\
things: [ball, pool]
minutes_a_day: 20
days: [mon, thu]
active_minutes_a_week: 60
likes: [aqua, heat_pack]
dislikes: [bird_dog]
last_week:
  activity: {days: 3, minutes_a_day: 15, went: too_hard}
  exercises:
    clam: {step: 1, most: yes, weeks: 2, went: fine, helped: yes}
  tried: [rest_pace]
"""


def test_the_whole_of_it(tmp_path: Path) -> None:
    path = tmp_path / "wishes.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    found = read_wishes_file(path, KNOWLEDGE)
    assert (found.minutes_a_day, found.days, found.likes) == (20, ("mon", "thu"), ("aqua", "heat_pack"))
    assert found.last_week is not None
    assert found.last_week.activity is not None
    assert found.last_week.activity.went == "too_hard"
    assert found.last_week.exercises["clam"].most is True


@pytest.mark.parametrize(("content", "told"), [
    ("likes: [walking]\n", "1:9 unknown id 'walking'; allowed: the ids in exercises/ and advice/"),
    ("dislikes: [walk, run]\n", "1:18 unknown id 'run'"),
    ("last_week:\n  exercises: {plank: {went: fine}}\n", "2:15 unknown exercise 'plank'"),
    ("last_week:\n  exercises: {walk: {went: fine}}\n", "2:15 walk is done by the clock; allowed under"),
    ("last_week: {tried: [nap]}\n", "1:21 unknown id 'nap'; allowed: the ids in advice/"),
    ("minutes: 20\n", "unknown key 'minutes'; allowed: things, minutes_a_day"),
    ("minutes_a_day: 5\n", "minutes_a_day"),
    ("things: [sofa]\n", "'sofa'"),
])  # fmt: skip
def test_a_fault_has_its_place_and_what_is_allowed(content: str, told: str) -> None:
    with pytest.raises(Faulty) as faulty:
        read_wishes_text("wishes.yaml", content, KNOWLEDGE)
    assert told in str(faulty.value)


def test_json_is_read_as_json_only() -> None:
    assert read_wishes_text("w.json", '{\t"things": ["ball"]}', KNOWLEDGE).things == ("ball",)
    with pytest.raises(Faulty, match="not JSON"):
        read_wishes_text("w.json", "things: [ball]", KNOWLEDGE)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "wishes.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Faulty, match="not UTF-8 text"):
        read_wishes_file(path, KNOWLEDGE)
