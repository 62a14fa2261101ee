"""What a result was decided on: enough to decide again, and to say which item of the knowledge base has changed since.

The answers on violence and self-harm are no part of it. Where `--private` asks for them, each private result carries
the answers that it rests on itself, so that whoever takes the key `private` out of a result has taken out all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge, PrivateResult

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """`cases`: as they were read, one or several moments in order. `more`: the items that only the way used, by folder
    and id: the screens of an interview, what several moments show.
    """

    cases: tuple[Case, ...]
    more: tuple[str, ...] = ()


def trace(origin: Origin, unanswered: str, items: Sequence[str], knowledge: Knowledge) -> Json:
    cases = [case_as_json(case, knowledge) for case in origin.cases]
    return {
        "knowledge_digest": knowledge.digests.whole,
        "unanswered": unanswered,
        **({"case": cases[0]} if len(cases) == 1 else {"moments": cases}),
        "items": {item: knowledge.digests.short_of(item) for item in items},
    }


def case_as_json(case: Case, knowledge: Knowledge) -> Json:
    """A case as a case file, without private answers. What it leaves out stays out; an empty list that it gives is an
    answer (nothing makes it worse) and stays.
    """
    written: Json = case.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    said = written.get("answers", {})
    written["answers"] = {name: answer for name, answer in said.items() if not is_private(name, knowledge)}
    return {key: value for key, value in written.items() if value or key not in ("answers", "pain")}


def is_private(name: str, knowledge: Knowledge) -> bool:
    return name in knowledge.findings and knowledge.findings[name].private


def private_trace(result: PrivateResult, case: Case, knowledge: Knowledge) -> Json:
    """The private answers that a private result rests on, and the digest of its item."""
    names = {name for name in knowledge.rests_on(result.when) if is_private(name, knowledge)}
    said = {name: str(answer) for name, answer in case.answers.items() if name in names}
    return {"answers": said, "digest": knowledge.digests.short_of(f"private/{result.id}")}
