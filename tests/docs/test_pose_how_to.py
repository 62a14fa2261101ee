"""The page on adding a pose works when it is followed to the letter, and so does the one that explains the figure."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from carrywell.figure.draw import draw
from carrywell.figure.render import PAINT
from carrywell.knowledge.reader import KB, read_knowledge
from carrywell.model.pose import Arm, Leg, Pose, Prop
from tests.docs.documents import blocks, read
from tests.lib.figure import BODIES
from tests.lib.tree import ROOT

_HOW_TO = ROOT / "docs" / "how-to" / "add-a-pose.md"
_FIGURE = ROOT / "docs" / "explanation" / "figure.md"


def test_a_pose_can_be_added_as_described(tmp_path: Path) -> None:
    kb = shutil.copytree(KB, tmp_path / "kb")
    (example,) = blocks(_HOW_TO, "yaml")
    place = example.kind.partition("=")[2]
    assert not (kb / place).exists(), f"{place} is not made up: it exists"
    (kb / place).write_text(example.text, encoding="utf-8")
    added = read_knowledge(kb).poses["standing_at_a_table"]
    assert all(draw(added, body).startswith("<svg ") for body in BODIES.values())


def test_every_field_that_the_page_names_is_one() -> None:
    fields = {name for part in (Pose, Prop, Leg, Arm) for name in part.model_fields}
    named = set(re.findall(r"^\| `(\w+)`", read(_HOW_TO), re.MULTILINE))
    assert named - fields == set()


def test_every_variable_of_the_style_sheet_is_told() -> None:
    told = set(re.findall(r"`(--figure-[a-z-]+)`", read(_FIGURE)))
    assert told == {variable for variable, _ in PAINT.values()}
