"""The views. Every page of the check is the answer to a POST: her answers travel in the body, never in the address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carrywell.app.check_case import check_case
from carrywell.app.engine import Engine, open_engine
from carrywell.app.steps import may_fit_the_plan
from carrywell.decide.facts import Facts
from carrywell.decide.private_track import private_results
from carrywell.model.case import Case
from carrywell.model.truth import Truth
from carrywell.web.blank_pages import page_of_the_check
from carrywell.web.check_pages import page_context, read_page
from carrywell.web.clock import today
from carrywell.web.files import as_file
from carrywell.web.forms.errors import FieldError
from carrywell.web.forms.questions import read_list
from carrywell.web.language import render, voice_of
from carrywell.web.pages import QuestionPage, must_be_pages, next_page, page_after_questions, question_page, trail_names
from carrywell.web.presenters import ResultPage, present
from carrywell.web.state import ABOUT, DamagedStateError, State, posted, read_state
from carrywell.web.views_partner import send_partner
from carrywell.web.views_week import week


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "start.html", {"state": State()})


@require_safe
def when_to_call(request: HttpRequest) -> HttpResponse:
    knowledge = open_engine().knowledge
    signs = sorted(knowledge.safety_net.values(), key=lambda net: (net.order, net.id))
    return render(request, "when_to_call.html", {"signs": signs, "doors": knowledge.doors})


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    engine = open_engine()
    if request.method != "POST":
        return _show(request, engine, State(), "status")
    try:
        return _post(request, engine)
    except DamagedStateError:
        return render(request, "damaged.html", status=400)


def _post(request: HttpRequest, engine: Engine) -> HttpResponse:
    post = posted(request)
    state = read_state(post.get("state", ""), engine)
    must_be_pages(state.trail, engine)
    page = post.get("page", "status")
    if "again" in post:  # in the other language
        return _show(request, engine, state, page, typed=post)
    if "back" in post:
        return _show(request, engine, state, state.before(page) or "status")
    if (wanted := post.get("change")) is not None:
        if wanted not in state.trail and wanted != "status":
            raise DamagedStateError("change")
        return _show(request, engine, state, wanted)
    if page == "week" and not {"result", "partner", "fit"} & post.keys():
        return _private_answer(week(request, engine, state, post))
    if page in ("result", "week"):
        if "fit" in post:
            return _show(request, engine, state, "day")
        return _after_result(request, engine, state, post)
    if page == "status":
        return _show(request, engine, state, "after" if "after" in post else "pregnant")
    return _answered(request, engine, state, page)


def _answered(request: HttpRequest, engine: Engine, state: State, page: str) -> HttpResponse:
    if page == "private":
        return _private(request, engine, state)
    case, errors = read_page(page, request.POST, state, engine, today())
    if errors:
        return _show(request, engine, state, page, errors, request.POST)
    then = state.with_page(page, case)
    if page in ABOUT:
        first = engine.interviewer.first_questions
        return _show(
            request, engine, then, page_after_questions(engine, then, QuestionPage(first.screen, first.lines, False))
        )
    if page.startswith(("q/", "c/")):
        return _show(request, engine, then, page_after_questions(engine, then, question_page(page, engine)))
    return _show(request, engine, then, next_page(engine, then))


def _private(request: HttpRequest, engine: Engine, state: State) -> HttpResponse:
    """What she says here is shown back on this one page, and is not carried on."""
    if state.case is None:
        raise DamagedStateError("no case")
    then = state.with_page("private", state.case)
    if "skip" in request.POST:
        return _show(request, engine, then, next_page(engine, then))
    answers: dict[str, Any] = {}
    for screen in engine.interviewer.screens:
        if screen.purpose == "private":
            lines = [engine.knowledge.findings[line] for line in screen.lines]
            read, _ = read_list(request.POST, lines)
            answers |= read
    said = state.case.model_copy(update={"answers": {**state.case.answers, **answers}})
    results = private_results(Facts(said, engine.knowledge, Truth.FALSE), engine.knowledge)
    if not results:
        return _show(request, engine, then, next_page(engine, then))
    context = {"state": then, "page": "private_result", "results": results, "quick_exit": settings.QUICK_EXIT_URL}
    return _never_kept(render(request, "private_result.html", context))


def _show(
    request: HttpRequest,
    engine: Engine,
    state: State,
    page: str,
    errors: list[FieldError] | None = None,
    typed: QueryDict | None = None,
) -> HttpResponse:
    if page == "result":
        return _result(request, engine, state)
    if page == "week":
        return _private_answer(week(request, engine, state, QueryDict()))
    template, context = page_context(page, state, engine, typed)
    context |= {
        "page": page,
        "errors": errors or [],
        "errors_by_field": {error.field: error for error in errors or []},
        "quick_exit": settings.QUICK_EXIT_URL,
    }
    return _private_answer(page_of_the_check(request, template, page, state, context))


def _result(request: HttpRequest, engine: Engine, state: State, whole: bool = False) -> HttpResponse:
    """`whole`: with the whole plan on the same page."""
    found, voice = check_case(engine, _case(state), "asked"), voice_of(request)
    context = {
        "result": present(found, engine, voice, today()),
        "state": state,
        "page": "result",
        "whole": whole,
        "trail_names": trail_names(state, engine, voice),
        "may_fit": may_fit_the_plan(found.by_answers.speed, state.done),
    }
    return _private_answer(render(request, "result.html", context))


def _presented(request: HttpRequest, engine: Engine, state: State) -> ResultPage:
    return present(check_case(engine, _case(state), "asked"), engine, voice_of(request), today())


def _case(state: State) -> Case:
    if state.case is None:
        raise DamagedStateError("no case")
    return state.case


def _after_result(request: HttpRequest, engine: Engine, state: State, post: QueryDict) -> HttpResponse:
    """One topic of her plan, her week, or her partner's part, each on a page of its own; else the result."""
    if "partner" in post:
        found = check_case(engine, _case(state), "asked")
        return _private_answer(send_partner(request, engine, state, found, today()))
    if "week" in post:
        return _private_answer(week(request, engine, state, QueryDict()))
    if (topic := post.get("topic")) is None:
        return _result(request, engine, state, whole="whole" in post)
    topics = {one.name: one for one in _presented(request, engine, state).topics}
    if topic not in topics:
        raise DamagedStateError("topic")
    context = {"state": state, "page": "result", "topic": topics[topic]}
    return _private_answer(render(request, "plan.html", context))


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """The result as a file: it goes to her, and stays nowhere here."""
    engine = open_engine()
    try:
        state = read_state(posted(request).get("state", ""), engine)
        context = {"result": _presented(request, engine, state)}
    except DamagedStateError:
        return render(request, "damaged.html", status=400)
    return as_file(request, "result_file.html", context, "carrywell-result", today())


def _private_answer(response: HttpResponse) -> HttpResponse:
    """Kept by nobody in between. `no-store` is left out on purpose: with it the browser's own Back loses the page."""
    response["Cache-Control"] = "private, max-age=0"
    return response


def _never_kept(response: HttpResponse) -> HttpResponse:
    """What was said to her alone: not even the browser's own Back may bring it to the screen again."""
    response["Cache-Control"] = "no-store"
    return response
