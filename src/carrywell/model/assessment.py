"""What was decided about a case, with everything that decided it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from carrywell.model.care import CareLevel, Door
from carrywell.model.case import Case
from carrywell.model.follow_up import Recheck, SafetyNet
from carrywell.model.knowledge import Advice, Cause, PainClass, PrivateResult
from carrywell.model.rules import When
from carrywell.model.stage import Stage
from carrywell.model.text import Text
from carrywell.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Rule:
    """When this holds, the level is at least that. Either a finding's (alone or with others) or a combination's.

    `names`: every fact that can make the rule true, named facts taken apart. `one_step_lower`: those of them about how
    the pain feels, whose *unsure* counts one step slower. `marked_only`: it rests on the pain alone, and speaks only
    for what she marked.
    """

    id: str
    finding: str | None
    combination: str | None
    when: When
    levels: Mapping[Stage, CareLevel]
    door: Door | None
    conditions: tuple[str, ...]
    with_: tuple[str, ...]
    names: frozenset[str]
    one_step_lower: frozenset[str]
    sources: tuple[str, ...]
    marked_only: bool = False

    def level_at(self, stage: Stage) -> CareLevel | None:
        return self.levels.get(stage)


@dataclass(frozen=True, slots=True)
class Deciding:
    """A rule that counted: for certain, or because an answer it needs is open."""

    rule: Rule
    level: CareLevel
    certain: bool
    door: Door


@dataclass(frozen=True, slots=True)
class Triage:
    """`deciding`: the rules at the speed reached. `counted`: every rule that counted at all."""

    level: CareLevel
    doors: tuple[Door, ...]
    deciding: tuple[Deciding, ...]
    counted: tuple[Deciding, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    pain_class: PainClass
    score: int
    speaks_for: tuple[Text, ...]
    speaks_against: tuple[Text, ...]


UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Classification:
    likely: Scored | None
    also: tuple[Scored, ...]

    @property
    def likely_id(self) -> str:
        return self.likely.pain_class.id if self.likely else UNCLEAR

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(scored.pain_class.id for scored in (self.likely, *self.also) if scored)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an entry was left out: the fact, in words where the knowledge base has words for it, and what she said."""

    fact: str
    says: Text | None
    said: Truth
    ask_first: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    advice: Advice
    reasons: tuple[Reason, ...]
    by_level: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`day_shares`: of the load of her day on the back, the share that an entry touches, by the entry's id."""

    today: tuple[Advice, ...]
    by_topic: Mapping[str, tuple[Advice, ...]]
    not_for_you: tuple[LeftOut, ...]
    day_shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`signs`: those of her stage, the most important first; a page shows five and unfolds the rest."""

    in_hours: int
    recheck: Recheck
    signs: tuple[SafetyNet, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """`by_answers`: the level when silence counts as no. `causes`: every one that applies, the most telling first.
    `weighed_cautiously`: works out the level when silence counts as yes; a page does not need it.
    """

    case: Case
    triage: Triage
    weighed_cautiously: Callable[[], CareLevel] = field(compare=False, repr=False)
    by_answers: CareLevel
    pain: Classification
    causes: tuple[Cause, ...]
    plan: Plan
    follow_up: FollowUp
    private: tuple[PrivateResult, ...]

    @property
    def if_unanswered(self) -> CareLevel:
        """The level when silence counts as yes."""
        return self.weighed_cautiously()
