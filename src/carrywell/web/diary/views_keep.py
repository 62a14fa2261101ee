"""Keeping a check: she is asked first, and until she agrees nothing is stored; kept checks, looked at and deleted."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from carrywell.app.check_case import check_case
from carrywell.app.diary import fits_in_time
from carrywell.app.engine import Engine, open_engine
from carrywell.knowledge.faults import Faulty
from carrywell.model.case import Case
from carrywell.web.clock import now, today
from carrywell.web.diary.first import kept_of
from carrywell.web.diary.models import Woman
from carrywell.web.diary.owner import context_of, diary_begun, entered, hers, may_enter, woman_of
from carrywell.web.diary.presenter import home_now
from carrywell.web.diary.store import case_of, check_of, checks_of, drop_check, keep_check
from carrywell.web.diary.views import leads_to
from carrywell.web.forms.errors import FieldError
from carrywell.web.language import render, voice_of
from carrywell.web.presenters import calendar_day, present
from carrywell.web.state import DamagedStateError, State, read_state

OLDEST = timedelta(days=1)  # over midnight; what she denied longer ago is no answer of today


@csrf_exempt  # it comes from the result, which has no cookie; it stores nothing, and shows what it was sent
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """What will be stored, and what not. The button below sends it again, to be kept."""
    try:
        state = read_state(request.POST.get("state", ""), open_engine())
    except (DamagedStateError, LookupError, UnicodeError):
        return render(request, "damaged.html", status=400)
    if state.case is None:
        return render(request, "damaged.html", status=400)
    return ask_to_keep(request, state)


def ask_to_keep(request: HttpRequest, state: State, status: int = 200) -> HttpResponse:
    if not may_enter(request):
        return render(request, "diary/sign_in_first.html", context_of(state=state), status=status)
    return render(request, "diary/keep.html", context_of(state=state), status=status)


@require_POST
@entered
def kept(request: HttpRequest) -> HttpResponse:
    """She agreed: the diary begins, if it has not, and the check is in it."""
    engine = open_engine()
    try:
        state = read_state(request.POST.get("state", ""), engine)
    except DamagedStateError:
        return render(request, "damaged.html", status=400)
    if state.case is None:
        return render(request, "damaged.html", status=400)
    case = state.case.model_copy(update={"asked_on": state.case.asked_on or today()})
    if case.asked_on is not None and not timedelta(0) <= today() - case.asked_on <= OLDEST:
        return render(request, "diary/too_old.html", context_of(), status=409)
    woman = woman_of(request)
    if woman is not None and not _fits(woman, case, engine):
        return render(request, "diary/weeks.html", context_of(), status=409)
    level = check_case(engine, case, "asked").triage.level
    keep_check(woman or diary_begun(request), case, level.value, engine, now())
    return leads_to(request, "/diary")


def _fits(woman: Woman, case: Case, engine: Engine) -> bool:
    return fits_in_time([*(earlier for _, earlier in kept_of(checks_of(woman), engine).read), case])


@require_safe
@hers("check")
def check(request: HttpRequest, woman: Woman, id_: UUID) -> HttpResponse:
    """A kept check as it reads today."""
    found = check_of(woman, id_)
    if found is None:
        raise Http404
    engine, voice = open_engine(), voice_of(request)
    try:
        case = case_of(found, engine.knowledge)
    except Faulty:
        return render(request, "diary/unreadable.html", context_of(kept=found, home=home_now(request, woman)))
    result = present(check_case(engine, case, "asked"), engine, voice, found.asked_on)
    on = calendar_day(found.asked_on, voice)
    return render(
        request, "diary/check.html", context_of(result=result, kept=found, on=on, home=home_now(request, woman))
    )


@require_POST
@hers()
def delete_check(request: HttpRequest, woman: Woman, id_: UUID) -> HttpResponse:
    """Where something urgent stands on her pages, it may rest on this check: that is said first."""
    found, home = check_of(woman, id_), home_now(request, woman)
    if found is None:
        raise Http404
    if home.first is not None and "sure" not in request.POST:
        errors = [FieldError("sure", "diary_first.delete.confirm")] if "asked" in request.POST else []
        context = context_of(kept=found, home=home, errors=errors, errors_by_field={one.field: one for one in errors})
        return render(request, "diary/delete_check.html", context, status=422 if errors else 200)
    drop_check(woman, id_, now())
    return leads_to(request, "/diary/rights")
