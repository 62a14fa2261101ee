"""The page of her day: what makes most of it, the best use of help, and plain words where nothing can be said."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from carrywell.app.day import weigh_day
from carrywell.app.engine import open_engine
from carrywell.body.day import Help
from carrywell.model.case import About, Case
from carrywell.web import my_day
from carrywell.web.state import State
from tests.lib.posts import client, sends

DAY = {"mopping": 30.0, "shopping_bags": 20.0, "lifting_child": 12.0}
NO_HELP = {"help_minutes": "0", "rest_minutes": "0", "changes": "0"}


def case(day: dict[str, float] | None = None, **about: Any) -> Case:
    return Case(about=About(**({"weeks_pregnant": 30} | about)), day=DAY if day is None else day)


def answered(of: Case, **sent: str) -> HttpResponse:
    return client().post("/my-day", {"state": State(of, ("pregnant",)).dump(), "page": "result"} | sent)


def page(of: Case, **sent: str) -> str:
    answer = answered(of, **sent)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_tasks_stand_by_what_they_make_of_the_day_each_with_its_page() -> None:
    text = page(case())
    shares = [int(share) for share in re.findall(r"(\d+) % of the day's load", text)]
    weighed = weigh_day(open_engine(), case(), Help())
    assert shares == [round(weighed.share(task) * 100) for task in weighed.tasks]
    assert shares == sorted(shares, reverse=True)
    assert re.findall(r'formaction="/load/(\w+)"', text) == [task.ways[0].id for task in weighed.tasks]


def test_with_help_it_says_what_to_hand_over() -> None:
    text = page(case(), **NO_HELP | {"help_minutes": "30"})
    assert "Hand over mopping or scrubbing floors" in text
    assert re.search(r"The day's load falls by \d+ % \(\d+ to \d+ %\)", text)


def test_without_help_it_says_that_nothing_gets_less() -> None:
    text = page(case(), **NO_HELP)
    assert "Hand over" not in text
    assert "With this help nothing gets less." in text


def test_what_may_not_be_for_her_is_left_out_and_said() -> None:
    assert "it is not clear that kneeling or squatting is fine for you" in page(case())


def test_a_wrong_number_stays_beside_its_error() -> None:
    answer = answered(case(), help_minutes="all day", rest_minutes="", changes="1.5")
    text = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert 'value="all day"' in text
    assert "Enter the minutes of help, from 0 to 1440" in text
    assert "Enter a whole number from 0 to 20" in text
    assert "the minutes for breaks, from" not in text


def test_an_empty_day_and_one_too_long_lead_to_the_question() -> None:
    for of, says in ((case({}), "You have not said yet"), (case({"standing_long": 1440, "mopping": 600}), "24 hours")):
        text = page(of)
        assert says in text
        assert 'name="fit"' in text


def test_opened_by_its_address_it_leads_to_the_check() -> None:
    text = client().get("/my-day").content.decode()
    assert "The check comes first." in text
    assert "How many things" not in text


def test_without_a_case_the_form_is_damaged() -> None:
    assert client().post("/my-day", {"state": ""}).status_code == 400


def test_numbers_of_a_body_that_do_not_go_together_are_left_aside() -> None:
    impossible = case(weeks_pregnant=38, height_cm=180, weight_kg=60, weight_before_pregnancy_kg=130)
    assert "of the day's load" in page(impossible)


def test_the_result_leads_to_it_once_her_day_is_known() -> None:
    assert 'formaction="/my-day"' in sends("result", case()).content.decode()
    assert 'formaction="/my-day"' not in sends("result", case({})).content.decode()


def test_without_the_optimum_there_is_no_page_and_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    my_day.can_weigh_day.cache_clear()
    monkeypatch.setattr(my_day, "find_spec", lambda _name: None)
    try:
        assert client().get("/my-day").status_code == 404
        assert 'formaction="/my-day"' not in sends("result", case()).content.decode()
    finally:
        my_day.can_weigh_day.cache_clear()
