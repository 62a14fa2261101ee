"""Once a week: three activities of her own, what she says of the plan; and scores of questionnaires."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods, require_POST

from carrywell.decide.measures import MEASURES, turn
from carrywell.model.text import Voice
from carrywell.web.clock import now, today
from carrywell.web.diary.forms import ENTERED, HELPED, TOO_MUCH, read_score, read_week
from carrywell.web.diary.models import MOST_ACTIVITIES, Score, Week, Woman
from carrywell.web.diary.owner import context_of, hers
from carrywell.web.diary.presenter import home_now
from carrywell.web.diary.store import add_score, drop_score, save_week, scores_of, weeks_of
from carrywell.web.diary.views import leads_to
from carrywell.web.forms.errors import FieldError
from carrywell.web.language import render, voice_of
from carrywell.web.presenters import calendar_day


@require_http_methods(["GET", "HEAD", "POST"])
@hers("looked")
def week(request: HttpRequest, woman: Woman) -> HttpResponse:
    errors: list[FieldError] = []
    if request.method == "POST":
        said, errors = read_week(request.POST)
        if not errors:
            save_week(woman, today(), said, now())
            return leads_to(request, "/diary/week")
    weeks = weeks_of(woman)
    context = context_of(
        values=request.POST if errors else _before(weeks),
        saved=bool(weeks) and weeks[-1].day == today() and not errors,
        numbers=range(1, MOST_ACTIVITIES + 1),
        scale=range(11),
        helped=HELPED,
        too_much=TOO_MUCH,
        errors=errors,
        errors_by_field={error.field: error for error in errors},
        home=home_now(request, woman),
    )
    return render(request, "diary/week.html", context, status=422 if errors else 200)


def _before(weeks: Any) -> dict[str, str]:
    """The names of last time, so that the same three are judged each week; numbers only of today."""
    if not weeks:
        return {}
    last: Week = weeks[-1]
    mine = last.day == today()
    values: dict[str, str] = {"helped": last.helped, "too_much": last.too_much} if mine else {}
    for number, activity in enumerate(last.activities, 1):
        values[f"activity-{number}"] = activity["name"]
        if mine and activity["score"] is not None:
            values[f"score-{number}"] = str(activity["score"])
    return values


@require_http_methods(["GET", "HEAD", "POST"])
@hers("looked")
def scores(request: HttpRequest, woman: Woman) -> HttpResponse:
    errors: list[FieldError] = []
    if request.method == "POST":
        said, errors = read_score(request.POST)
        if said is not None:
            add_score(woman, today(), said, now())
            return leads_to(request, "/diary/scores")
    context = context_of(
        home=home_now(request, woman),
        instruments=ENTERED,
        values=request.POST if errors else QueryDict(),
        listed=_listed(scores_of(woman), voice_of(request)),
        errors=errors,
        errors_by_field={error.field: error for error in errors},
    )
    return render(request, "diary/scores.html", context, status=422 if errors else 200)


def _listed(found: Any, voice: Voice) -> list[dict[str, Any]]:
    """The latest first; each is compared with the one of its kind before it."""
    before: dict[str, Score] = {}
    listed = []
    for score in found:
        earlier, measure = before.get(score.instrument), MEASURES[score.instrument]
        turned = turn(measure, earlier.total, score.total) if earlier else "first"
        by = f"{abs(score.total - earlier.total):g}" if earlier else ""
        said = voice.phrase(f"diary_week.scores.{turned}", by=by, limit=f"{measure.change:g}")
        listed.append(
            {"id": score.pk, "day": calendar_day(score.day, voice), "of": score.instrument, "total": f"{score.total:g}"}
            | {"says": said}
        )
        before[score.instrument] = score
    return listed[::-1]


@require_POST
@hers()
def delete_score(request: HttpRequest, woman: Woman, id_: UUID) -> HttpResponse:
    if not drop_score(woman, id_, now()):
        raise Http404
    return leads_to(request, "/diary/scores")
