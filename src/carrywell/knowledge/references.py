"""Whether the items fit together: every id that is used exists, and every finding is asked once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from pydantic import BaseModel

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.references_baby_tasks import check_baby_tasks
from carrywell.knowledge.references_claims import check_claims
from carrywell.knowledge.references_exercises import check_exercises
from carrywell.knowledge.references_over_time import check_over_time
from carrywell.knowledge.yaml_text import Document
from carrywell.model.care import CareLevel
from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Knowledge, Screen
from carrywell.model.person import PERSON_NUMBERS
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When, names_in
from carrywell.model.stage import POSTPARTUM, PREGNANT
from carrywell.model.vocabulary import PAIN_NUMBERS, fixed_names

Documents = Mapping[tuple[str, str], Document]

# Answer machines and content farms: no clinician accepts them as evidence (docs/explanation/review.md, R029).
BARRED_HOSTS = frozenset({
    "droracle.ai", "iatrox.com", "paperexplained.cn", "capsulehealth.one", "herbal-organic.com",
    "themasterpiecemom.com", "slidelegend.com", "kidneydiseaseclinic.net",
})  # fmt: skip


def check(knowledge: Knowledge, documents: Documents, unread: frozenset[tuple[str, str]]) -> list[Fault]:
    """`unread`: folder and id of files that are faulty in themselves; what follows from that is no fault of its own."""
    found = [
        *_unknown_sources(knowledge, documents),
        *_barred_sources(knowledge, documents),
        *_unknown_facts(knowledge, documents),
        *_unknown_conditions(knowledge, documents),
        *_unknown_gates(knowledge, documents),
        *_unknown_poses(knowledge, documents),
        *(() if any(folder == "screens" for folder, _ in unread) else _screens(knowledge, documents)),
        *_umbrellas(knowledge, documents),
        *_safety_net(knowledge, documents),
        *_warnings(knowledge, documents),
        *_old_ids(knowledge, documents),
        *_circles(knowledge, documents),
        *_stages(knowledge, documents),
        *check_exercises(knowledge, documents),
        *check_baby_tasks(knowledge, documents),
        *check_claims(knowledge, documents),
        *check_over_time(knowledge, documents),
    ]
    used = {f"'{prefix}{name}'" for _, name in unread for prefix in ("", "is:", "day:", "class:")}
    return [fault for fault in found if not any(name in fault.says for name in used)]


def _folders(knowledge: Knowledge) -> Iterator[tuple[str, Mapping[str, BaseModel]]]:
    for folder in type(knowledge).model_fields:
        items = getattr(knowledge, folder)
        if isinstance(items, Mapping) and all(isinstance(item, BaseModel) for item in items.values()):
            yield folder, items


def _unknown_sources(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for folder, items in _folders(knowledge):
        for name, item in items.items():
            if isinstance(item, Evidenced):
                for source in item.sources:
                    if source not in knowledge.sources:
                        says = f"unknown source {source!r}; allowed are the ids in sources/"
                        yield documents[folder, name].fault_on(source, says)


def _barred_sources(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, source in knowledge.sources.items():
        host = (urlsplit(source.url).hostname or "").removeprefix("www.")
        if any(host == barred or host.endswith(f".{barred}") for barred in BARRED_HOSTS):
            yield documents["sources", name].fault_at(("url",), f"{host} is barred as a source; name the primary one")


def whens_of(part: BaseModel) -> Iterator[When]:
    """Every condition in an item, however deep."""
    for name in type(part).model_fields:
        yield from _whens(getattr(part, name))


def _whens(value: object) -> Iterator[When]:
    if isinstance(value, Fact | Not | All | Any | AtLeast | Compare):
        yield value
    elif isinstance(value, BaseModel):
        yield from whens_of(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _whens(part)


def known_facts(knowledge: Knowledge) -> frozenset[str]:
    """Every name that a condition may use."""
    asked = (name for name, finding in knowledge.findings.items() if finding.asks_for != "number")
    named = (f"is:{name}" for name in knowledge.facts)
    days = (f"day:{name}" for name in knowledge.tasks)
    classes = (f"class:{name}" for name in knowledge.classes)
    return fixed_names() | frozenset(asked) | frozenset(named) | frozenset(days) | frozenset(classes)


def known_numbers(knowledge: Knowledge) -> frozenset[str]:
    asked = (name for name, finding in knowledge.findings.items() if finding.asks_for == "number")
    return frozenset(asked) | frozenset(PAIN_NUMBERS) | frozenset(PERSON_NUMBERS)


def _compared(when: When) -> Iterator[str]:
    match when:
        case Compare(number, _, _):
            yield number
        case Not(part):
            yield from _compared(part)
        case All(parts) | Any(parts) | AtLeast(_, parts):
            for part in parts:
                yield from _compared(part)


def _unknown_facts(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    facts, numbers = known_facts(knowledge), known_numbers(knowledge)
    for folder, items in _folders(knowledge):
        for name, item in items.items():
            document = documents[folder, name]
            for when in whens_of(item):
                compared = set(_compared(when))
                for used in names_in(when):
                    if used in compared and used not in numbers:
                        yield document.fault_on(used, f"unknown number {used!r}; allowed: {', '.join(sorted(numbers))}")
                    if used not in compared and used not in facts:
                        yield document.fault_on(used, f"unknown fact {used!r}; allowed: {_nearest(used, facts)}")


def _nearest(used: str, facts: frozenset[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(used, facts, n=3)
    hint = f" (near: {', '.join(near)})" if near else ""
    return f"a finding, or is:/site:/worse_with:/better_with:/history:/day:…{hint}"


def _unknown_conditions(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, finding in knowledge.findings.items():
        for used in (*finding.conditions, *(raised.because for raised in finding.raises)):
            if used not in knowledge.conditions:
                yield documents["findings", name].fault_on(used, f"unknown condition {used!r}; allowed: conditions/")
        for stage in finding.level_by_stage:
            if stage not in finding.stages:
                yield documents["findings", name].fault_on(stage, f"{stage} has a level but is not among the stages")
    for name, rule in knowledge.combinations.items():
        if rule.because not in knowledge.conditions:
            says = f"unknown condition {rule.because!r}; allowed: conditions/"
            yield documents["combinations", name].fault_on(rule.because, says)


def _unknown_gates(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, advice in knowledge.advice.items():
        for gate in advice.gates:
            if gate not in knowledge.gates:
                says = f"unknown gate {gate!r}; allowed: {', '.join(sorted(knowledge.gates))}"
                yield documents["advice", name].fault_on(gate, says)


def _unknown_poses(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, advice in knowledge.advice.items():
        for pose in (advice.pose, *(step.pose for step in advice.steps)):
            if pose is not None and pose not in knowledge.poses:
                yield documents["advice", name].fault_on(pose, f"unknown pose {pose!r}; allowed are the ids in poses/")


NEEDED_SCREENS = ("now", "today", "also", "closer", "numbers", "cautions")


def _screens(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """The screens whose lines are worked out have their words; each private question stands on one private screen."""
    for name in NEEDED_SCREENS:
        if name not in knowledge.screens:
            yield Fault(f"screens/{name}.yaml", 1, 1, "the file is missing; the questions need its title")
    asked = Counter(line for screen in knowledge.screens.values() for line in screen.lines)
    for name, screen in knowledge.screens.items():
        document = documents["screens", name]
        if screen.lines and screen.purpose not in ("about", "private"):
            yield document.fault_at(("lines",), "the lines of this screen are worked out from the rules; allowed: none")
        for line in screen.lines:
            if (says := _misplaced(line, screen, asked[line], knowledge)) is not None:
                yield document.fault_on(line, says)
    for name, finding in knowledge.findings.items():
        if finding.private and not asked[name]:
            yield documents["findings", name].fault_at(("id",), f"{name} stands on no screen, so nobody is asked")


def _misplaced(line: str, screen: Screen, times: int, knowledge: Knowledge) -> str | None:
    finding = knowledge.findings.get(line)
    if finding is None:
        return f"unknown finding {line!r}; allowed: the ids in findings/"
    if times > 1:
        return f"the finding {line!r} stands on two screens; allowed is one"
    if finding.private != (screen.purpose == "private"):
        return f"{line}: private findings belong on private screens, and only there"
    return None


def _warnings(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """No answer may take an avoid or limit entry away, so what it applies to is who she is, never what she answers."""
    for name, advice in knowledge.advice.items():
        if advice.kind != "do":
            for used in sorted(knowledge.rests_on(advice.applies_when) & knowledge.findings.keys()):
                says = f"an {advice.kind} entry may not depend on the answer to {used}; say it in its words instead"
                yield documents["advice", name].fault_at(("applies_when",), says)


def _umbrellas(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """No finding stands under two umbrellas, none under another; an umbrella's own level is the highest there is."""
    over: dict[str, str] = {}
    for name, umbrella in knowledge.findings.items():
        document = documents["findings", name]
        for covered in umbrella.covers:
            finding = knowledge.findings.get(covered)
            if finding is None:
                yield document.fault_on(covered, f"unknown finding {covered!r}; allowed: the ids in findings/")
            elif covered in over:
                yield document.fault_on(covered, f"{covered} stands under {over[covered]} too; allowed is one umbrella")
            elif finding.covers:
                yield document.fault_on(covered, f"{covered} is an umbrella itself; allowed: findings that are none")
            elif umbrella.level is not None and umbrella.level is not CareLevel.EMERGENCY_NOW:
                says = f"level: {umbrella.level}; allowed is emergency_now, which nothing under an umbrella can pass"
                yield document.fault_at(("level",), says)
            over.setdefault(covered, name)


