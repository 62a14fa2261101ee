"""The pages of the exercises for anybody: they take no answer, so each shows first for whom it is not.

Opened from a result, an exercise is shown by carrywell.web.views_week, which knows what her answers close.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from carrywell.app.engine import open_engine
from carrywell.app.exercise_sheet import by_group, exercise_sheet
from carrywell.web.exercise_presenter import ExercisePresenter
from carrywell.web.language import render, voice_of


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    return render(request, "exercises.html", {"groups": by_group(open_engine().knowledge)})


@require_safe
def exercise(request: HttpRequest, name: str) -> HttpResponse:
    engine = open_engine()
    try:
        sheet = exercise_sheet(engine.knowledge, name)
    except KeyError as unknown:
        raise Http404 from unknown
    presenter = ExercisePresenter(engine, voice_of(request))
    context = {
        "it": presenter.for_anyone(sheet),
        "against": presenter.against(sheet),
        "at_gates": presenter.at_gates(sheet),
        "others": sheet.others,
        "group": sheet.exercise.group,
    }
    return render(request, "exercise.html", context)
