"""The page for her midwife over the whole diary: to look at, or as a PDF that goes to her."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from carrywell.app.engine import open_engine
from carrywell.report.pdf import as_pdf
from carrywell.web.clock import today
from carrywell.web.diary.models import Woman
from carrywell.web.diary.owner import context_of, hers
from carrywell.web.diary.paper import diary_paper
from carrywell.web.diary.presenter import home_now
from carrywell.web.language import render, voice_of


@require_safe
@hers("report")
def report(request: HttpRequest, woman: Woman) -> HttpResponse:
    paper = diary_paper(woman, open_engine(), voice_of(request), today())
    if paper is None:
        raise Http404
    return render(request, "diary/report.html", context_of(paper=paper, home=home_now(request, woman)))


@require_safe
@hers("report")
def pdf(request: HttpRequest, woman: Woman) -> HttpResponse:
    paper = diary_paper(woman, open_engine(), voice_of(request), today())
    if paper is None:
        raise Http404
    answer = HttpResponse(as_pdf(paper), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="carrywell-midwife-{today().isoformat()}.pdf"'
    return answer