def _safety_net(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, net in knowledge.safety_net.items():
        for used in net.findings:
            if used not in knowledge.findings:
                yield documents["safety_net", name].fault_on(used, f"unknown finding {used!r}; allowed: findings/")


def _old_ids(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for old, parts in knowledge.old_ids.items():
        document = documents["old_ids", ""]
        if old in knowledge.findings:
            yield document.fault_on_key((old,), f"{old} is still a finding, so it is no old id")
        for at, part in enumerate(parts):
            if part not in knowledge.findings:
                yield document.fault_at((old, at), f"unknown finding {part!r} under {old}; allowed: findings/")


def _stages(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """Every week of a clock lies in one stage: the first begins at 0, each later one after the one before."""
    for clock in (PREGNANT, POSTPARTUM):
        before: float | None = None
        for stage in clock:
            start = knowledge.stages.get(stage)
            if start is None:
                yield Fault(f"stages/{stage}.yaml", 1, 1, "the file is missing; allowed is one for each stage")
                continue
            document = documents["stages", stage]
            if (start.clock == "pregnant") != stage.pregnant:
                yield document.fault_at(("clock",), f"clock {start.clock!r}; {stage} counts by the other one")
            if (before is None and start.from_weeks != 0) or (before is not None and start.from_weeks <= before):
                allowed = "0" if before is None else f"more than {before:g}, where the stage before begins"
                yield document.fault_at(("from_weeks",), f"from_weeks {start.from_weeks:g}; allowed is {allowed}")
            before = start.from_weeks


def _circles(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """A named fact that rests on itself would never end, nor would a question that waits for itself."""
    waits = {
        name: (*knowledge.rests_on(finding.asked_if), *(over for over in (knowledge.umbrella_of.get(name),) if over))
        for name, finding in knowledge.findings.items()
    }
    for name in knowledge.findings:
        if _reaches(name, name, waits, set()):
            yield documents["findings", name].fault_at(("id",), f"{name} is asked only after itself")
    uses = {f"is:{name}": tuple(names_in(fact.when)) for name, fact in knowledge.facts.items()}
    for name in knowledge.facts:
        if _reaches(f"is:{name}", f"is:{name}", uses, set()):
            yield documents["facts", name].fault_at(("when",), f"is:{name} rests on itself")


def _reaches(start: str, goal: str, uses: Mapping[str, Iterable[str]], seen: set[str]) -> bool:
    for used in uses.get(start, ()):
        if used == goal:
            return True
        if used in uses and used not in seen:
            seen.add(used)
            if _reaches(used, goal, uses, seen):
                return True
    return False
