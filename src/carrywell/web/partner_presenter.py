"""From the partner's sheet to what its page shows, in plain texts and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString

from carrywell.app.engine import Engine
from carrywell.app.partner_part import POSITIONS, STEPS, STOP_WORD, PartnerSheet, partner_sheet
from carrywell.model.knowledge import Advice
from carrywell.model.rules import names_in
from carrywell.model.step import Step
from carrywell.model.text import Voice
from carrywell.report.timer import massage_phases
from carrywell.web.partner_link import PartnerLink
from carrywell.web.pictures import picture
from carrywell.web.presenters import Entry, calendar_day, entry
from carrywell.web.timer import Timer, timer

STEP_PX = 176


@dataclass(frozen=True, slots=True)
class ShownStep:
    says: str
    picture: SafeString | None


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """Everything on the partner's page. `massage`: the gate is open; what is shown of it follows."""

    title: str
    gentle: bool
    until: str
    massage: bool
    warmth: bool
    before: tuple[str, ...]
    tasks: tuple[str, ...]
    chores: tuple[Entry, ...]
    about_it: Entry | None
    positions: tuple[ShownStep, ...]
    stop_word: Entry | None
    routine: Entry | None
    steps: tuple[ShownStep, ...]
    timer: Timer | None
    more_massage: tuple[Entry, ...]
    not_to_do: tuple[Entry, ...]
    when_to_stop: tuple[Entry, ...]
    danger: tuple[str, ...]


def present_partner(link: PartnerLink, engine: Engine, voice: Voice) -> PartnerPage:
    return _Presenter(engine, voice, link).page(partner_sheet(engine, link.part))


def day_of(link: PartnerLink, voice: Voice) -> str:
    return calendar_day(link.until, voice)


class _Presenter:
    def __init__(self, engine: Engine, voice: Voice, link: PartnerLink) -> None:
        self.knowledge, self.voice, self.link = engine.knowledge, voice, link
        self.about = link.part.as_case().about
        self.gentle = link.part.loss

    def page(self, sheet: PartnerSheet) -> PartnerPage:
        massage = {advice.id: advice for advice in sheet.massage}
        return PartnerPage(
            title=self.voice.phrase("partner.title_loss" if self.gentle else "partner.title"),
            gentle=self.gentle,
            until=self.until,
            massage=bool(massage),
            warmth=sheet.part.warmth,
            before=tuple(self.before(next(iter(names_in(when)))) for when in sheet.before_each_massage),
            tasks=tuple(self.voice(task.name) for task in sheet.tasks),
            chores=tuple(self.entry(advice) for advice in sheet.chores),
            about_it=self.entry_of(massage.get(POSITIONS)),
            positions=self.steps(massage.get(POSITIONS)),
            stop_word=self.entry_of(massage.get(STOP_WORD)),
            routine=self.entry_of(massage.get(STEPS)),
            steps=self.steps(massage.get(STEPS)),
            timer=self.timer(massage.get(STEPS)),
            more_massage=tuple(
                self.entry(advice) for name, advice in massage.items() if name not in (POSITIONS, STEPS, STOP_WORD)
            ),
            not_to_do=tuple(self.entry(advice) for advice in sheet.not_to_do),
            when_to_stop=tuple(self.entry(advice) for advice in sheet.when_to_stop),
            danger=tuple(line for advice in sheet.danger for line in lines(self.voice(advice.says))),
        )

    @property
    def until(self) -> str:
        return day_of(self.link, self.voice)

    def before(self, fact: str) -> str:
        return self.voice.phrase(f"partner.before.{fact.removeprefix('is:')}")

    def entry(self, advice: Advice) -> Entry:
        return entry(advice, self.knowledge, self.voice, self.gentle)

    def entry_of(self, advice: Advice | None) -> Entry | None:
        return self.entry(advice) if advice else None

    def steps(self, advice: Advice | None) -> tuple[ShownStep, ...]:
        return tuple(self.step(step) for step in advice.steps) if advice else ()

    def timer(self, advice: Advice | None) -> Timer | None:
        """Counts the steps; it stands only where they do, behind the gate."""
        steps = advice.steps if advice else ()
        return timer(massage_phases(steps), self.voice, tuple(self.voice(step.says) for step in steps))

    def step(self, step: Step) -> ShownStep:
        pose = self.knowledge.poses[step.pose] if step.pose else None
        shown = picture(pose, self.about, self.voice.language, STEP_PX) if pose else None
        return ShownStep(self.voice(step.says), shown)


def lines(says: str) -> list[str]:
    """A sentence a line: what stands in one paragraph is read faster as a list when it matters."""
    return re.findall(r"\S.*?(?:\.(?= |$)|。|$)", says)
