"""What travels in the page instead of being stored: her case so far, and the pages she has seen.

A hidden field carries it as JSON. It comes back from outside, so it is read as strictly as a case file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from carrywell.app.engine import Engine
from carrywell.knowledge.case_file import case_in
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.yaml_text import Document
from carrywell.model.case import Case

ABOUT = ("pregnant", "after")
FORMS = ("where", "changes", "day", "private")
MOST_PAGES = 80


class DamagedStateError(ValueError):
    """The hidden field is not what the last page wrote. The only way on is to start over."""


@dataclass(frozen=True, slots=True)
class State:
    """`trail`: the pages answered, in order, each by its name (`pregnant`, `q/now/a,b`, `where`)."""

    case: Case | None = None
    trail: tuple[str, ...] = ()

    @property
    def done(self) -> frozenset[str]:
        return frozenset(page for page in self.trail if page in FORMS)

    def with_page(self, page: str, case: Case | None) -> State:
        """Where she says now that the pregnancy has ended, or has not, that page takes the place of the other."""
        trail = tuple(page if page in ABOUT and seen in ABOUT else seen for seen in self.trail)
        return State(case, trail if page in trail else (*trail, page))

    def before(self, page: str) -> str | None:
        """The page that was answered before this one; none before her weeks, with which every trail begins."""
        if page in ABOUT:
            return None
        if page == "day":
            return "result"  # from which alone she comes there
        at = self.trail.index(page) if page in self.trail else len(self.trail)
        return self.trail[at - 1] if at > 0 else None

    def dump(self) -> str:
        case = self.case.model_dump(mode="json", exclude_unset=True) if self.case else None
        return json.dumps({"case": case, "trail": list(self.trail)}, ensure_ascii=False, separators=(",", ":"))


def read_state(text: str, engine: Engine) -> State:
    if not text:
        return State()
    try:
        found = json.loads(text)
        case = found["case"]
        trail = tuple(str(page) for page in found["trail"])
        read = State(case_in(Document("page", case), engine.knowledge) if case is not None else None)
    except (ValueError, KeyError, TypeError, RecursionError, Faulty) as error:
        raise DamagedStateError("state") from error
    if len(trail) > MOST_PAGES:
        raise DamagedStateError("trail")
    return replace(read, trail=trail)
