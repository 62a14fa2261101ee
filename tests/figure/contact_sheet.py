"""`make docs`: every picture at four times of her weeks, as pages and pictures to look at, in build/contact-sheet.

The exercises with start and end beside each other in one frame; one page for every other group of poses; the standing
figure with its targets; and one page in the dark. Pictures are taken where Debian's chromium is there.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from carrywell.app.engine import open_engine
from carrywell.figure.draw import Scene, compose, draw, english, frame
from carrywell.figure.proportions import Body
from carrywell.figure.regions import tap_picture
from carrywell.figure.render import svg
from carrywell.model.case import About
from carrywell.model.exercise import Exercise
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
    groups = sorted({pose.group for pose in POSES.values()} - {"exercise"})
    pages = {group: _page(_rows(_of_group(group)), LIGHT) for group in groups}
    pages["exercise"] = _page(_exercises(), LIGHT)
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


def _exercises() -> Iterable[str]:
    """Each in the weeks in which it is done, start and end in turn; then the poses of none."""
    exercises = sorted(open_engine().knowledge.exercises.values(), key=lambda one: (one.group, one.id))
    for exercise in exercises:
        poses = (POSES[exercise.start_pose], POSES[exercise.end_pose])
        bodies = [body for body in BODIES.values() if _is_for(exercise, body)]
        yield _pairs(poses, bodies, f"{exercise.id}: {english(exercise.name)}")
    used = {name for one in exercises for name in (one.start_pose, one.end_pose)}
    yield from _rows(pose for pose in _of_group("exercise") if pose.id not in used)


def _is_for(exercise: Exercise, body: Body) -> bool:
    about = About(weeks_pregnant=body.weeks_pregnant, weeks_postpartum=body.weeks_postpartum)
    suits = all(POSES[name].suits(body.weeks_pregnant) for name in (exercise.start_pose, exercise.end_pose))
    return suits and (open_engine().knowledge.stage_of(about) in exercise.stages or not about.pregnant)


def _pairs(poses: tuple[Pose, Pose], bodies: list[Body], label: str) -> str:
    box = frame(poses, bodies)
    drawn = [draw(pose, body, within=box, width=round(box.across * PIXELS_A_CM)) for body in bodies for pose in poses]
    return f'<figure style="margin:0">{"".join(drawn)}<figcaption>{escape(label)}</figcaption></figure>'


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
