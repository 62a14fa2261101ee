"""Items that no decision rests on: home tests, questions that tell patterns apart, outlook, and the rules of design."""

from __future__ import annotations

from typing import Literal

from carrywell.model.contraindication import Involves
from carrywell.model.item import Evidenced, Ids, Stages, Strength, WhenList, Words


class HomeTest(Evidenced):
    name: Words
    how: Words
    shows: Words
    accuracy: Words
    limits: Words
    stages: Stages
    not_when: WhenList = ()
    involves: tuple[Involves, ...] = ()


class SeparatingQuestion(Evidenced):
    ask: Words
    separates: Words
    facts: Ids


class Prognosis(Evidenced):
    says: Words
    topic: Literal["how_common", "how_long", "what_makes_it_last", "what_brings_it", "how_strong", "mood", "measures"]
    stages: Stages
    strength: Strength
    shown: bool = True  # figures from memory or without a source are kept, and not shown


class DesignRule(Evidenced):
    says: Words
