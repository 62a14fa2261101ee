"""What is answered to a body that was read: each asks a use case, and gives that use case's JSON, no other."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from carrywell.app.engine import Engine
from carrywell.app.export_rules import questions_as_fhir
from carrywell.app.fhir import cds_cards, cds_service, check_as_fhir
from carrywell.app.next_question import FORMS, next_question
from carrywell.app.plan_weeks import MOST_WEEKS, plan_weeks, weeks_as_json
from carrywell.app.replay import for_programs, replay
from carrywell.app.result import Check, as_json, decide
from carrywell.knowledge.response_file import PATIENT
from carrywell.knowledge.result_file import read_result_text
from carrywell.knowledge.wishes_file import wishes_in
from carrywell.model.text import Voice
from carrywell.model.wishes import Wishes
from carrywell.web.api import cds, loads
from carrywell.web.api.bodies import ANSWERS, FILE, UNANSWERED, Body

Json = dict[str, Any]

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(engine: Engine, voice: Voice, body: Body) -> Json:
    body.only(*ANSWERS, "unanswered", "interview")
    if not body.flag("interview"):
        wanted, _ = body.check(engine.knowledge)
        return as_json(engine, voice, decide(engine, voice, wanted))
    if "unanswered" in body.value:
        body.wrong("unanswered", "it does not go with interview, which answers no for what the case lacks")
    answers = body.answers(engine.knowledge, several=False)
    body.must_be_right()
    played = Check((answers[0].case,), "interviewed", interview=True)
    return as_json(engine, voice, decide(engine, voice, played))


def ask_next(engine: Engine, voice: Voice, body: Body) -> Json:
    body.only("case", "response", "done")
    done = body.any_of("done", FORMS)
    answers = body.answers(engine.knowledge, several=False)
    body.must_be_right()
    return next_question(engine, voice, answers[0].case, done)


def plan(engine: Engine, voice: Voice, body: Body) -> Json:
    body.only("case", "response", "wishes", "weeks", "start", "unanswered")
    weeks = body.whole("weeks", 1, MOST_WEEKS, 1)
    start = _day(body)
    unanswered = body.choice("unanswered", UNANSWERED, "cautious")
    answers = body.answers(engine.knowledge, several=False)
    body.must_be_right()
    wishes = wishes_in(body.within("wishes"), engine.knowledge) if "wishes" in body.value else Wishes()
    case = answers[0].case
    planned = plan_weeks(engine, case, wishes, weeks, unanswered)
    return weeks_as_json(engine, voice, planned, wishes, start or case.asked_on)


def load_tasks(engine: Engine, voice: Voice, body: Body | None = None) -> Json:
    return {"tasks": loads.tasks(engine, voice)}


def load(engine: Engine, voice: Voice, body: Body) -> Json:
    body.only("task", "posture", "about")
    return loads.load(engine, voice, body)


def replay_result(engine: Engine, voice: Voice, body: Body) -> Json:
    """A result with the key `private` is refused: what it holds belongs on no other system."""
    file = read_result_text(f"{FILE}.json", body.text)
    if file.recorded.private is not None:
        body.wrong("private", "take the key out of the result; it is not replayed over HTTP")
        body.must_be_right()
    return for_programs(replay(engine, file))


def questionnaire(engine: Engine, voice: Voice, body: Body | None = None) -> Json:
    return questions_as_fhir(engine, voice.language)


def bundle(engine: Engine, voice: Voice, body: Body) -> Json:
    body.only(*ANSWERS, "unanswered", "patient", "recorded")
    patient = body.matching("patient", PATIENT, "a reference such as Patient/17")
    recorded = body.matching("recorded", INSTANT, "an instant such as 2026-11-22T10:00:00Z")
    wanted, subject = body.check(engine.knowledge)
    return check_as_fhir(engine, voice.language, wanted, patient or subject, recorded)


def cds_services(engine: Engine, voice: Voice, body: Body | None = None) -> Json:
    return {"services": [cds_service(engine, voice.language)]}


def cds_back_pain(engine: Engine, voice: Voice, body: Body) -> Json:
    """The keys of a hook that are not needed here, such as a token for the record, are passed over."""
    return {"cards": cds_cards(engine, voice.language, cds.prefetched(body, engine.knowledge))}


def _day(body: Body) -> date | None:
    found = body.matching("start", _DAY, "a day such as 2026-11-22")
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        body.wrong("start", f"found {found!r}; allowed: a day such as 2026-11-22")
        return None
