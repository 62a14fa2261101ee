"""The result on the terminal, readable in one screen, the rest below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text as Words

from carrywell import __version__
from carrywell.cli.cells import wrapped
from carrywell.model.assessment import Assessment, Deciding
from carrywell.model.care import CareLevel, Speed
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Text, Voice
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS, TOPICS
from carrywell.report.sentences import Speaker, recheck_when

_COLOUR = {
    Speed.NOW: "red",
    Speed.TODAY: "red",
    Speed.TWO_DAYS: "yellow",
    Speed.WEEKS: "cyan",
    Speed.SELF_CARE: "green",
}
MOST_REASONS = 6
BELOW = "    "  # before what stands below a marked line
SAID_BY_THE_REST = {"new_sign", "new_place", "stronger"}  # over time: her own new answers, places and scores


def print_result(knowledge: Knowledge, voice: Voice, found: Assessment, unanswered: str, extra: dict[str, Any]) -> None:
    paper = _Paper(Console(highlight=False), knowledge, voice)
    paper.care(found, unanswered)
    paper.sequence(extra)
    paper.probably(found)
    paper.causes(found)
    paper.plan(found)
    paper.watch(found)
    paper.foot(extra)


class _Paper:
    def __init__(self, console: Console, knowledge: Knowledge, voice: Voice) -> None:
        self.console, self.knowledge, self.voice = console, knowledge, voice
        self.speaker = Speaker(knowledge, voice)

    def heading(self, key: str) -> None:
        self.console.print(f"\n[bold]{escape(self.voice.phrase(key))}[/bold]")

    def line(self, says: str, mark: str = "·", style: str = "") -> None:
        self.console.print(marked(says, mark), style=style)

    def told(self, name: Text, says: Text) -> str:
        return self.voice.sentences([self.voice.ended(self.voice(name)), self.voice(says)])

    def care(self, found: Assessment, unanswered: str) -> None:
        level = found.triage.level
        words = self.knowledge.care_levels[level]
        body = [
            self.voice(words.do),
            "",
            self.voice.labelled(
                self.voice.phrase("result.what_to_say"), f"“{self.speaker.say(found.case, found.triage)}”"
            ),
        ]
        for door in found.triage.doors:
            body.append(
                self.voice.labelled(self.voice.phrase("result.whom"), self.voice(self.knowledge.doors[door].name))
            )
        title = f"{self.voice(words.title)} · {level.value}"
        self.console.print(Panel(Hanging("\n".join(body)), title=escape(title), border_style=_COLOUR[level.speed]))
        if unanswered == "cautious":
            self.line(self.voice.phrase("result.counts_unanswered", level=self.level(found.by_answers)), "i", "dim")
        self.heading("result.why")
        spoken = [
            deciding for deciding in found.triage.deciding if self.speaker.answer(deciding, found.case) != "unanswered"
        ]
        for deciding in self.speaker.plainest_first(tuple(spoken))[:MOST_REASONS]:
            self.reason(deciding)
        if len(spoken) < len(found.triage.deciding):
            self.line(self.voice.phrase("result.open_questions"))
        if not found.triage.deciding:
            self.line(self.voice.phrase("result.no_sign"))

    def level(self, level: CareLevel) -> str:
        return self.voice(self.knowledge.care_levels[level].title)

    def reason(self, deciding: Deciding) -> None:
        says = self.voice.sentences(self.speaker.signs(deciding))
        self.line(says if deciding.certain else self.voice.remarked(says, self.voice.phrase("result.not_certain")))
        self.sources(deciding.rule.sources)

    def sources(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.console.print(Hanging(f"[{', '.join(ids)}]", BELOW, BELOW), style="dim")

    def sequence(self, extra: dict[str, Any]) -> None:
        """What is new, worse or better since the check before, and what still counts of what was said then."""
        found = extra.get("sequence")
        if found is None:
            return
        self.heading("since.title")
        self.line(
            self.voice.phrase(
                "terminal.levels", levels=" → ".join(self.level(CareLevel(level)) for level in found["levels"])
            ),
            "→",
        )
        derived = found["derived"]
        hers = [name for name in found["new"] if name not in {part["finding"] for part in derived}]
        if hers:
            me = self.voice.sentences(self.speaker.me(self.knowledge.findings[name]) for name in hers)
            self.line(self.voice.phrase("terminal.new", new=me), "!")
        parts = [(part, "+") for part in (*found["worse"], *derived)]
        parts += [(part, "!") for part in found["kept"]] + [(part, "-") for part in found["better"]]
        for part, mark in parts:
            if not {part.get("id"), part.get("because")} & SAID_BY_THE_REST:
                self.line(part["says"], mark)
        if found["kept"]:
            self.line(self.voice.phrase("since.seen"), "i", "dim")

    def probably(self, found: Assessment) -> None:
        if found.triage.level.is_today:
            return
        self.heading("result.probably")
        if found.triage.level.speed > Speed.WEEKS:
            self.line(self.voice.phrase("result.seen_first"))
            return
        likely = found.pain.likely
        if likely is None:
            self.line(self.voice.phrase("result.unclear"))
            return
        self.line(self.told(likely.pain_class.name, likely.pain_class.is_))
        for says in likely.speaks_for:
            self.line(self.voice(says), "+")
        for says in likely.speaks_against:
            self.line(self.voice(says), "-")
        for scored in found.pain.also:
            self.line(
                self.voice.labelled(self.voice.phrase("result.could_also_be"), self.voice(scored.pain_class.name))
            )

    def causes(self, found: Assessment) -> None:
        if found.triage.level.speed > Speed.WEEKS:
            return
        self.heading("result.causes")
        for cause in found.causes[:MOST_CAUSES]:
            self.line(self.voice(cause.says))
            strength = self.voice.phrase(f"evidence.strength.{cause.strength}")
            known = self.voice.labelled(strength, self.voice(cause.evidence))
            self.console.print(Hanging(known, BELOW, BELOW), style="dim")

    def plan(self, found: Assessment) -> None:
        if found.triage.level.is_today:
            self.until_seen(found)
            return
        self.heading("result.today")
        for at, advice in enumerate(found.plan.today, start=1):
            self.line(self.told(advice.title, advice.says), f"{at}.")
            self.sources(advice.sources)
        if not found.plan.today:
            self.line(self.voice.phrase("result.today_none"))
        for topic in TOPICS:
            entries = found.plan.by_topic.get(topic, ())
            if entries:
                self.heading(f"topic.{topic}")
            for advice in entries:
                mark = {"do": "·", "limit": "≤", "avoid": "×"}[advice.kind]
                self.line(self.told(advice.title, advice.says), mark)
        left = [out for out in found.plan.not_for_you if not out.by_level]
        if left:
            self.heading("result.not_for_you")
        for out in left:
            because = self.voice.apart(self.speaker.because(reason) for reason in out.reasons)
            self.line(self.voice.remarked(self.voice(out.advice.title), because), "–")

    def until_seen(self, found: Assessment) -> None:
        """At the levels of today: only what to avoid, a line each."""
        self.heading("result.plan_urgent")
        for topic in TOPICS:
            for advice in found.plan.by_topic.get(topic, ()):
                if advice.kind == "avoid":
                    self.line(self.voice(advice.title), "×")

    def watch(self, found: Assessment) -> None:
        self.heading("result.seek_help_if")
        for net in found.follow_up.signs[:MOST_SIGNS]:
            self.line(self.voice(net.says), "!")
        self.heading("result.look_again")
        when = self.voice.ended(recheck_when(self.voice, found.follow_up.in_hours))
        self.line(self.voice.sentences([when, self.voice(found.follow_up.recheck.says)]))

    def foot(self, extra: dict[str, Any]) -> None:
        if "interview" in extra:
            counted = extra["interview"]
            asked = self.voice.phrase("terminal.asked", screens=counted["screens"], questions=counted["questions"])
            self.console.print(Hanging(f"\n{asked}"), style="dim")
        known = {"version": self.knowledge.version, "digest": self.knowledge.digests.short}
        versions = self.voice.phrase("terminal.knowledge", **known, program=__version__)
        told = self.voice.sentences([versions, self.voice.phrase("result.not_reviewed")])
        self.console.print(Hanging(f"\n{told}"), style="dim")


@dataclass(frozen=True, slots=True)
class Hanging:
    """Plain text in lines of cells: `first` before its first line, `other` before the others."""

    says: str
    first: str = ""
    other: str = ""

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> Iterator[Words]:
        first, *rest = self.says.split("\n")
        yield Words(wrapped(first, options.max_width, self.first, self.other), no_wrap=True, overflow="ignore")
        for line in rest:
            yield Words(wrapped(line, options.max_width, self.other, self.other), no_wrap=True, overflow="ignore")


def marked(says: str, mark: str, depth: int = 0) -> Hanging:
    """A line with its mark before it. What does not fit goes on under the words."""
    indent = " " * (2 + depth)
    first = f"{indent}{mark} " if mark else indent
    return Hanging(says, first, " " * cell_len(first))
