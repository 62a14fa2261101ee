"""Each page of the check: how its post is read, and what its template needs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import QueryDict

from carrywell.app.engine import Engine
from carrywell.app.steps import tasks_for, things_that_make_it_worse
from carrywell.decide.facts import COARSE_SITES, Facts
from carrywell.model.answer import Answer
from carrywell.model.case import BETTER_WITH, COURSES, HISTORY, ONSETS, SIDES, SITES, Case
from carrywell.model.knowledge import Finding
from carrywell.web.forms.about import read_after, read_pregnant, weeks_and_days
from carrywell.web.forms.errors import FieldError
from carrywell.web.forms.pain import read_changes, read_day, read_where
from carrywell.web.forms.questions import read_each, read_list, shown
from carrywell.web.pages import QuestionPage, question_page
from carrywell.web.state import ABOUT, DamagedStateError, State
from carrywell.web.tap_picture import tap_pictures

Context = dict[str, Any]


def read_page(
    page: str, post: QueryDict, state: State, engine: Engine, today: date
) -> tuple[Case | None, list[FieldError]]:
    """The case with what this page adds, or the errors. DamagedStateError for a page that does not exist."""
    if page in ABOUT:
        return _read_about(page, post, state, engine, today)
    if state.case is None:
        raise DamagedStateError(page)
    if page == "where":
        return read_where(post, state.case, lambda told: _open_pain(engine, told))
    if page == "changes":
        return read_changes(post, state.case)
    if page == "day":
        return read_day(post, state.case, engine.knowledge.tasks)
    return _read_questions(question_page(page, engine), post, state.case)


def _read_about(
    page: str, post: QueryDict, state: State, engine: Engine, today: date
) -> tuple[Case | None, list[FieldError]]:
    """Her weeks, and on the same page the emergencies that are asked of everyone."""
    about, errors = (read_pregnant if page == "pregnant" else read_after)(post, today)
    answers, more = read_list(post, engine.interviewer.first)
    for questions in engine.interviewer.about_her(page == "pregnant"):
        read, missing = read_each(post, questions.lines)
        answers, more = {**read, **answers}, [*missing, *more]
    if about is None or more:
        return None, [*errors, *more]
    case = _fitting(state.case.model_copy(update={"about": about}), engine) if state.case else Case(about=about)
    # The day goes with her weeks: a check that is kept days later is one of then.
    return case.model_copy(update={"answers": {**case.answers, **answers}, "asked_on": today}), []


def _fitting(case: Case, engine: Engine) -> Case:
    """Her answers without what no longer goes with her: no baby's care after a change to a loss."""
    worse = tuple(value for value in case.pain.worse_with if value in things_that_make_it_worse(case))
    held = {task.id for task in tasks_for(engine, case)}
    update: dict[str, object] = {}
    if worse != case.pain.worse_with:
        update["pain"] = case.pain.model_copy(update={"worse_with": worse})
    if not held.issuperset(case.day):
        update["day"] = {name: amount for name, amount in case.day.items() if name in held}
    return case.model_copy(update=update) if update else case


def _read_questions(page: QuestionPage, post: QueryDict, case: Case) -> tuple[Case, list[FieldError]]:
    each = page.clarifying or page.screen.kind == "one_by_one"
    answers, errors = (read_each if each else read_list)(post, page.lines)
    if errors:
        return case, errors
    return case.model_copy(update={"answers": {**case.answers, **answers}}), []


def _open_pain(engine: Engine, case: Case) -> frozenset[str]:
    return engine.interviewer.open_pain(engine.interviewer.standing(case))


