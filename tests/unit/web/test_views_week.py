"""Her week on the page: planned, changed, told of, and taken along; and an exercise of it, or why it is not for her."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape

import pytest
from django.http import HttpResponse

from carrywell.app.engine import open_engine
from carrywell.app.her_week import her_week
from carrywell.model.case import Case
from carrywell.model.wishes import Wishes
from carrywell.web.state import State, read_state
from tests.lib.cases import all_no, also, postpartum, pregnant
from tests.lib.posts import client, sends

ENGINE = open_engine()
EXERCISES = ENGINE.knowledge.exercises
TODAY = date(2026, 11, 20)
CALM = all_no(pregnant(24, sites=["low_back"], worse_with=["lifting"], better_with=["rest"], history=["desk_work"]))
LATE = all_no(pregnant(34, sites=["low_back"], worse_with=["lifting"], better_with=["rest"]))
SORE = all_no(pregnant(24, sites=["pubic_bone"], worse_with=["parting_legs"]))
MOTHER = all_no(postpartum(30, sites=["low_back"], ended="birth", birth="vaginal", baby_with_me="yes"))
LOSS = all_no(postpartum(30, sites=["low_back"], ended="loss"))
URGENT = also(CALM, heavy_bleeding="yes")
UNASKED = pregnant(24, sites=["low_back"], worse_moving_better_rest="yes")


@pytest.fixture(autouse=True)
def _on_this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carrywell.web.views_week.today", lambda: TODAY)


def posts(case: Case, carry: Wishes | None = None, weeks_on: int = 0, **fields: object) -> HttpResponse:
    state = State(case, ("pregnant",), carry or Wishes(), weeks_on).dump()
    return client().post("/check", {"page": "week", "state": state} | fields)


def text(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


def carried(answer: HttpResponse) -> State:
    found = re.search(r'name="state" value="([^"]*)"', answer.content.decode())
    assert found
    return read_state(unescape(found[1]), ENGINE)


def opened(case: Case, name: str) -> str:
    return text(posts(case, exercise=name))


def test_from_the_result_she_comes_to_her_week() -> None:
    result = text(sends("result", CALM, ("pregnant",)))
    assert 'name="week"' in result
    week = sends("result", CALM, ("pregnant",), week="1")
    assert week.status_code == 200
    assert week["Cache-Control"] == "private, max-age=0"
    assert '<h1 class="nhsuk-heading-l">Your week</h1>' in text(week)


def test_the_page_holds_the_whole_week_and_why_each_thing_is_in_it() -> None:
    page, week = text(posts(CALM)), her_week(ENGINE, CALM, Wishes()).week
    assert week is not None
    for goal in week.goals:
        assert goal.says.english in page
    for planned in week.exercises:
        assert planned.exercise.name.english in page
        assert planned.exercise.benefit.english in page
        for other in planned.instead:
            assert f'name="swap-{planned.exercise.id}" value="{other.id}"' in page
    for filled in week.parts:
        for one in filled.chosen:
            assert one.advice.says.english in page
            assert one.advice.benefit.english in page
    assert week.activity is not None
    assert f"{week.activity.per_day.weekly} minutes this week" in page


def test_back_leads_to_the_result_and_answers_stay() -> None:
    back = posts(CALM, result="1")
    assert 'data-level="self_care"' in text(back)
    assert carried(back).case == CALM


@pytest.mark.parametrize("case", [CALM, SORE, UNASKED], ids=("calm", "sore", "unasked"))
def test_an_exercise_is_shown_with_steps_only_where_her_answers_open_it(case: Case) -> None:
    open_to_her = her_week(ENGINE, case, Wishes()).open
    for name, exercise in EXERCISES.items():
        page = opened(case, name)
        assert ("<svg" in page) is (name in open_to_her), name
        assert all(step.english in page for step in exercise.steps) is (name in open_to_her), name
        offered = set(re.findall(r'name="exercise" value="(\w+)"', page))
        assert offered <= set(open_to_her), name


@pytest.mark.parametrize("case", [LATE, SORE, MOTHER, URGENT], ids=("late", "sore", "mother", "urgent"))
def test_her_week_leads_only_to_what_is_open_to_her(case: Case) -> None:
    hers, page = her_week(ENGINE, case, Wishes()), text(posts(case))
    shown = set(re.findall(r'name="exercise" value="(\w+)"', page))
    rather = {name for name in re.findall(r'name="swap-\w+" value="(\w+)"', page) if name in EXERCISES}
    assert shown | rather <= set(hers.open)


def test_a_closed_exercise_says_what_she_said_against_it() -> None:
    page = opened(SORE, "clam")
    assert "Not for you now" in page
    assert "Soreness at the pubic bone." in page
    assert "It is not meant for your weeks." in opened(CALM, "curl_up")


def test_what_was_not_asked_is_no_reason_but_an_open_question() -> None:
    page = opened(UNASKED, "clam")
    assert "These need a clear no to a question" in page
    assert "You are bleeding" not in page
    assert 'name="fit"' in text(posts(UNASKED))


def test_an_open_exercise_shows_how_much_of_it_is_hers_and_when_to_stop() -> None:
    week = her_week(ENGINE, CALM, Wishes()).week
    assert week is not None
    first = week.exercises[0].exercise
    page = opened(CALM, first.id)
    assert "New this week." in page
    assert first.stop.english in page
    assert "call emergency services" in page
    assert "data-timer" in page


def test_her_walk_is_timed_by_her_minutes() -> None:
    week = her_week(ENGINE, CALM, Wishes()).week
    assert week is not None
    assert week.activity is not None
    spell = min(week.activity.per_day.minutes, week.activity.ladder.spell_minutes or 60)
    assert f'["go",{spell * 60},0,0]' in opened(CALM, "walk")


def test_after_a_loss_neither_baby_nor_bump_is_spoken_of() -> None:
    week = her_week(ENGINE, LOSS, Wishes()).week
    assert week is not None
    pages = [text(posts(LOSS)), *(opened(LOSS, one.exercise.id) for one in week.exercises)]
    for page in pages:
        main = re.sub(r'<a href="http[^>]*>.*?</a>', "", page.partition("<main")[2].partition("</main>")[0])
        assert (
            re.search(r"\b(bab(y|ies)|newborn|bump|nappy|pram)\b", re.sub(r"<[^>]*>", " ", main), re.IGNORECASE) is None
        )


def test_care_comes_first() -> None:
    page = text(posts(URGENT))
    assert "Have this looked at first." in page
    assert "data-timer" not in page
    assert "<svg" not in page
    assert 'name="went"' not in page


def test_wishes_change_the_week_and_travel_on() -> None:
    answer = posts(CALM, wishes="1", things=["pool"], minutes_a_day="15", days=["mon", "wed"])
    assert answer.status_code == 200
    assert carried(answer).wishes == Wishes(things=("pool",), minutes_a_day=15, days=("mon", "wed"))
    assert text(answer) != text(posts(CALM))


def test_a_wrong_number_is_said_beside_its_field_and_what_she_typed_stays() -> None:
    answer = posts(CALM, Wishes(minutes_a_day=30), wishes="1", minutes_a_day="500", things=["ball"])
    page = text(answer)
    assert answer.status_code == 422
    assert "Enter a whole number from 10 to 180" in page
    assert 'value="500"' in page
    assert carried(answer).wishes == Wishes(minutes_a_day=30)


def test_what_she_leaves_out_is_out_and_can_come_back() -> None:
    week = her_week(ENGINE, CALM, Wishes()).week
    assert week is not None
    first = week.exercises[0].exercise.id
    without = posts(CALM, **{f"swap-{first}": "out"})
    assert f'name="exercise" value="{first}"' not in text(without)
    again = posts(CALM, carried(without).wishes, bring_back=first)
    assert f'name="exercise" value="{first}"' in text(again)


def test_the_next_week_follows_from_how_this_one_went() -> None:
    answer = posts(CALM, went="1", **{"went-walk": "fine", "helped": ["walk"]})
    state = carried(answer)
    assert state.weeks_on == 1
    assert state.wishes.last_week is not None
    assert state.wishes.last_week.activity is not None
    assert (state.wishes.last_week.activity.went, state.wishes.last_week.activity.helped) == ("fine", "yes")
    page = text(answer)
    assert "Week 2: 25 weeks pregnant" in page
    assert "Five minutes more a day than last week." in page
    assert "do the check again first" in page
    assert carried(posts(CALM, state.wishes, 1, afresh="1")) == State(CALM, ("pregnant",))


def test_answers_given_anew_begin_the_weeks_anew_and_keep_her_wishes() -> None:
    state = State(CALM, ("pregnant",), Wishes(things=("ball",)), 3)
    assert state.with_page("where", LATE) == State(LATE, ("pregnant", "where"), Wishes(things=("ball",)))


def test_the_calendar_holds_this_week_and_says_nothing_of_her() -> None:
    answer = client().post("/calendar", {"state": State(CALM, ("pregnant",)).dump()})
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="carrywell-week-2026-11-20.ics"'
    assert answer["Cache-Control"] == "no-store"
    ics = answer.content.decode()
    days = set(re.findall(r"DTSTART;VALUE=DATE:(\d+)", ics))
    assert min(days) >= "20261120"
    assert max(days) <= "20261126"
    assert not re.search(r"pregnan|pain", ics, re.IGNORECASE)


@pytest.mark.parametrize("state", ["", "{}", State(URGENT, ("pregnant",)).dump()])
def test_without_a_week_there_is_no_calendar(state: str) -> None:
    assert client().post("/calendar", {"state": state}).status_code == 400


@pytest.mark.parametrize(
    "changed",
    [
        {"weeks_on": -1},
        {"weeks_on": 99},
        {"weeks_on": 1.5},
        {"weeks_on": True},
        {"wishes": {"likes": ["somersault"]}},
        {"wishes": {"minutes_a_day": 5000}},
        {"wishes": []},
        {"wishes": {"last_week": {"exercises": {"walk": {}}}}},
    ],
    ids=str,
)
def test_what_the_page_did_not_write_is_refused(changed: dict[str, object]) -> None:
    state = json.loads(State(CALM, ("pregnant",)).dump()) | changed
    assert client().post("/check", {"page": "week", "state": json.dumps(state)}).status_code == 400


def test_neither_without_answers_nor_for_an_unknown_exercise_is_there_a_page() -> None:
    assert client().post("/check", {"page": "week", "state": ""}).status_code == 400
    assert posts(CALM, exercise="somersault").status_code == 400


def test_wishes_come_back_as_they_went() -> None:
    wishes = Wishes(things=("pool",), minutes_a_day=20, days=("mon",), likes=("clam",), dislikes=("tra",))
    done = carried(posts(CALM, wishes, went="1"))
    assert read_state(done.dump(), ENGINE) == done
    assert done.wishes.likes == ("clam",)
