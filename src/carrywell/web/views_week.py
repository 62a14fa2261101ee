"""Her week, and an exercise of it. Both are the answer to a POST: what they rest on travels in the page, and stays
nowhere here.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_POST

from carrywell.app.engine import Engine, open_engine
from carrywell.app.her_week import HerWeek, as_it_went, exercise_for_her, her_week
from carrywell.app.plan_weeks import MOST_WEEKS, can_write_calendars, week_as_calendar
from carrywell.app.steps import may_fit_the_plan
from carrywell.model.case import Case
from carrywell.model.wishes import DAYS, Wishes
from carrywell.web.clock import today
from carrywell.web.exercise_presenter import ExercisePresenter
from carrywell.web.forms.errors import FieldError
from carrywell.web.forms.week import BRING_BACK, SWAP, THINGS, WENT, read_feedback, read_swap, read_wishes, swaps
from carrywell.web.language import render, voice_of
from carrywell.web.state import DamagedStateError, State, read_state
from carrywell.web.week_presenter import WeekPresenter


def week(request: HttpRequest, engine: Engine, state: State, post: QueryDict) -> HttpResponse:
    """Her week as it is, or as what she has just told changes it. DamagedStateError without a case, or for an exercise
    that there is not.
    """
    hers = her_week(engine, _case(state), state.wishes, state.weeks_on)
    if (name := post.get("exercise")) is not None:
        return _exercise(request, engine, state, hers, name)
    if "afresh" in post:
        return _show(request, engine, replace(state, wishes=Wishes(), weeks_on=0))
    if "wishes" in post:
        wishes, errors = read_wishes(post, state.wishes)
        return _show(request, engine, replace(state, wishes=wishes), errors, post if errors else None)
    if any(name == BRING_BACK or name.startswith(SWAP) for name in post):
        wishes = read_swap(post, state.wishes, swaps(hers.week) if hers.week else [])
        return _show(request, engine, replace(state, wishes=wishes))
    if hers.week is not None and "went" in post and state.weeks_on + 1 < MOST_WEEKS:
        done = as_it_went(hers.week, state.wishes.last_week, *read_feedback(post, hers.week))
        wishes = state.wishes.model_copy(update={"last_week": done})
        return _show(request, engine, replace(state, wishes=wishes, weeks_on=state.weeks_on + 1))
    return _show(request, engine, state)


@require_POST
def calendar(request: HttpRequest) -> HttpResponse:
    """This week as a calendar file, from today on."""
    engine = open_engine()
    try:
        state = read_state(request.POST.get("state", ""), engine)
        hers = her_week(engine, _case(state), state.wishes, state.weeks_on)
    except DamagedStateError:
        return render(request, "damaged.html", status=400)
    if hers.week is None:
        return render(request, "damaged.html", status=400)
    text = week_as_calendar(engine, voice_of(request), hers.week, today())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="carrywell-week-{today().isoformat()}.ics"'
    answer["Cache-Control"] = "no-store"
    return answer


def _case(state: State) -> Case:
    if state.case is None:
        raise DamagedStateError("no case")
    return state.case


def _exercise(request: HttpRequest, engine: Engine, state: State, hers: HerWeek, name: str) -> HttpResponse:
    """With its steps and pictures only where it is open to her; else why it is not, and what is."""
    exercise = engine.knowledge.exercises.get(name)
    if exercise is None:
        raise DamagedStateError("exercise")
    found = exercise_for_her(hers, exercise)
    presenter = ExercisePresenter(engine, voice_of(request), gentle=hers.about.ended == "loss")
    context = {"state": state, "page": "week", "exercise": exercise, "instead": found.instead}
    if not found.is_open:
        return render(request, "exercise_closed.html", context | {"why_not": presenter.why_not(found)})
    return render(request, "exercise_hers.html", context | {"it": presenter.for_her(hers, found)})


def _show(
    request: HttpRequest,
    engine: Engine,
    state: State,
    errors: list[FieldError] | None = None,
    typed: QueryDict | None = None,
) -> HttpResponse:
    hers = her_week(engine, _case(state), state.wishes, state.weeks_on)
    presenter = WeekPresenter(engine, voice_of(request), hers)
    context = {
        "state": state,
        "page": "week",
        "errors": errors or [],
        "errors_by_field": {error.field: error for error in errors or []},
        "hers": hers,
        "when": presenter.speak.when(hers.about),
        "week": presenter.page(hers.week) if hers.week else None,
        "level": engine.knowledge.care_levels[hers.found.triage.level],
        "things": THINGS,
        "went": WENT,
        "day_names": DAYS,
        "values": _values(state.wishes, typed),
        "ticked": {
            "things": typed.getlist("things") if typed else state.wishes.things,
            "days": typed.getlist("days") if typed else state.wishes.days,
        },
        "left_at_her_wish": presenter.left_at_her_wish(state.wishes),
        "may_fit": may_fit_the_plan(hers.found.by_answers.speed, state.done),
        "calendar": can_write_calendars(),
        "last": state.weeks_on + 1 >= MOST_WEEKS,
    }
    return render(request, "week.html", context, status=422 if errors else 200)


def _values(wishes: Wishes, typed: QueryDict | None) -> dict[str, object]:
    said = {name: getattr(wishes, name) for name in ("minutes_a_day", "active_minutes_a_week")}
    return {name: typed.get(name, "") if typed else "" if value is None else value for name, value in said.items()}
