"""Use case: what a phone keeps, so that the whole check works without a network. Docs: docs/explanation/offline.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from carrywell.app.engine import Engine, open_engine
from carrywell.app.export_rules import rules_as_json
from carrywell.decide.plan import TODAY_ORDER
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS, TOPICS
from carrywell.report.offline_bundle import Asking, OfflineBundle, Shown


@dataclass(frozen=True, slots=True)
class Packed:
    """`digest`: SHA-256 of the content, in hex; the phone works it out again before it trusts the content."""

    content: bytes
    digest: str


def offline_bundle(engine: Engine, language: str) -> dict[str, Any]:
    """KeyError for a language that there is not."""
    asker = engine.interviewer
    asking = Asking(tuple(line.id for line in asker.first), asker.for_class, asker.for_plan, asker.screens)
    shown = Shown(TOPICS, TODAY_ORDER, MOST_CAUSES, MOST_SIGNS)
    return OfflineBundle(engine.knowledge, engine.voice(language)).of(rules_as_json(engine, language), asking, shown)


@cache
def packed_bundle(language: str) -> Packed:
    content = json.dumps(offline_bundle(open_engine(), language), ensure_ascii=False, separators=(",", ":")).encode()
    return Packed(content, sha256(content).hexdigest())
