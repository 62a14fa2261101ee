"""A slow, obvious second version of the care level, to judge the fast one by.

It reads the YAML files by itself and shares no code with `carrywell`: a case is the plain mapping of a case file, a
condition is what stands in the file. In place of three-valued logic it asks each condition two plain questions:
*must* it hold (whatever is open goes against it), and *may* it hold (whatever is open goes for it)?

The rules it follows are those of `kb/design_rules`: the highest level wins and nothing subtracts; not sure counts as
yes for the three levels of today, and one step slower for how the pain feels; speed comes before the door; self-care
needs a no to every danger sign; answers on violence and self-harm stay out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.lib.naive_knowledge import (
    DOORS,
    MATERNITY,
    MAY_MEAN,
    NO,
    OPEN,
    SLOWER,
    SPEED,
    STAGES,
    USUAL_DOOR,
    YES,
    CaseFile,
    NaiveKnowledge,
    NaiveRule,
    When,
    stages_of,
)


def stage_of(about: Mapping[str, Any]) -> str:
    """A moment on a boundary belongs to the later stage."""
    if "weeks_pregnant" in about:
        weeks = about["weeks_pregnant"]
        return STAGES[0] if weeks < 14 else STAGES[1] if weeks < 28 else STAGES[2]
    weeks = about["weeks_postpartum"]
    return STAGES[3] if weeks < 6 else STAGES[4] if weeks < 52 else STAGES[5]


def _pregnant(about: Mapping[str, Any]) -> float:
    return about.get("weeks_pregnant", -1)


def _after(about: Mapping[str, Any]) -> float:
    return about.get("weeks_postpartum", -1)


def _birth(about: Mapping[str, Any], kind: str) -> str | bool:
    if "weeks_pregnant" in about:
        return False
    if kind == "caesarean" and about.get("ended") == "loss" and "birth" not in about:
        return False
    return OPEN if "birth" not in about else about["birth"] == kind


PERSON: dict[str, Callable[[Mapping[str, Any]], str | bool]] = {
    "is:pregnant": lambda about: "weeks_pregnant" in about,
    "is:postpartum": lambda about: "weeks_postpartum" in about,
    "is:weeks_lt_16": lambda about: 0 <= _pregnant(about) < 16,
    "is:weeks_lt_20": lambda about: 0 <= _pregnant(about) < 20,
    "is:weeks_lt_37": lambda about: 0 <= _pregnant(about) < 37,
    "is:weeks_10_to_20": lambda about: 10 <= _pregnant(about) <= 20,
    "is:weeks_ge_12": lambda about: _pregnant(about) >= 12,
    "is:weeks_ge_16": lambda about: _pregnant(about) >= 16,
    "is:weeks_ge_20": lambda about: _pregnant(about) >= 20,
    "is:weeks_ge_24": lambda about: _pregnant(about) >= 24,
    "is:weeks_ge_26": lambda about: _pregnant(about) >= 26,
    "is:weeks_ge_28": lambda about: _pregnant(about) >= 28,
    "is:weeks_ge_37": lambda about: _pregnant(about) >= 37,
    "is:postpartum_0_2w": lambda about: 0 <= _after(about) <= 2,
    "is:postpartum_lt_6w": lambda about: 0 <= _after(about) < 6,
    "is:postpartum_lt_12w": lambda about: 0 <= _after(about) < 12,
    "is:postpartum_ge_12w": lambda about: _after(about) >= 12,
    "is:postpartum_ge_26w": lambda about: _after(about) >= 26,
    "is:postpartum_0_12m": lambda about: 0 <= _after(about) <= 52,
    "is:caesarean": lambda about: _birth(about, "caesarean"),
    "is:vaginal_birth": lambda about: _birth(about, "vaginal"),
    "is:after_loss": lambda about: about.get("ended") == "loss",
    "is:baby_with_me": lambda about: about.get("baby_with_me") == "yes",
    "is:twins_or_more": lambda about: about.get("babies", 1) >= 2,
    "is:three_or_more": lambda about: about.get("babies", 1) >= 3,
    "is:under_18": lambda about: about.get("age_years", 99) < 18,
    "is:first_pregnancy": lambda about: OPEN if "births_before" not in about else about["births_before"] == 0,
}


class Her:
    """What one case says, and what its silence counts as: `open` or `no`.

    `withheld`: what an intimate question counts as that she left open, on purpose or not.
    """

    def __init__(
        self, case: CaseFile, kb: NaiveKnowledge, silence: str, classes: Iterable[str] = (), withheld: str = NO
    ) -> None:
        self.case, self.kb, self.silence, self.withheld = case, kb, silence, withheld
        self.classes = frozenset(classes)
        self.about = case["about"]
        self.stage = stage_of(self.about)
        self.answers: Mapping[str, Any] = case.get("answers", {})
        self.pain: Mapping[str, Any] = case.get("pain", {})

    def must(self, when: When) -> bool:
        return self._holds(when, (YES,))

    def may(self, when: When) -> bool:
        return self._holds(when, (YES, OPEN))

    def clearly_no(self, when: When) -> bool:
        return not self.may(when)

    def with_no_where_open(self, names: frozenset[str]) -> Her:
        """The same woman, had she said no wherever one of these is open."""
        noes = {name: NO for name in names if self.answers.get(name) in (None, "unsure") and name in self.kb.findings}
        return Her({**self.case, "answers": {**self.answers, **noes}}, self.kb, self.silence)

    def is_asked(self, name: str) -> bool:
        """Whether the question is meant for her: her stage, and nothing that it hangs on was answered no."""
        finding = self.kb.findings[name]
        if self.stage not in stages_of(finding) or self.answers.get(self.kb.umbrella_of.get(name, "")) == "no":
            return False
        return self.may(finding.get("asked_if", {"all": []}))

    def _holds(self, when: When, counts: tuple[str, ...]) -> bool:
        if isinstance(when, str):
            fact = self.kb.facts.get(when.removeprefix("is:")) if when.startswith("is:") else None
            return self._holds(fact["when"], counts) if fact else self.said(when) in counts
        ((shape, inside),) = when.items()
        if shape == "all":
            return all(self._holds(part, counts) for part in inside)
        if shape == "any":
            return any(self._holds(part, counts) for part in inside)
        if shape == "not":  # it must not hold when the part may hold
            return not self._holds(inside, (YES, OPEN) if counts == (YES,) else (YES,))
        if shape == "at_least":
            return sum(self._holds(part, counts) for part in inside["of"]) >= int(inside["count"])
        return self._compared(inside) in counts

    def said(self, name: str) -> str:
        if name in self.kb.findings:
            return self._answered(name)
        if name in PERSON:
            found = PERSON[name](self.about)
            return found if isinstance(found, str) else YES if found else NO
        group, _, value = name.partition(":")
        if group == "class":
            return YES if value in self.classes else NO
        if group == "is" and value in STAGES:
            return YES if value == self.stage else NO
        return self._listed(group, value)

    def _answered(self, name: str) -> str:
        answer = self.answers.get(name)
        if answer in ("yes", "no", "unsure"):
            return {"yes": YES, "no": NO, "unsure": OPEN}[answer]
        if "covers" in self.kb.findings[name]:
            return NO  # it speaks only where she answered it; what it covers speaks for itself
        if not self.is_asked(name):
            return NO
        return self.withheld if self.kb.findings[name].get("intimate") == "true" else self.silence

    def _listed(self, group: str, value: str) -> str:
        if group not in ("site", "side", "onset", "course", "worse_with", "better_with", "history", "day"):
            raise KeyError(f"{group}:{value}")
        if group == "site":
            return self._site(value)
        if group in ("side", "onset", "course"):
            return self.silence if group not in self.pain else YES if self.pain[group] == value else NO
        place = self.case if group in ("history", "day") else self.pain
        if value in place.get(group, ()):
            return YES
        return NO if group in place else self.silence

    def _site(self, value: str) -> str:
        sites = self.pain.get("sites", ())
        if value in sites:
            return YES
        if any(value in MAY_MEAN.get(said, ()) for said in sites):
            return OPEN
        return NO if sites else self.silence

    def _compared(self, inside: Mapping[str, str]) -> str:
        name = inside["number"]
        place, key = {
            "pain_now": (self.pain, "now"),
            "pain_worst_week": (self.pain, "worst_week"),
            "started_weeks_ago": (self.pain, "started_weeks_ago"),
        }.get(name, (self.answers, name))
        number = place.get(key)
        if not isinstance(number, int | float):
            return self._answered(name) if name in self.kb.findings else self.silence
        limit = float(inside["limit"])
        holds = {">=": number >= limit, ">": number > limit, "<=": number <= limit, "<": number < limit}
        return YES if holds[inside["is"]] else NO


@dataclass(frozen=True)
class Counted:
    rule: NaiveRule
    level: str
    door: str


@dataclass(frozen=True)
class Decision:
    level: str
    doors: tuple[str, ...]
    counted: tuple[Counted, ...]

    @property
    def speed(self) -> int:
        return SPEED[self.level]


def decide(case: CaseFile, kb: NaiveKnowledge, silence: str) -> Decision:
    """The level of a case. `silence`: what an unanswered question counts as, `open` or `no`."""
    her = Her(case, kb, silence)
    counted = tuple(
        Counted(rule, level, _door(rule, level, her)) for rule in kb.rules if (level := counts_at(rule, her))
    )
    fastest = max((SPEED[found.level] for found in counted), default=0)
    if fastest == 0 and self_care_is_safe(her):
        return Decision("self_care", (), counted)
    if fastest <= 1:
        return Decision("routine", ("midwife_or_gp",), counted)
    doors = {found.door for found in counted if SPEED[found.level] == fastest}
    in_order = tuple(door for door in DOORS if door in doors)
    today = "same_day_maternity" if in_order[0] in MATERNITY else "same_day_gp_or_ed"
    return Decision({4: "emergency_now", 3: today, 2: "within_2_days"}[fastest], in_order, counted)


def counts_at(rule: NaiveRule, her: Her) -> str | None:
    """The level at which a rule counts for her, or None."""
    level = rule.level.get(her.stage)
    if level is None or her.clearly_no(rule.when):
        return None
    if her.must(rule.when):
        return level
    if SPEED[level] < 3 or not rule.names & set(her.kb.findings):
        return None  # not sure counts only towards the levels of today, and silence about the pain is no place on it
    without = her.with_no_where_open(rule.slower)
    return level if without.may(rule.when) else SLOWER[SPEED[level]]


def self_care_is_safe(her: Her) -> bool:
    """The pain eases with rest, and every danger sign is clearly no: those meant for her by her word."""
    signs = (
        name
        for name, finding in her.kb.findings.items()
        if finding["kind"] == "danger_sign" and finding.get("private") != "true"
    )
    return her.must("is:eased_by_rest") and all(
        her.clearly_no(name) and (put_to_her(name, her) or not her.is_asked(name)) for name in signs
    )


def put_to_her(name: str, her: Her) -> bool:
    """An intimate question may be left open, but it must have been asked."""
    finding = her.kb.findings[name]
    return finding.get("intimate") != "true" or her.silence == NO or name in her.answers


def as_if_asked_everything(case: CaseFile, kb: NaiveKnowledge) -> dict[str, Any]:
    """What she would have said had every question that is meant for her been put to her, relevant or not.

    A yes to a question that nobody would put to her (another stage, or what it hangs on was answered no) drops out.
    """
    stage = stage_of(case["about"])
    answers = case.get("answers", {})
    asked = {name: value for name, value in answers.items() if stage in stages_of(kb.findings[name])}
    while True:  # an answer that drops out may close the gate of another
        her = Her({**case, "answers": asked}, kb, NO)
        left = {name: value for name, value in asked.items() if her.is_asked(name)}
        if left == asked:
            return {**case, "answers": asked}
        asked = left


def decide_with_all_questions(case: CaseFile, kb: NaiveKnowledge) -> Decision:
    """The decision of an interview that leaves nothing out; what the case lacks is answered no."""
    return decide(as_if_asked_everything(case, kb), kb, NO)


def _door(rule: NaiveRule, level: str, her: Her) -> str:
    door = rule.door or USUAL_DOOR[level]
    if door == "gp_urgent" and level != rule.level[her.stage] and her.stage not in STAGES[4:]:
        door = "maternity_unit"  # an open emergency sign, one step slower
    if door not in MATERNITY:
        return door
    if her.stage in STAGES[4:]:
        return "hospital_emergency"
    return "early_pregnancy_unit" if 0 <= _pregnant(her.about) < 16 else "maternity_unit"
