"""The pages "What loads my back": words first, the numbers of the command, honest where nobody measured, no limit."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from click.testing import CliRunner

from carrywell.app.engine import open_engine
from carrywell.app.load import load_of
from carrywell.app.load_list import group_of, grouped, with_a_baby
from carrywell.cli.main import main
from carrywell.model.case import About, Case
from carrywell.model.posture_parts import PostureAbout
from carrywell.web import load_pages
from carrywell.web.load_presenter import better_way, in_words
from carrywell.web.state import State
from tests.lib.posts import client

ENGINE = open_engine()
TASKS = ENGINE.knowledge.load_tasks


def opened(task: str, **sent: object) -> str:
    answer = client().get(f"/load/{task}", sent)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def hers(task: str, about: About, **sent: str) -> str:
    state = State(Case(about=about), ("pregnant",)).dump()
    answer = client().post(f"/load/{task}", {"state": state, "page": "result"} | sent)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def bars(page: str) -> list[dict[str, float]]:
    """What the bars are drawn from, this way first."""
    found = re.findall(r'data-low="([\d.]+)" data-middle="([\d.]+)" data-high="([\d.]+)"', page)
    return [dict(zip(("low", "middle", "high"), map(float, each), strict=True)) for each in found]


def commanded(*arguments: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(CliRunner().invoke(main, ["load", *arguments, "--json"]).stdout)
    ends = {end: told[end]["relative_to_standing"] for end in ("low", "high")}
    return {"middle": told["relative_to_standing"]} | ends


def test_the_bars_are_the_numbers_of_the_command() -> None:
    page = opened("nappy_bed", when="pregnant", weeks=30, height=60, reach=45)
    height = ("--weeks", "30", "--working-height", "60", "--reach", "45")
    assert bars(page) == [commanded("nappy_bed", *height), commanded("nappy_table", "--weeks", "30")]


def test_with_a_load_of_her_choice_too() -> None:
    page = opened("mopping_bent", weeks=12, load=4)
    load = ("--weeks", "12", "--load", "4")
    assert bars(page) == [commanded("mopping_bent", *load), commanded("mopping_upright", *load)]


def test_another_height_changes_this_way_and_not_the_other() -> None:
    low, high = bars(opened("nappy_bed", height=50)), bars(opened("nappy_bed", height=90))
    assert low[0]["middle"] > high[0]["middle"]
    assert low[1] == high[1]


def test_words_stand_before_bar_and_newtons_last_and_folded() -> None:
    page = opened("child_floor_bent")
    fold = page.index("Numbers for experts")
    assert page.index("your own standing.") < page.index('class="cw-bar"') < page.index("depends on most") < fold
    assert page.index(" N (") > fold
    assert "<details" in page[fold - 200 : fold]


@pytest.mark.parametrize(
    ("share", "word"),
    [(0.29, "quarter"), (0.96, "same"), (1.6, "half_more"), (2.05, "twice"), (3.26, "three_more"), (9, "more")],
)
def test_a_share_is_said_by_the_nearest_plain_word(share: float, word: str) -> None:
    assert in_words(share) == word


@pytest.mark.parametrize(
    ("task", "says"),
    [
        ("mopping_bent", "No one has measured this in pregnancy, nor at any other time."),
        ("nappy_bed", "Something close to this was measured, not this. No one has measured this in pregnancy."),
        ("sitting_slumped", "The load was measured in a few people. No one has measured this in pregnancy."),
    ],
)
def test_what_checks_a_number_is_said(task: str, says: str) -> None:
    assert says in opened(task)


@pytest.mark.parametrize("task", ["mopping_bent", "lying_back", "walking", "bag_one_hand"])
def test_load_is_not_pain_and_no_number_is_a_limit(task: str) -> None:
    page = opened(task)
    assert "Load is not pain." in page
    assert "No number here is a limit for you." in page


def test_lying_flat_late_in_pregnancy_is_not_drawn() -> None:
    assert "<svg xmlns" in opened("lying_back", weeks=12)
    late = opened("lying_back", weeks=30)
    assert "<svg xmlns" not in late
    assert "There is no picture of this" in late


def test_a_way_that_is_not_for_everyone_says_for_whom_it_is_not() -> None:
    assert "Soreness at the pubic bone." in opened("machine_kneeling")
    assert "Soreness at the pubic bone." not in opened("machine_bent", part="this")


def test_the_way_beside_it_is_one_for_everyone_where_there_is_one() -> None:
    better = better_way(ENGINE.knowledge, TASKS["laundry_floor"])
    assert better is not None
    assert better.id == "laundry_table"
    assert better_way(ENGINE.knowledge, TASKS["standing"]) is None


def test_a_part_of_the_page_is_what_the_page_has() -> None:
    whole = opened("nappy_bed", weeks=20)
    this, less = (opened("nappy_bed", weeks=20, part=part) for part in ("this", "less"))
    assert bars(this) + bars(less) == bars(whole)
    assert "<html" not in this + less
    assert bars(opened("standing", part="less")) == []


def test_from_her_result_it_is_worked_out_with_her_height_and_weight() -> None:
    about = About(weeks_pregnant=30, height_cm=180, weight_kg=95, weight_before_pregnancy_kg=82)
    page = hers("nappy_bed", about)
    found = load_of(ENGINE, "nappy_bed", about, None, 55.0, 40.0).found
    assert bars(page)[0]["middle"] == round(found.middle["relative_to_standing"], 4)
    assert "the height and weight you gave" in page
    assert "a woman of middle size" in opened("nappy_bed")


def test_numbers_of_a_body_that_do_not_go_together_are_left_aside() -> None:
    page = hers("standing", About(weeks_pregnant=38, height_cm=180, weight_kg=60, weight_before_pregnancy_kg=130))
    assert bars(page)[0]["middle"] == 1


def test_after_a_loss_no_way_with_a_baby_is_named() -> None:
    about = About(weeks_postpartum=3, ended="loss")
    links = re.findall(r'formaction="/load/(\w+)"', hers("child_front", about))
    assert links
    assert [name for name in links if with_a_baby(TASKS[name])] == []
    assert 'href="/load"' not in hers("child_front", about), "the list names babies"


def test_the_list_has_every_task_once() -> None:
    page = client().get("/load").content.decode()
    assert sorted(re.findall(r'href="/load/(\w+)"', page)) == sorted(TASKS)


def test_every_task_has_its_group() -> None:
    assert {name: group_of(task) for name, task in TASKS.items() if group_of(task) == "other"} == {}


def test_the_list_says_the_middle_of_what_the_page_says() -> None:
    about = PostureAbout(weeks_pregnant=24)
    listed = {each.task.id: each.share for lines in grouped(ENGINE, about).values() for each in lines}
    for name in ("nappy_bed", "walking", "child_hip"):
        found = load_of(ENGINE, name, about).found
        assert listed[name] == pytest.approx(found.middle["relative_to_standing"])


def test_what_does_not_exist_is_said_so() -> None:
    assert client().get("/load/juggling").status_code == 404
    assert client().post("/load/standing", {"state": "damaged"}).status_code == 400
    assert client().post("/load/standing", {"state": ""}).status_code == 400


def test_without_the_body_model_there_is_no_page_and_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'href="/load"' in client().get("/").content.decode()
    load_pages.can_weigh.cache_clear()
    monkeypatch.setattr(load_pages, "find_spec", lambda _name: None)
    try:
        assert 'href="/load"' not in client().get("/").content.decode()
        assert client().get("/load").status_code == 404
        assert client().get("/load/standing").status_code == 404
    finally:
        load_pages.can_weigh.cache_clear()
