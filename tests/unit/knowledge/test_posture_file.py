from __future__ import annotations

from pathlib import Path

import pytest

from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.posture_file import read_posture_file

_ROUND_BACK = """\
about: {sex: male, height_cm: 168, weight_kg: 70}
angles: {pelvis_tilt: 25, lumbar_flexion: 50, shoulder_flexion: 70, elbow_flexion: 5}
loads: [{kg: 20, at: both_hands}]
"""


def _written(tmp_path: Path, text: str, name: str = "posture.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_posture_with_the_rest_as_in_standing(tmp_path: Path) -> None:
    read = read_posture_file(_written(tmp_path, _ROUND_BACK))
    assert (read.about.sex, read.angles.lumbar_flexion, read.loads[0].kg) == ("male", 50, 20)
    assert (read.stance, read.level, read.supports, read.angles.twist) == ("standing", "L4/L5", (), 0)


def test_json_too(tmp_path: Path) -> None:
    read = read_posture_file(_written(tmp_path, '{\t"stance": "sitting", "supports": ["backrest"]}', "posture.json"))
    assert (read.stance, read.supports) == ("sitting", ("backrest",))


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("angels: {}\n", "1:1", "unknown key 'angels'; allowed: about, stance, angles"),
        ("stance: standing\nangles: {elbow_flexion: 200}\n", "2:25", "less than or equal to 155"),
        ("angles: {knee: 20}\n", "1:10", "unknown key 'knee'; allowed: pelvis_tilt"),
        ("loads: [{kg: 5, at: head}]\n", "1:21", "allowed: 'both_hands'"),
        ("loads: [{kg: heavy, at: back}]\n", "1:14", "allowed: a valid number"),
        ("level: L3/L4\n", "1:8", "allowed: 'L4/L5' or 'L5/S1'"),
        ("supports: [wall]\n", "1:12", "allowed: 'backrest'"),
        ("about: {weeks_pregnant: 20, weeks_postpartum: 3}\n", "1:8", "at most one of"),
        ("about: {sex: male, weeks_pregnant: 20}\n", "1:8", "does not go with weeks"),
    ],
)
def test_a_fault_says_where_and_what_is_allowed(tmp_path: Path, text: str, place: str, says: str) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(Faulty) as raised:
        read_posture_file(path)
    assert str(raised.value).startswith(f"{path}:{place} ")
    assert says in str(raised.value)


def test_not_text_and_not_json(tmp_path: Path) -> None:
    bad = tmp_path / "posture.yaml"
    bad.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Faulty, match="not UTF-8"):
        read_posture_file(bad)
    with pytest.raises(Faulty, match="not JSON"):
        read_posture_file(_written(tmp_path, "stance: sitting", "posture.json"))
