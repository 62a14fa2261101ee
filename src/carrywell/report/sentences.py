"""Sentences that are put together from an assessment: who she is, what to say on the telephone, why."""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.model.answer import Answer
from carrywell.model.assessment import Deciding, Reason, Triage
from carrywell.model.care import Door, Speed
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.text import Voice

WEEKS_SPOKEN_AS_MONTHS = 14
WEEKS_IN_A_MONTH = 365.25 / 12 / 7
MOST_SAID = 4  # more than these are not remembered on the telephone


@dataclass(frozen=True, slots=True)
class Speaker:
    knowledge: Knowledge
    voice: Voice

    def who(self, case: Case) -> str:
        """`I am 31 weeks pregnant.` / `I gave birth 3 weeks ago.` / `I lost a pregnancy 3 weeks ago.`"""
        about = case.about
        if about.weeks_pregnant is not None:
            return self.voice.counted("say.pregnant", int(about.weeks_pregnant), weeks=int(about.weeks_pregnant))
        # Where she has not said how it ended, nothing is guessed: "my pregnancy ended" is true either way.
        said_birth = about.ended == "birth" or about.birth is not None or about.baby_with_me == "yes"
        what = "birth" if said_birth and about.ended != "loss" else "loss"
        return self.since(about.weeks_postpartum or 0, f"say.{what}")

    def since(self, weeks: float, what: str) -> str:
        """In days, weeks or months, as one would say it."""
        if weeks < 1:
            return self.voice.phrase(f"{what}.days")
        if weeks < WEEKS_SPOKEN_AS_MONTHS:
            return self.voice.counted(what, int(weeks), weeks=int(weeks))
        return self.voice.phrase(f"{what}.months", months=round(weeks / WEEKS_IN_A_MONTH))

    def say(self, case: Case, triage: Triage) -> str:
        """What to say on the telephone or at the door."""
        deciding = self.plainest_first(triage.deciding)
        signs = list(dict.fromkeys(sign for found in deciding for sign in self.spoken(found, case)))[:MOST_SAID]
        pain = [] if signs else [self.voice.phrase("say.pain")]
        return self.voice.sentences(
            [self.who(case), *(signs or pain), self.voice.phrase(f"say.need.{_need(triage.level.speed)}")]
        )

    def sign(self, found: Deciding) -> str:
        """A deciding finding in her own voice; a discreet one in its neutral words."""
        if found.rule.finding is None:
            assert found.rule.combination is not None
            return self.voice(self.knowledge.combinations[found.rule.combination].me)
        finding = self.knowledge.findings[found.rule.finding]
        return self.me(finding)

    def me(self, finding: Finding) -> str:
        return self.voice(finding.discreet or finding.me)

    def plainest_first(self, deciding: tuple[Deciding, ...]) -> list[Deciding]:
        """What is certain before what is open, a sign alone before signs together, then by door."""
        return sorted(
            deciding,
            key=lambda found: (not found.certain, len(found.rule.with_), list(Door).index(found.door), found.rule.id),
        )

    def signs(self, found: Deciding) -> list[str]:
        """The deciding finding and what raised it, each in her own voice."""
        said = [self.sign(found)]
        for name in found.rule.with_:
            finding = self.knowledge.findings.get(name)
            if finding is not None:
                said.append(self.me(finding))
            elif name.removeprefix("is:") in self.knowledge.facts:
                said.append(self.voice(self.knowledge.facts[name.removeprefix("is:")].says))
            elif self.voice.has(_fact(name)):
                said.append(self.voice.phrase(_fact(name)))
        return said

    def spoken(self, found: Deciding, case: Case) -> list[str]:
        """A deciding rule as she would say it: the finding, and the findings that raised it, in her own voice.

        Where the rule is open, only what she did say yes to: an open part must not silence the sure one.
        """
        names = [name for name in (found.rule.finding or "", *found.rule.with_) if name in self.knowledge.findings]
        if not found.certain:
            names = [name for name in names if case.answers.get(name) is Answer.YES]
        said = [self.me(self.knowledge.findings[name]) for name in names]
        return [self.sign(found), *said] if found.certain and found.rule.finding is None else said

    def because(self, reason: Reason) -> str:
        """Why an entry was left out, in words; the bare fact only where the knowledge base has no words for it."""
        if reason.says is not None:
            return self.voice(reason.says)
        return self.voice.phrase(_fact(reason.fact)) if self.voice.has(_fact(reason.fact)) else reason.fact

    def answer(self, found: Deciding, case: Case) -> str:
        """How far the rule is certain: yes, unsure or unanswered."""
        if found.certain:
            return "yes"
        names = found.rule.names & set(self.knowledge.findings)
        unsure = any(case.answers.get(name) is Answer.UNSURE for name in names)
        return "unsure" if unsure else "unanswered"


def _fact(name: str) -> str:
    """The id of the words for a fact that is no finding and no named fact: `is:pregnant` has `fact.is.pregnant`."""
    return f"fact.{name.replace(':', '.')}"


def _need(speed: Speed) -> str:
    return {Speed.NOW: "now", Speed.TODAY: "today", Speed.TWO_DAYS: "two_days", Speed.SELF_CARE: "self_care"}.get(
        speed, "weeks"
    )


def recheck_when(voice: Voice, hours: int) -> str:
    """`In 4 hours`, `Tomorrow`, `In 7 days`."""
    if hours < 24:
        return voice.counted("result.recheck.hours", hours)
    return voice.counted("result.recheck.days", round(hours / 24))
