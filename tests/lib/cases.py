"""Small builders of cases, so that a test says who she is and what she said, and nothing else.

pregnant(34, blood_pressure_upper=175)          one answer, the rest not said
postpartum(3, birth="caesarean", fever="yes")   keys of `about`, `pain` and the findings, all by name
all_no(pregnant(23, sites=["low_back"]))        every question of her stage asked and answered no
"""

from __future__ import annotations

from random import Random

from carrywell.app.check_case import Unanswered, check_case
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel
from carrywell.model.case import About, Case, Pain
from carrywell.model.knowledge import Advice
from carrywell.model.truth import Truth

_OWN_KEYS = ("history", "day", "asked_on")


def pregnant(weeks: float, **said: object) -> Case:
    """A woman so many weeks pregnant. KeyError for a name that is no key of a case and no finding."""
    return _case({"weeks_pregnant": weeks}, said)


def postpartum(weeks: float, **said: object) -> Case:
    """A woman so many weeks after birth or loss. KeyError as above."""
    return _case({"weeks_postpartum": weeks}, said)


def _case(weeks: dict[str, object], said: dict[str, object]) -> Case:
    findings = open_engine().knowledge.findings
    about, pain, own, answers = dict(weeks), {}, {}, {}
    for name, value in said.items():
        if name in About.model_fields:
            about[name] = value
        elif name in Pain.model_fields:
            pain[name] = value
        elif name in _OWN_KEYS:
            own[name] = value
        else:
            answers[findings[name].id] = Answer(value) if isinstance(value, str) else value
    return Case.model_validate({"about": about, "answers": answers, **({"pain": pain} if pain else {}), **own})


def also(case: Case, **answers: str | float) -> Case:
    """The same woman, who says this as well."""
    findings = open_engine().knowledge.findings
    more = {findings[name].id: Answer(value) if isinstance(value, str) else value for name, value in answers.items()}
    return case.model_copy(update={"answers": {**case.answers, **more}})


def all_no(case: Case) -> Case:
    """Every question that is meant for her and that she left open: no. Numbers stay unsaid."""
    knowledge = open_engine().knowledge
    facts = Facts(case, knowledge, Truth.FALSE)
    no = {
        finding.id: Answer.NO
        for finding in knowledge.findings.values()
        if finding.asks_for != "number" and facts.is_asked(finding)
    }
    pain = {"worse_with": (), "better_with": ()} | dict(case.pain)
    return Case.model_validate(
        {"about": case.about, "answers": {**no, **case.answers}, "pain": pain, "history": case.history, "day": case.day}
    )


def assessed(case: Case, unanswered: Unanswered = "no") -> Assessment:
    return check_case(open_engine(), case, unanswered)


def level(case: Case, unanswered: Unanswered = "no") -> CareLevel:
    return assessed(case, unanswered).triage.level


def facts_of(case: Case, found: Assessment, unanswered: Truth = Truth.UNKNOWN) -> Facts:
    """The facts that the plan of this assessment rests on."""
    return Facts(case, open_engine().knowledge, unanswered, found.pain.ids)


def planned(found: Assessment) -> dict[str, Advice]:
    """Everything that the plan offers, by id."""
    return {advice.id: advice for entries in found.plan.by_topic.values() for advice in entries}


def left_out(found: Assessment) -> dict[str, frozenset[str]]:
    """What was left out, with the facts that did it (empty where the care level did)."""
    return {left.advice.id: frozenset(reason.fact for reason in left.reasons) for left in found.plan.not_for_you}


def answered_at_random(case: Case, seed: int) -> Case:
    """Half of the questions of her stage, each yes, no or unsure."""
    chance = Random(seed)
    knowledge = open_engine().knowledge
    stage = knowledge.stage_of(case.about)
    names = [
        name
        for name, finding in knowledge.findings.items()
        if stage in finding.stages and finding.asks_for != "number" and chance.random() < 0.5
    ]
    return also(case, **{name: chance.choice(("yes", "no", "unsure")) for name in names})


# One woman of each stage, and after birth of each kind.
AT_EACH_STAGE = (
    pregnant(8),
    pregnant(23),
    pregnant(34),
    postpartum(1, ended="birth", birth="vaginal", baby_with_me="yes"),
    postpartum(3, ended="birth", birth="caesarean", baby_with_me="yes"),
    postpartum(20, ended="loss"),
    postpartum(60, ended="birth", birth="vaginal", baby_with_me="no"),
)

# Ordinary pain at 23 weeks: mopping brings it, rest eases it, every question answered no.
ORDINARY = {
    "sites": ["low_back"],
    "worse_with": ["bending"],
    "better_with": ["rest"],
    "worse_moving_better_rest": "yes",
}
