"""The facts of every case at once: `decide.facts` over a symbolic woman.

Each line here has its counterpart there. The facts of the person are not written a second time: `model.person_table`
asks the functions that run for every way in which a pregnancy can have ended.
"""

from __future__ import annotations

import z3

from carrywell.decide.facts import COARSE_SITES
from carrywell.model.knowledge import Finding
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, STAGE_FACTS, without_number
from carrywell.model.person_table import person_table
from carrywell.model.rules import When
from carrywell.model.truth import Truth
from carrywell.proof.logic import FALSE, KLEENE, TRUE, Kleene, Number, both, either, holds, negated
from carrywell.proof.woman import Reply, Woman

_NO, _YES = KLEENE[Truth.FALSE], KLEENE[Truth.TRUE]


class CircularGate(ValueError):
    """A question whose gate rests on its own answer: nobody could ever be asked it."""


class SymbolicFacts:
    """The facts of a symbolic woman. `silence` (there `unanswered`), `pain_unsaid`, `asking` and `withheld`: as in
    `decide.facts.Facts`.

    `taken_as_no`: the second valuation of `Facts.if_no`, in which these findings are no wherever they are open.
    """

    def __init__(
        self,
        woman: Woman,
        silence: Truth,
        pain_unsaid: Truth | None = None,
        asking: bool = False,
        withheld: Truth = Truth.FALSE,
        taken_as_no: frozenset[str] = frozenset(),
    ) -> None:
        self.woman, self.knowledge, self.stage = woman, woman.knowledge, woman.stage
        self.silence, self.asking, self.withheld = silence, asking, withheld
        self.pain_unsaid = silence if pain_unsaid is None else pain_unsaid
        self.taken_as_no = taken_as_no
        self._as_said = SymbolicFacts(woman, silence, pain_unsaid, asking, withheld) if taken_as_no else self
        self._known: dict[str, Kleene] = {}
        self._asked: dict[str, z3.BoolRef] = {}
        self._on_the_way: list[str] = []

    def if_no(self, findings: frozenset[str]) -> SymbolicFacts:
        return SymbolicFacts(self.woman, self.silence, self.pain_unsaid, self.asking, self.withheld, findings)

    def truth(self, name: str) -> Kleene:
        """The truth of a named fact over all cases. KeyError for a name that there is not; CircularGate."""
        known = self._known.get(name)
        if known is None:
            if name in self._on_the_way:
                raise CircularGate(f"{' → '.join(self._on_the_way)} → {name}: each waits for the next to be answered")
            self._on_the_way.append(name)
            known = self._known[name] = self._compute(name)
            self._on_the_way.pop()
        return known

    def holds(self, when: When) -> Kleene:
        return holds(when, self.truth, self.number)

    def number(self, name: str) -> Number:
        """A number of the pain, of the person or of a question, and what a comparison counts as without it."""
        woman = self.woman
        if name in PERSON_NUMBERS:
            return self._person_number(name)
        if name in woman.numbers:
            return Number(woman.numbers[name].given, woman.numbers[name].value, KLEENE[self.pain_unsaid])
        measured = woman.replies[name].number
        assert measured is not None  # knowledge.references lets a compare name numbers only
        return Number(measured.given, measured.value, self._answered(self.knowledge.findings[name]))

    def is_asked(self, finding: Finding) -> z3.BoolRef:
        known = self._asked.get(finding.id)
        if known is None:
            known = self._asked[finding.id] = self._is_asked(finding)
        return known

    def reply(self, name: str) -> Reply:
        said = self.woman.replies[name]
        if name not in self.taken_as_no:
            return said
        turned = self._as_said.truth(name).unknown
        if said.number is not None:
            turned = both(turned, negated(said.number.given))
        kept = negated(turned)
        return Reply(
            both(said.yes, kept),
            either(said.no, turned),
            both(said.unsure, kept),
            both(said.rather_not, kept),
            said.number,
        )

    def _is_asked(self, finding: Finding) -> z3.BoolRef:
        if self.stage not in finding.stages:
            return FALSE
        umbrella = self.knowledge.umbrella_of.get(finding.id)
        closed = self.reply(umbrella).no if umbrella is not None else FALSE
        return both(negated(closed), self.holds(finding.asked_if).possibly)

    def _compute(self, name: str) -> Kleene:
        finding = self.knowledge.findings.get(name)
        if finding is not None:
            return self._answered(finding)
        prefix, _, value = name.partition(":")
        if prefix == "is":
            return self._person(name, value)
        return self._listed(prefix, value)

    def _answered(self, finding: Finding) -> Kleene:
        reply = self.reply(finding.id)
        unsaid = negated(either(reply.yes, reply.no, reply.unsure))
        meant = _NO if finding.covers else self._unsaid(finding, reply)
        return Kleene(
            either(reply.yes, both(unsaid, meant.surely)), either(reply.yes, reply.unsure, both(unsaid, meant.possibly))
        )

    def _unsaid(self, finding: Finding, reply: Reply) -> Kleene:
        """What saying neither yes, no nor not sure means."""
        silent = KLEENE[self.silence] if self.asking or not finding.intimate else _NO
        withheld = KLEENE[self.withheld]
        if silent is _NO and withheld is _NO:
            return _NO
        asked, kept_back = self.is_asked(finding), reply.rather_not
        surely = either(both(kept_back, withheld.surely), both(negated(kept_back), silent.surely))
        possibly = either(both(kept_back, withheld.possibly), both(negated(kept_back), silent.possibly))
        return Kleene(both(asked, surely), both(asked, possibly))

    def _person(self, name: str, value: str) -> Kleene:
        if name in PERSON_FACTS:
            return self._tabled(name)
        if (stage := STAGE_FACTS.get(name)) is not None:
            return _YES if self.stage is stage else _NO
        return self.holds(self.knowledge.facts[value].when)

    def _tabled(self, name: str) -> Kleene:
        table = person_table(name)
        if self.stage.pregnant:
            return KLEENE[table.pregnant]
        surely, possibly = [], []
        for chosen, truth in table.after.items():
            is_her = both(*(self._chosen(kind, value) for kind, value in zip(table.by, chosen, strict=True)))
            surely += [is_her] if truth is Truth.TRUE else []
            possibly += [is_her] if truth is not Truth.FALSE else []
        return Kleene(either(*surely), either(*possibly))

    def _chosen(self, kind: str, value: str | None) -> z3.BoolRef:
        choices = self.woman.person_choices[kind]
        return choices[value] if value is not None else negated(either(*choices.values()))

    def _person_number(self, name: str) -> Number:
        missing = KLEENE[without_number(name)]
        if name in ("weeks_pregnant", "weeks_postpartum"):
            of_her_clock = self.stage.pregnant == (name == "weeks_pregnant")
            return Number(TRUE if of_her_clock else FALSE, self.woman.weeks, missing)
        measured = self.woman.numbers[name]
        if name == "babies":
            return Number(TRUE, z3.If(measured.given, measured.value, 1), missing)
        return Number(measured.given, measured.value, missing)

    def _listed(self, prefix: str, value: str) -> Kleene:
        match prefix:
            case "site":
                return self._site(value)
            case "worse_with" | "better_with" | "history" | "day":
                marked = self.woman.lists[prefix]
                return self._marked(marked.marks[value], negated(marked.answered))
            case "side" | "onset" | "course":
                choices = self.woman.choices[prefix]
                unsaid, counts = negated(either(*choices.values())), KLEENE[self.pain_unsaid]
                return Kleene(
                    either(choices[value], both(unsaid, counts.surely)),
                    either(choices[value], both(unsaid, counts.possibly)),
                )
            case "class":
                return _NO  # the care level is worked out before the pain class
        raise KeyError(f"{prefix}:{value}")

    def _marked(self, mark: z3.BoolRef, unsaid: z3.BoolRef) -> Kleene:
        counts = KLEENE[self.silence]
        return Kleene(either(mark, both(unsaid, counts.surely)), either(mark, both(unsaid, counts.possibly)))

    def _site(self, site: str) -> Kleene:
        marks = self.woman.lists["site"].marks
        rough = [marks[place] for place, meant in COARSE_SITES.items() if site in meant]
        said = self._marked(marks[site], negated(self.woman.lists["site"].answered))
        return Kleene(said.surely, either(said.possibly, *rough))
