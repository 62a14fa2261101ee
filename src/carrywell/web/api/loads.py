"""The load of her back over HTTP. It needs the extra `body`; without it the answer says so."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from carrywell.app.engine import Engine
from carrywell.knowledge.build import build
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.few_words import few_words
from carrywell.model.case import About
from carrywell.model.posture_parts import PostureFile
from carrywell.model.text import Voice
from carrywell.model.told import said_by
from carrywell.web.api.bodies import Body
from carrywell.web.api.problems import Refused

Json = dict[str, Any]


def tasks(engine: Engine, voice: Voice) -> list[Json]:
    found: list[Json] = _use_case().task_list(engine, voice)
    return found


def load(engine: Engine, voice: Voice, body: Body) -> Json:
    """Of a task, of this woman where `about` says who she is; or of a posture of one's own, which says whose it is."""
    use_case = _use_case()
    keys = [key for key in ("task", "posture") if key in body.value]
    body.must_be_right()
    if len(keys) != 1 or ("about" in body.value and keys == ["posture"]):
        raise Refused(422, "exactly one of task and posture is needed; about goes with task")
    try:
        if keys == ["posture"]:
            found = use_case.load_of_posture(build(PostureFile, body.within("posture")))
        elif "about" in body.value:
            found = use_case.load_of_task(engine, _task(body), build(About, body.within("about")))
        else:
            found = use_case.load_of_task(engine, _task(body))
    except Faulty:
        raise
    except ValueError as error:  # an unknown task, or numbers of a body that do not go together
        raise Refused(422, few_words().told(said_by(error))) from error
    told: Json = use_case.as_json(found, voice)
    return told


def _task(body: Body) -> str:
    return str(body.value["task"])


def _use_case() -> ModuleType:
    try:
        from carrywell.app import load as use_case
    except ModuleNotFoundError as error:
        raise Refused(501, "the load on the back needs the extra body: install carrywell[body]") from error
    return use_case
