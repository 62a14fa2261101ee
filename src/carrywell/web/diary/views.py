"""The diary's pages: the home, a day, and taking a day back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carrywell.app.engine import Engine, open_engine
from carrywell.knowledge.faults import Faulty
from carrywell.model.case import SITES, About
from carrywell.web.clock import now, today
from carrywell.web.diary.forms import read_day, read_day_named
from carrywell.web.diary.models import Day, Woman
from carrywell.web.diary.owner import context_of, entered, hers, note_looked, woman_of
from carrywell.web.diary.presenter import earlier_days, home_now, home_page, of_plan
from carrywell.web.diary.store import can_undo, case_of, checks_of, day_of, save_day, undo_day
from carrywell.web.forms.errors import FieldError
from carrywell.web.language import language_of, render, root_of, voice_of
from carrywell.web.presenters import calendar_day
from carrywell.web.tap_picture import tap_pictures


def leads_to(request: HttpRequest, address: str) -> HttpResponse:
    return HttpResponseRedirect(root_of(language_of(request)) + address)


@require_safe
@entered
def home(request: HttpRequest) -> HttpResponse:
    woman = woman_of(request)
    if woman is None:
        return render(request, "diary/not_begun.html", context_of())
    note_looked(request, woman)
    return _home(request, woman)


def _home(
    request: HttpRequest, woman: Woman, typed: QueryDict | None = None, errors: list[FieldError] | None = None
) -> HttpResponse:
    engine, voice, on = open_engine(), voice_of(request), today()
    context = context_of(home=home_page(woman, engine, voice, on), first_heading="h1", earlier=earlier_days(on, voice))
    context |= _day_form(woman, engine, on, typed, errors) | _done(request, woman)
    return render(request, "diary/home.html", context, status=422 if errors else 200)


def _done(request: HttpRequest, woman: Woman) -> dict[str, Any]:
    """What was done just now stands in the address as a day, never as what she said."""
    for what in ("saved", "undone", "undo_not"):
        if (day := read_day_named(request.GET.get(what, ""), today())) is not None:
            entry = day_of(woman, day)
            saved_at = entry.at.isoformat() if what == "saved" and entry and can_undo(entry) else ""
            done = {"done": what, "done_day": calendar_day(day, voice_of(request)), "done_on": day.isoformat()}
            return done | {"saved_at": saved_at}
    return {}


def _day_form(
    woman: Woman, engine: Engine, day: date, typed: QueryDict | None, errors: list[FieldError] | None
) -> dict[str, Any]:
    """What was typed just now, else what she said of the day. Of another day nothing stands ticked."""
    entry, about = day_of(woman, day), _about(woman, engine)
    return {
        "day": day.isoformat(),
        "scale": range(11),
        "sites": SITES,
        "plan": of_plan(woman, engine),
        "said": _typed(typed) if typed is not None else _said(entry),
        "pictures": tap_pictures(engine.knowledge.poses["standing"], about) if about else None,
        "errors": errors or [],
        "errors_by_field": {error.field: error for error in errors or []},
    }


def _typed(typed: QueryDict) -> dict[str, Any]:
    said = {name: typed.get(name, "") for name in ("pain_now", "pain_worst", "line")}
    return said | {name: typed.getlist(name) for name in ("sites", "did")}


def _said(entry: Day | None) -> dict[str, Any]:
    if entry is None:
        return {"pain_now": "", "pain_worst": "", "line": "", "did": [], "sites": []}
    numbers = {name: "" if value is None else str(value) for name, value in _scores(entry)}
    return numbers | {"line": entry.line, "did": entry.did, "sites": entry.sites}


def _scores(entry: Day) -> list[tuple[str, int | None]]:
    return [("pain_now", entry.pain_now), ("pain_worst", entry.pain_worst)]


def _about(woman: Woman, engine: Engine) -> About | None:
    """For the figure to tap on: as she was at her last check that can be read."""
    for kept in reversed(checks_of(woman)):
        try:
            return case_of(kept, engine.knowledge).about
        except Faulty:
            continue
    return None


def _day_or_404(typed: str) -> date:
    day = read_day_named(typed, today())
    if day is None:
        raise Http404
    return day


@require_http_methods(["GET", "HEAD", "POST"])
@hers("looked")
def day(request: HttpRequest, woman: Woman, named: str) -> HttpResponse:
    """One day: shown with what she said, or saved."""
    on, engine = _day_or_404(named), open_engine()
    if request.method == "POST":
        return _save(request, woman, on)
    return _day(request, woman, engine, on)


def _day(
    request: HttpRequest,
    woman: Woman,
    engine: Engine,
    on: date,
    typed: QueryDict | None = None,
    errors: list[FieldError] | None = None,
) -> HttpResponse:
    context = context_of(on=calendar_day(on, voice_of(request)), home=home_now(request, woman)) | _day_form(
        woman, engine, on, typed, errors
    )
    return render(request, "diary/day.html", context, status=422 if errors else 200)


def _save(request: HttpRequest, woman: Woman, on: date) -> HttpResponse:
    engine = open_engine()
    said, errors = read_day(request.POST, engine.knowledge.advice)
    if not errors:
        save_day(woman, on, said, now(), offered=frozenset(request.POST.get("offered", "").split()))
        return leads_to(request, f"/diary?saved={on.isoformat()}")
    if on == today():
        return _home(request, woman, request.POST, errors)
    return _day(request, woman, engine, on, request.POST, errors)


@require_POST
@hers()
def undo(request: HttpRequest, woman: Woman, named: str) -> HttpResponse:
    on = _day_or_404(named)
    if day_of(woman, on) is None:
        raise Http404
    done = "undone" if undo_day(woman, on, request.POST.get("saved_at", ""), now()) else "undo_not"
    return leads_to(request, f"/diary?{done}={on.isoformat()}")
