"""`python -m tests.figure.contact_sheet DIR`: every pose at four times of her weeks, as pages and pictures to look at.

One page a group of poses, on light paper; the standing figure with its targets; and one page in the dark. Pictures are
taken where Debian's chromium is there.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from carrywell.figure.draw import Scene, compose, english
from carrywell.figure.regions import tap_picture
from carrywell.figure.render import svg
from carrywell.model.pose import Pose
from tests.lib.browser import chromium
from tests.lib.figure import BODIES, POSES

PIXELS_A_CM = 1.75
LIGHT = "background:#faf6ef;color:#22303a"
DARK = (
    "background:#161d21;color:#e9e3d6;--figure-skin:#2b363c;--figure-skin-far:#232c31;--figure-clothes:#3f5a5c;"
    "--figure-clothes-far:#2f4446;--figure-hair:#5a6a73;--figure-prop:#20292e;--figure-prop-soft:#273238;"
    "--figure-belt:#7fc4c4;--figure-baby:#5a5138;--figure-hand:#6a5f40"
)
IN_THE_DARK = (
    "standing", "walking", "sitting_supported", "lying_left_pillows", "all_fours", "bridge_start", "clam_end",
    "lift_floor_better", "carry_baby_front", "feeding_supported", "pram_right", "massage_strokes",
)  # fmt: skip
TARGETS = "<style>.sites{fill:#b3261e;fill-opacity:.16;stroke:#b3261e;stroke-width:4}</style>"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pages = {group: _page(_rows(_of_group(group)), LIGHT) for group in sorted({pose.group for pose in POSES.values()})}
    pages["targets"] = _page([TARGETS, *_targets()], LIGHT)
    pages["dark"] = _page(_rows(POSES[name] for name in IN_THE_DARK), DARK)
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    if shutil.which("chromium"):
        _take(folder, pages)
    print(f"{len(pages)} pages in {folder}")


def _of_group(group: str) -> list[Pose]:
    return sorted((pose for pose in POSES.values() if pose.group == group), key=lambda pose: pose.id)


def _page(rows: Iterable[str], look: str) -> str:
    style = "margin:12px;font:12px sans-serif;display:flex;flex-wrap:wrap;gap:10px 28px;align-items:flex-end"
    return f'<!doctype html><meta charset="utf-8"><body style="{style};{look}">{"".join(rows)}'


def _rows(poses: Iterable[Pose]) -> Iterable[str]:
    for pose in poses:
        for view in pose.views:
            bodies = [body for body in BODIES.values() if pose.suits(body.weeks_pregnant)]
            yield _row(pose, [compose(pose, body, view) for body in bodies], f"{pose.id}, {view}")


def _row(pose: Pose, scenes: list[Scene], label: str) -> str:
    box = scenes[0].box
    for scene in scenes[1:]:
        box = box.joined(scene.box)
    words, width = (english(pose.name), english(pose.alt)), round(box.across * PIXELS_A_CM)
    drawn = "".join(svg(scene.marks, box, *words, width=width) for scene in scenes)
    return f'<figure style="margin:0">{drawn}<figcaption>{escape(label)}</figcaption></figure>'


def _targets() -> Iterable[str]:
    for body in (BODIES["12 weeks"], BODIES["36 weeks"]):
        yield tap_picture(POSES["standing"], body, "front", "Front", "Her front, and where to tap", width=420)
        yield tap_picture(POSES["standing"], body, "back", "Back", "Her back, and where to tap", width=420)


def _take(folder: Path, pages: Iterable[str]) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1800, "height": 1200})
        for name in pages:
            page.goto((folder / f"{name}.html").absolute().as_uri())
            page.screenshot(path=folder / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
