"""What is hers to decide: to see every access, to take everything with her, to delete everything."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carrywell.web.clock import now, today
from carrywell.web.diary.export import TABLES, as_csv, everything
from carrywell.web.diary.models import Woman
from carrywell.web.diary.owner import context_of, entered, hers, woman_of
from carrywell.web.diary.presenter import home_now
from carrywell.web.diary.store import accesses_of, checks_of, erase, erase_account, note_access
from carrywell.web.forms.errors import FieldError
from carrywell.web.language import render, voice_of
from carrywell.web.presenters import calendar_day

MOST_SHOWN = 200
BACKUP_DAYS = (
    30  # how long a copy of the database is kept, and with it what she has deleted: docs/how-to/run-on-a-server.md
)


@require_safe
@hers("rights")
def rights(request: HttpRequest, woman: Woman) -> HttpResponse:
    return _rights(request, woman)


def _rights(request: HttpRequest, woman: Woman, errors: list[FieldError] | None = None) -> HttpResponse:
    voice = voice_of(request)
    accesses = [
        {"when": f"{calendar_day(access.at.date(), voice)}, {access.at:%H:%M}", "what": access.what}
        for access in accesses_of(woman, MOST_SHOWN)
    ]
    checks = [{"id": kept.pk, "day": calendar_day(kept.asked_on, voice)} for kept in checks_of(woman)]
    context = context_of(
        home=home_now(request, woman),
        accesses=accesses,
        checks=checks,
        tables=TABLES,
        backup_days=BACKUP_DAYS,
        errors=errors or [],
        errors_by_field={error.field: error for error in errors or []},
    )
    return render(request, "diary/rights.html", context, status=422 if errors else 200)


@require_safe
@hers()
def take(request: HttpRequest, woman: Woman, kind: str) -> HttpResponse:
    """All that is stored of her, as a file: `json`, or one table as CSV."""
    if kind != "json" and kind not in TABLES:
        raise Http404
    note_access(woman, "taken", now())
    name = f"carrywell-{kind}-{today().isoformat()}"
    if kind == "json":
        answer: HttpResponse = JsonResponse(everything(woman), json_dumps_params={"ensure_ascii": False, "indent": 2})
        answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
        return answer
    answer = HttpResponse(as_csv(woman, kind), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


@require_POST
@hers()
def delete(request: HttpRequest, woman: Woman) -> HttpResponse:
    """Everything, and the account with it. Only with the box ticked."""
    if "sure" not in request.POST:
        return _rights(request, woman, [FieldError("sure", "diary_rights.delete_confirm")])
    erase(woman)
    if settings.DIARY == "accounts":
        logout(request)
    return render(request, "diary/deleted.html", context_of())


@require_http_methods(["GET", "HEAD", "POST"])
@entered
def delete_account(request: HttpRequest) -> HttpResponse:
    """An account whose diary has not begun."""
    if settings.DIARY != "accounts" or woman_of(request) is not None:
        raise Http404
    if request.method == "POST" and "sure" in request.POST:
        erase_account(request.user)
        logout(request)
        return render(request, "diary/deleted.html", context_of())
    return render(request, "diary/delete_account.html", context_of())
