"""What a request says, read as strictly as a file: every fault has its line and column in the body."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from carrywell.app.check_case import Unanswered
from carrywell.app.fhir import check_of
from carrywell.app.result import Check
from carrywell.knowledge.case_file import case_in
from carrywell.knowledge.data_file import json_as_yaml, must_be_json
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.response_file import Response, response_in
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.model.knowledge import Knowledge
from carrywell.web.api.problems import Refused

Json = dict[str, Any]
Chosen = TypeVar("Chosen", bound=str)

FILE = "body"  # the name in the faults
# `interviewed` is for a file that answers a played interview; a system that asked her says `asked`.
UNANSWERED: tuple[Unanswered, ...] = ("cautious", "no", "asked")
ANSWERS = ("case", "cases", "response", "responses")
MOST_MOMENTS = 50
MOST_VALUES = 50_000  # some ten responses of a record, and more than a body may hold of anything else
_JSON = re.compile(r"application/(?:[a-z0-9.+-]+\+)?json\s*(?:;.*)?", re.IGNORECASE)


def text_of(request: HttpRequest) -> str:
    """The body. Refused with 413, 415 or 400."""
    if not _JSON.fullmatch(request.headers.get("Content-Type", "")):
        raise Refused(415, "allowed is Content-Type: application/json")
    try:
        return request.body.decode("utf-8-sig")
    except RequestDataTooBig as error:
        raise Refused(413) from error
    except UnicodeDecodeError as error:
        raise Refused(400, "the body is not UTF-8") from error


def read(text: str) -> Body:
    """Refused with 400 for what is no JSON; Faulty for a key that stands twice, or for too much."""
    try:
        must_be_json(FILE, text)
    except Faulty as faulty:
        raise Refused(400, None, faulty.faults) from faulty
    document = read_yaml(FILE, json_as_yaml(text), MOST_VALUES)
    value = json.loads(text)
    if not isinstance(value, dict):
        raise Faulty([Fault(FILE, 1, 1, f"found {type(value).__name__}; allowed is an object")])
    return Body(document, value, text)


@dataclass(slots=True)
class Body:
    """`value`: with the types of JSON. What is wrong is gathered in `faults` until `must_be_right`."""

    document: Document
    value: Json
    text: str
    faults: list[Fault] = field(default_factory=list)

    def only(self, *allowed: str) -> None:
        for key in self.value:
            if key not in allowed:
                says = f"unknown key {key!r}; allowed: {', '.join(allowed)}"
                self.faults.append(self.document.fault_on_key((key,), says))

    def must_be_right(self) -> None:
        """Faulty with all that was found."""
        if self.faults:
            raise Faulty(self.faults)

    def choice(self, key: str, allowed: Collection[Chosen], default: Chosen) -> Chosen:
        found = self.value.get(key, default)
        if found not in list(allowed):
            self.wrong(key, f"found {found!r}; allowed: one of {', '.join(allowed)}")
            return default
        return found

    def whole(self, key: str, lowest: int, highest: int, default: int) -> int:
        found = self.value.get(key, default)
        if isinstance(found, bool) or not isinstance(found, int) or not lowest <= found <= highest:
            self.wrong(key, f"found {found!r}; allowed: a whole number from {lowest} to {highest}")
            return default
        return found

    def flag(self, key: str) -> bool:
        found = self.value.get(key, False)
        if not isinstance(found, bool):
            self.wrong(key, f"found {found!r}; allowed: true or false")
        return found is True

    def matching(self, key: str, pattern: re.Pattern[str], allowed: str) -> str | None:
        found = self.value.get(key)
        if found is None and key not in self.value:
            return None
        if not isinstance(found, str) or not pattern.fullmatch(found):
            self.wrong(key, f"found {found!r}; allowed: {allowed}")
            return None
        return found

    def any_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        found = self.value.get(key, [])
        if not isinstance(found, list) or any(one not in list(allowed) for one in found):
            self.wrong(key, f"found {found!r}; allowed: a list out of {', '.join(allowed)}")
            return ()
        return tuple(found)

    def within(self, key: str) -> Document:
        return self.document.within((key,))

    def answers(self, knowledge: Knowledge, several: bool = True) -> list[Response]:
        """Her answers: exactly one of case, cases, response, responses. A case is a response about nobody."""
        keys = [key for key in (ANSWERS if several else ANSWERS[::2]) if key in self.value]
        if len(keys) != 1:
            allowed = ", ".join(ANSWERS if several else ANSWERS[::2])
            self.faults.append(Fault(FILE, 1, 1, f"exactly one of {allowed} is needed; found {len(keys)}"))
            return []
        (key,) = keys
        value = self.value[key]
        try:
            if key in ("case", "response"):
                return [self._one(key, (key,), value, knowledge)]
            if isinstance(value, list) and 0 < len(value) <= MOST_MOMENTS:
                return [self._one(key, (key, at), one, knowledge) for at, one in enumerate(value)]
        except Faulty as faulty:
            self.faults += faulty.faults
            return []
        self.wrong(key, f"found {type(value).__name__}; allowed: a list of 1 to {MOST_MOMENTS} of them")
        return []

    def _one(self, key: str, place: tuple[str | int, ...], value: object, knowledge: Knowledge) -> Response:
        document = self.document.within(place)
        if key.startswith("case"):
            return Response(case_in(document, knowledge), None, None)
        return response_in(document, value, knowledge)

    def check(self, knowledge: Knowledge) -> tuple[Check, str | None]:
        """What to decide on, and whom it is about. Faulty where it is about two women."""
        said = "unanswered" in self.value
        unanswered = self.choice("unanswered", UNANSWERED, "cautious") if said else None
        read = self.answers(knowledge)
        subjects = {one.subject for one in read if one.subject is not None}
        if len(subjects) > 1:
            says = f"the responses are about {' and '.join(sorted(subjects))}; allowed is one woman"
            self.faults.append(Fault(FILE, 1, 1, says))
        self.must_be_right()
        return check_of(read, unanswered), next(iter(subjects), None)

    def wrong(self, key: str, says: str) -> None:
        self.faults.append(self.document.fault_at((key,), f"{key}: {says}"))
