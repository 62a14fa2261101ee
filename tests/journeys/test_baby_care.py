"""The pages on the care of a baby: the better and the harder way beside each other, drawn in one frame."""

from __future__ import annotations

import pytest

from carrywell.app.baby_tasks import baby_tasks
from carrywell.app.engine import open_engine
from tests.lib.browser import DESK
from tests.lib.walker import Walker

TASKS = [task.id for task in baby_tasks(open_engine().knowledge)]


def test_from_the_list_she_comes_to_each_task_and_on_to_the_others(she: Walker) -> None:
    page = she.page
    page.goto(f"{she.site}/baby-care")
    names = page.locator("main li a").all_inner_texts()
    assert len(names) == len(TASKS)
    page.get_by_role("link", name=names[0], exact=True).click()
    assert page.locator("h1").inner_text() == names[0]
    assert page.locator("main a.cw-alone").all_inner_texts() == names[1:]


@pytest.mark.parametrize("name", TASKS)
def test_each_way_is_drawn_named_and_said(she: Walker, name: str) -> None:
    page = she.page
    page.goto(f"{she.site}/baby-care/{name}")
    for way in page.locator(".cw-way").all():
        assert way.locator("svg[role=img] title").count() == 1
        assert way.locator("h2").inner_text()
        assert way.locator("p").count() == 2
    sources = page.locator("main > details .cw-sources a")
    assert sources.count() >= 1, "what is said of the ways has its sources beside it"
    kinds = set(page.locator(".cw-way__kind").all_inner_texts())
    assert len(kinds) == 2, "a better way needs a harder one beside it"


def test_at_a_desk_the_two_ways_stand_side_by_side_in_one_frame(she: Walker) -> None:
    page = she.page
    page.set_viewport_size(DESK)
    page.goto(f"{she.site}/baby-care/nappies")
    boxes = [box for svg in page.locator(".cw-way svg").all() if (box := svg.bounding_box())]
    assert len({round(box["y"]) for box in boxes}) == 1
    assert len({round(box["width"]) for box in boxes}) == 1


def test_a_task_that_does_not_exist_is_said_so(she: Walker) -> None:
    page = she.page
    answer = page.goto(f"{she.site}/baby-care/juggling")
    assert answer is not None
    assert answer.status == 404
