"""What travels in the page instead of being stored: her case so far, and the pages she has seen.

A hidden field carries it as JSON. It comes back from outside, so it is read as strictly as a case file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, QueryDict

from carrywell.app.engine import Engine
from carrywell.app.plan_weeks import MOST_WEEKS
from carrywell.knowledge.case_file import case_in
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.wishes_file import wishes_in
from carrywell.knowledge.yaml_text import Document
from carrywell.model.case import Case
from carrywell.model.wishes import Wishes

ABOUT = ("pregnant", "after")
FORMS = ("where", "changes", "day", "private")
MOST_PAGES = 80
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NO_WISHES = Wishes()


class DamagedStateError(ValueError):
    """The hidden field is not what the last page wrote. The only way on is to start over."""


@dataclass(frozen=True, slots=True)
class State:
    """`trail`: the pages answered, in order, each by its name (`pregnant`, `q/now/a,b`, `where`). `wishes`: what her
    week is planned by; `weeks_on`: how many weeks after her answers the week begins.
    """

    case: Case | None = None
    trail: tuple[str, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    weeks_on: int = 0

    @property
    def done(self) -> frozenset[str]:
        return frozenset(page for page in self.trail if page in FORMS)

    def with_page(self, page: str, case: Case | None) -> State:
        """Where she says now that the pregnancy has ended, or has not, that page takes the place of the other."""
        trail = tuple(page if page in ABOUT and seen in ABOUT else seen for seen in self.trail)
        return State(case, trail if page in trail else (*trail, page), self.wishes)

    def before(self, page: str) -> str | None:
        """The page that was answered before this one; none before her weeks, with which every trail begins."""
        if page in ABOUT:
            return None
        if page == "day":
            return "result"  # from which alone she comes there
        at = self.trail.index(page) if page in self.trail else len(self.trail)
        return self.trail[at - 1] if at > 0 else None

    def dump(self) -> str:
        case = self.case.model_dump_json(exclude_unset=True) if self.case else "null"
        told = [f'"case":{case}', f'"trail":{_JSON.encode(self.trail)}']
        if self.wishes != _NO_WISHES:
            told.append(f'"wishes":{self.wishes.model_dump_json(exclude_defaults=True)}')
        if self.weeks_on:
            told.append(f'"weeks_on":{self.weeks_on}')
        return f"{{{','.join(told)}}}"


def posted(request: HttpRequest) -> QueryDict:
    """The form. DamagedStateError for a body in an encoding that is none."""
    try:
        return request.POST
    except (LookupError, UnicodeError) as error:
        raise DamagedStateError("encoding") from error


def read_state(text: str, engine: Engine) -> State:
    if not text:
        return State()
    try:
        found = json.loads(text)
        case = found["case"]
        trail = tuple(str(page) for page in found["trail"])
        weeks_on = found.get("weeks_on", 0)
        read = State(
            case_in(Document("page", case), engine.knowledge) if case is not None else None,
            wishes=wishes_in(Document("page", found["wishes"]), engine.knowledge) if "wishes" in found else _NO_WISHES,
            weeks_on=weeks_on,
        )
    except (ValueError, KeyError, TypeError, RecursionError, Faulty) as error:
        raise DamagedStateError("state") from error
    if len(trail) > MOST_PAGES:
        raise DamagedStateError("trail")
    if type(weeks_on) is not int or not 0 <= weeks_on < MOST_WEEKS:
        raise DamagedStateError("weeks_on")
    return replace(read, trail=trail)
