"""The items of the knowledge base that a result rests on, by folder and id: `findings/fever`, `advice/walk_daily`.

These are the rules that counted with the findings and named facts that they look at, and what the result shows: level,
doors, conditions, class, causes, plan, gates, recheck, signs. Nothing private is among them, whatever she answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from carrywell.model.assessment import Assessment, Rule
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.knowledge import Advice, Cause, Finding, Knowledge, PainClass
from carrywell.model.rules import When, names_in
from carrywell.model.stage import Stage

EASED = "facts/eased_by_rest"  # what self-care rests on (`decide.triage`), besides a no to every danger sign


def items_of(
    found: Assessment, knowledge: Knowledge, causes: Sequence[Cause], signs: Sequence[str], more: Iterable[str] = ()
) -> list[str]:
    """In the order of their names. `causes`, `signs`: those that the result shows. `more`: what only the way to the
    decision used, such as screens.
    """
    ground = _Ground(knowledge, found.case)
    items = {
        *more,
        *ground.triage(found),
        *ground.shown(found),
        *(item for cause in causes for item in ground.cause(cause)),
        *(f"safety_net/{sign}" for sign in signs),
    }
    return sorted(items)


class _Ground:
    def __init__(self, knowledge: Knowledge, case: Case) -> None:
        self.knowledge, self.case = knowledge, case

    def triage(self, found: Assessment) -> Iterator[str]:
        stage = self.knowledge.stage_of(found.case.about)
        yield f"stages/{stage}"
        yield f"care_levels/{found.triage.level}"
        yield from (f"doors/{door}" for door in found.triage.doors)
        for counted in found.triage.counted:
            yield from self.rule(counted.rule)
        if found.triage.level is CareLevel.SELF_CARE:
            yield EASED
            yield from self.facts(self.knowledge.facts["eased_by_rest"].when)
            yield from (f"findings/{finding.id}" for finding in self.denied(stage))

    def denied(self, stage: Stage) -> Iterator[Finding]:
        """The danger signs that self-care needs a no to."""
        for finding in self.knowledge.findings.values():
            if finding.kind == "danger_sign" and stage in finding.stages and not finding.private:
                yield finding

    def rule(self, rule: Rule) -> Iterator[str]:
        if rule.combination is not None:
            yield f"combinations/{rule.combination}"
        yield from self.facts(rule.when)
        yield from (f"conditions/{name}" for name in rule.conditions)

    def shown(self, found: Assessment) -> Iterator[str]:
        for scored in (found.pain.likely, *found.pain.also):
            if scored is not None:
                yield from self.pain_class(scored.pain_class)
        left_out = (left.advice for left in found.plan.not_for_you)
        offered = (advice for entries in found.plan.by_topic.values() for advice in entries)
        for advice in (*offered, *left_out):
            yield from self.advice(advice)
        yield f"recheck/{found.follow_up.recheck.id}"
        yield from self.facts(found.follow_up.recheck.when)

    def pain_class(self, pain_class: PainClass) -> Iterator[str]:
        yield f"classes/{pain_class.id}"
        signs = (*pain_class.speaks_for, *pain_class.speaks_against)
        for when in (pain_class.core, *(sign.when for sign in signs)):
            yield from self.facts(when)

    def cause(self, cause: Cause) -> Iterator[str]:
        yield f"causes/{cause.id}"
        yield from self.facts(cause.applies_when)

    def advice(self, advice: Advice) -> Iterator[str]:
        yield f"advice/{advice.id}"
        gates = [self.knowledge.gates[name] for name in advice.gates]
        yield from (f"gates/{gate.id}" for gate in gates)
        lines = (line.when for gate in gates for line in (*gate.not_when, *gate.ask_first_when))
        for when in (advice.applies_when, *advice.not_when, *advice.helps_when, *lines):
            yield from self.facts(when)

    def facts(self, when: When) -> Iterator[str]:
        """The findings, named facts, tasks and classes that a condition looks at, and what these look at in turn."""
        for name in names_in(when):
            prefix, _, value = name.partition(":")
            if name in self.knowledge.findings:
                yield from self.finding(self.knowledge.findings[name])
            elif prefix == "is" and value in self.knowledge.facts:
                yield f"facts/{value}"
                yield from self.facts(self.knowledge.facts[value].when)
            elif prefix in ("day", "class"):
                yield f"{'tasks' if prefix == 'day' else 'classes'}/{value}"

    def finding(self, finding: Finding) -> Iterator[str]:
        """A finding, the umbrella that settled it if she answered that one, and what opens its question."""
        if finding.private:
            return
        yield f"findings/{finding.id}"
        umbrella = self.knowledge.umbrella_of.get(finding.id)
        if umbrella is not None and umbrella in self.case.answers:
            yield f"findings/{umbrella}"
        yield from self.facts(finding.asked_if)
