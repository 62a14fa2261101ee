"""The page for her midwife or doctor, and the same as a PDF. Made when she asks for it, and kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from carrywell.app.engine import open_engine
from carrywell.app.midwife_report import midwife_report
from carrywell.report.pdf import as_pdf
from carrywell.web.clock import today
from carrywell.web.language import render, voice_of
from carrywell.web.state import DamagedStateError, posted, read_state


@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """From her answers so far: to look at, or with `pdf` as a file."""
    try:
        state = read_state(posted(request).get("state", ""), open_engine())
        if state.case is None:
            raise DamagedStateError("no case")
    except DamagedStateError:
        return render(request, "damaged.html", status=400)
    paper = midwife_report(open_engine(), voice_of(request), [state.case], today(), "asked")
    if "pdf" in request.POST:
        return _file(as_pdf(paper))
    answer = render(request, "report.html", {"paper": paper, "state": state, "page": "result"})
    answer["Cache-Control"] = "private, max-age=0"
    return answer


def _file(pdf: bytes) -> HttpResponse:
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="carrywell-midwife-{today().isoformat()}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