def page_context(page: str, state: State, engine: Engine, typed: QueryDict | None) -> tuple[str, Context]:
    """The template, and what it shows: what was typed just now, else what she said before."""
    if page in ("status", "pregnant", "after"):
        first = engine.interviewer.first_questions
        listed = _list_context(QuestionPage(first.screen, first.lines, False), state.case, typed)
        about_her = engine.interviewer.about_her(page == "pregnant")
        one_by_one = [line for questions in about_her for line in questions.lines]
        before = {line.id: _before(line, state.case, clarifying=False, each=True) for line in one_by_one}
        values = typed or before | _about_values(state)
        return f"{page}.html", listed | {"values": values, "one_by_one": one_by_one}
    if state.case is None:
        raise DamagedStateError(page)
    case = state.case
    if page == "where":
        # How it began and goes is folded away, until with the places she ticked it could raise the level.
        told = read_where(typed, case)[0] if typed is not None else case
        said = told.pain.model_dump(exclude_none=True).keys()
        matters = bool({"onset", "course"} & said) or (
            bool(typed) and bool({"onset", "course"} & _open_pain(engine, told))
        )
        exact = tuple(site for site in SITES if site not in COARSE_SITES)
        rough = tuple(site for site in SITES if site in COARSE_SITES)  # the last of SITES: the picture counts on it
        lists: Context = {
            "sites": exact,
            "rough_sites": rough,
            "sides": SIDES,
            "onsets": ONSETS,
            "courses": COURSES,
            "matters": matters,
        }
        pictures = tap_pictures(engine.knowledge.poses["standing"], case.about)
        shown = {"values": typed or _pain_values(case), "chosen": _chosen(typed, case, "sites"), "pictures": pictures}
        return "where.html", lists | shown
    if page == "changes":
        chosen = {name: _chosen(typed, case, name) for name in ("worse_with", "better_with")}
        return "changes.html", {
            "worse_with": things_that_make_it_worse(case),
            "better_with": BETTER_WITH,
            "chosen": chosen,
        }
    if page == "day":
        return "day.html", _day_context(case, engine, typed)
    if page == "private":
        return "private.html", {"screens": _private_screens(case, engine)}
    return _question_context(question_page(page, engine), case, typed)


def _question_context(page: QuestionPage, case: Case, typed: QueryDict | None) -> tuple[str, Context]:
    return "questions.html", _list_context(page, case, typed)


def _list_context(page: QuestionPage, case: Case | None, typed: QueryDict | None) -> Context:
    each = page.clarifying or page.screen.kind == "one_by_one"
    said = {
        line.id: typed.get(line.id, "") if typed is not None else _before(line, case, page.clarifying, each)
        for line in page.lines
    }
    unsure = {
        line.id
        for line in page.lines
        if (f"{line.id}-unsure" in typed if typed is not None else case and case.answers.get(line.id) is Answer.UNSURE)
    }
    return {
        "screen": page.screen,
        "lines": page.lines,
        "clarifying": page.clarifying,
        "each": each,
        "said": said,
        "unsure_numbers": unsure,
        "sensitive": any(line.intimate for line in page.lines),
    }


def _before(line: Finding, case: Case | None, clarifying: bool, each: bool) -> str:
    """What she said before; asked once more, an unsure line starts open."""
    if case is None:
        return ""
    said = shown(line, case, each)
    if said == Answer.UNSURE and (clarifying or line.asks_for == "number"):
        return ""
    return said


def _private_screens(case: Case, engine: Engine) -> list[tuple[Any, list[Finding]]]:
    facts = Facts(case, engine.knowledge)
    screens = []
    for screen in engine.interviewer.screens:
        if screen.purpose == "private":
            lines = [engine.knowledge.findings[line] for line in screen.lines]
            screens.append((screen, [line for line in lines if facts.is_asked(line)]))
    return screens


def _about_values(state: State) -> dict[str, str]:
    if state.case is None:
        return {}
    about = state.case.about.model_dump(exclude_none=True)
    shown = {name: f"{value:g}" if isinstance(value, float | int) else str(value) for name, value in about.items()}
    return shown | {name: weeks_and_days(about[name]) for name in ("weeks_pregnant",) if name in about}


def _pain_values(case: Case) -> dict[str, str]:
    pain = case.pain.model_dump(exclude_none=True, exclude={"sites", "worse_with", "better_with"})
    return {name: f"{value:g}" if isinstance(value, float | int) else str(value) for name, value in pain.items()}


def _chosen(typed: QueryDict | None, case: Case, name: str) -> frozenset[str]:
    return frozenset(typed.getlist(name) if typed is not None else getattr(case.pain, name))


def _day_context(case: Case, engine: Engine, typed: QueryDict | None) -> Context:
    tasks = tasks_for(engine, case)
    amounts = {
        task.id: typed.get(f"day-{task.id}", "")
        if typed is not None
        else f"{case.day.get(task.id, 0) or '':g}"
        if task.id in case.day
        else ""
        for task in tasks
    }
    chosen = frozenset(typed.getlist("history") if typed is not None else case.history)
    return {"history": HISTORY, "tasks": tasks, "chosen": chosen, "amounts": amounts}
