"""The items of the knowledge base. Each is one small YAML file under `kb/`; `knowledge.reader` builds them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from carrywell.model.accepted import NoEffect, NotAskedAcross, Presupposes
from carrywell.model.advice import Advice as Advice
from carrywell.model.advice import Gate as Gate
from carrywell.model.baby_task import BabyTask
from carrywell.model.background import DesignRule, HomeTest, Prognosis, SeparatingQuestion
from carrywell.model.care import CareLevel, Door
from carrywell.model.care_words import CareLevelWords, DoorWords
from carrywell.model.case import About
from carrywell.model.claim import Claim
from carrywell.model.condition import Condition
from carrywell.model.contraindication import Contraindication
from carrywell.model.day_task import Task as Task
from carrywell.model.digests import Digests
from carrywell.model.exercise import Exercise
from carrywell.model.fact_order import FactOrder, fact_orders
from carrywell.model.floors import Floor
from carrywell.model.follow_up import LastingSigns, OverTime, Recheck, SafetyNet, Settles
from carrywell.model.item import Basis, Evidenced, Ids, Item, Part, Stages, Strength, WhenField, WhenList, Words
from carrywell.model.load_task import LoadTask
from carrywell.model.pose import Pose
from carrywell.model.rules import ALWAYS, When, rests_on
from carrywell.model.stage import Stage
from carrywell.model.stage_start import StageStart
from carrywell.model.text import Text
from carrywell.model.week_parts import Goal, Ladder, WeekPart


class Source(Item):
    title: str = Field(min_length=3)
    by: str
    year: int | None = Field(default=None, ge=1900, le=2100)
    url: str = Field(pattern=r"^https?://")
    kind: str
    read: Literal["full", "excerpt", "abstract", "title", "snippet"]
    note: str = ""


class Raise(Part):
    """Together with these, the finding means a higher level. Nothing ever lowers one."""

    with_: WhenList = Field(alias="with")
    to: CareLevel
    because: str
    door: Door | None = None
    basis: Basis = "inferred"


class Finding(Evidenced):
    """One thing she can say yes, no or not sure to.

    `line` is what she reads in a list; `ask` the whole question, where it stands alone and under *how can I tell?* For
    an *ability* ("Can you take a few steps?") the button Yes stores the answer no, since the finding is the loss of the
    ability: negative questions turn round in some languages. `me` is the finding in her own voice, for the reasons and
    for the telephone. An *umbrella* asks for all that it `covers` at once: a no to it is a no to each of them, so that
    she reads one line in place of eight. A yes opens them, under the title `opens`; where each of them has the same
    level alone, the umbrella carries that `level` itself, and a yes is enough.
    """

    kind: Literal["danger_sign", "context", "pattern", "umbrella"]
    line: Words | None = None
    ask: Words
    asks_for: Literal["sign", "ability", "number"] = "sign"
    lines: tuple[Words, ...] = ()
    opens: Words | None = None
    me: Words
    tell: Words
    why: Words
    stages: Stages
    level: CareLevel | None = None
    level_by_stage: Mapping[Stage, CareLevel] = Field(default_factory=dict)
    door: Door | None = None
    unsure: Literal["as_yes", "one_step_lower"] = "as_yes"
    intimate: bool = False
    private: bool = False
    discreet: Words | None = None  # what a printed page says in place of `me`
    asked_if: WhenField = ALWAYS
    lowest: float | None = None
    highest: float | None = None
    raises: tuple[Raise, ...] = ()
    conditions: Ids = ()
    covers: Ids = ()

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if (self.kind == "umbrella") != bool(self.covers):
            raise ValueError("an umbrella covers findings, and only an umbrella does")
        if self.kind == "umbrella" and (self.level_by_stage or self.raises or self.conditions):
            raise ValueError("an umbrella has at most one level, and raises nothing; what it covers does")
        if self.asks_for == "ability" and self.line is None:
            raise ValueError("an ability needs a line: in a list a yes must mean that it is lost")
        if (self.kind == "umbrella" and self.level is None) != (self.opens is not None):
            raise ValueError("an umbrella without a level of its own needs opens, and nothing else has it")

    def level_at(self, stage: Stage) -> CareLevel | None:
        return self.level_by_stage.get(stage, self.level)

    @property
    def listed(self) -> Text:
        """What stands in a list."""
        return self.line or self.ask


class Combination(Evidenced):
    """A rule that belongs to no single finding, for example a blood pressure reading."""

    when: WhenField
    to: CareLevel
    because: str
    stages: Stages
    me: Words
    door: Door | None = None
    unsure: Literal["as_yes", "one_step_lower"] = "as_yes"


class NamedFact(Item):
    """A condition that is used in several rules, named once."""

    when: WhenField
    says: Words


class Screen(Item):
    """The words over a screen of questions. Which lines stand on it is worked out from the rules (`decide.agenda`).

    Only the screens *about* her and the *private* ones name their `lines`, in the `order` in which they come.
    """

    title: Words
    hint: Words | None = None
    kind: Literal["any_of_these", "one_by_one"]
    purpose: Literal["about", "triage", "plan", "private"]
    stages: Stages = tuple(Stage)
    order: int = 0
    lines: Ids = ()


class Sign(Part):
    """A feature that speaks for or against a pain class."""

    when: WhenField
    says: Words
    weight: int = Field(default=1, ge=1, le=3)


class PainClass(Evidenced):
    name: Words
    is_: Words = Field(alias="is")
    stages: Stages
    core: WhenField  # without this the class is not considered
    speaks_for: tuple[Sign, ...] = Field(min_length=1)
    speaks_against: tuple[Sign, ...] = ()
    settles: Settles | None = None
    care: Words
    strength: Strength


class Cause(Evidenced):
    says: Words
    evidence: Words
    belief: Words | None = None
    stages: Stages
    applies_when: WhenField = ALWAYS
    weight: int = Field(ge=1, le=5)
    share: Words | None = None
    strength: Strength


class PrivateResult(Evidenced):
    order: int
    when: WhenField
    says: Words
    do: Words


class Knowledge(Part):
    """The whole knowledge base, read and checked. `version` is the release it belongs to."""

    version: str
    findings: Mapping[str, Finding]
    combinations: Mapping[str, Combination]
    conditions: Mapping[str, Condition]
    facts: Mapping[str, NamedFact]
    screens: Mapping[str, Screen]
    classes: Mapping[str, PainClass]
    causes: Mapping[str, Cause]
    advice: Mapping[str, Advice]
    gates: Mapping[str, Gate]
    baby_tasks: Mapping[str, BabyTask]
    exercises: Mapping[str, Exercise]
    goals: Mapping[str, Goal]
    week_parts: Mapping[str, WeekPart]
    claims: Mapping[str, Claim]
    ladders: Mapping[str, Ladder]
    care_levels: Mapping[str, CareLevelWords]
    doors: Mapping[str, DoorWords]
    safety_net: Mapping[str, SafetyNet]
    recheck: Mapping[str, Recheck]
    over_time: Mapping[str, OverTime]
    lasting_signs: Mapping[str, LastingSigns]
    tasks: Mapping[str, Task]
    load_tasks: Mapping[str, LoadTask]
    private: Mapping[str, PrivateResult]
    home_tests: Mapping[str, HomeTest]
    separating_questions: Mapping[str, SeparatingQuestion]
    prognosis: Mapping[str, Prognosis]
    design_rules: Mapping[str, DesignRule]
    floors: Mapping[str, Floor]
    contraindications: Mapping[str, Contraindication]
    sources: Mapping[str, Source]
    stages: Mapping[str, StageStart]
    poses: Mapping[str, Pose]
    presupposes: Mapping[str, Presupposes]
    not_asked_across: Mapping[str, NotAskedAcross]
    no_effect: Mapping[str, NoEffect]
    phrases: Mapping[str, Text]
    old_ids: Mapping[str, tuple[str, ...]]
    digests: Digests = Digests()

    @cached_property
    def umbrella_of(self) -> Mapping[str, str]:
        """The umbrella that covers a finding, by the finding's id."""
        return {covered: umbrella.id for umbrella in self.findings.values() for covered in umbrella.covers}

    @cached_property
    def advice_at(self) -> Mapping[Stage, tuple[Advice, ...]]:
        """The entries of each stage, by id."""
        by_id = sorted(self.advice.values(), key=lambda entry: entry.id)
        return {stage: tuple(entry for entry in by_id if stage in entry.stages) for stage in Stage}

    @cached_property
    def fact_orders(self) -> Mapping[Stage, FactOrder]:
        return fact_orders(self)

    def stage_of(self, about: About) -> Stage:
        """The stage that began last. A moment on a boundary belongs to the later stage."""
        weeks = about.weeks_pregnant if about.weeks_pregnant is not None else about.weeks_postpartum
        clock = "pregnant" if about.pregnant else "postpartum"
        begun = (start for start in self.stages.values() if start.clock == clock and start.from_weeks <= (weeks or 0.0))
        return max(begun, key=lambda start: start.from_weeks).id

    def rests_on(self, when: When) -> frozenset[str]:
        """The facts that a condition rests on, named facts replaced by what they are made of."""
        return rests_on(when, {f"is:{name}": fact.when for name, fact in self.facts.items()})
