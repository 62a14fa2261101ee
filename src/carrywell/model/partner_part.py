"""What a woman passes on to her partner: the few facts that the partner's page is made from, and nothing else.

None of it is an answer to a question on danger signs, mood, violence or anything intimate. Whether massage and warmth
are open for her is all that her answers decide here, and a closed gate does not say which of them closed it.
"""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.model.case import About, Case

WEEKS_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class PartnerPart:
    """`weeks`: rounded down, pregnant or since the end of the pregnancy; never into another stage. `massage`: ids of
    the massage advice that her plan offers. `tasks`: what her day holds and a partner can do.
    """

    pregnant: bool
    weeks: int
    loss: bool = False
    baby: bool = False
    massage: tuple[str, ...] = ()
    warmth: bool = False
    tasks: tuple[str, ...] = ()

    def as_case(self) -> Case:
        """All that the page may rest on: a case without a single answer."""
        if self.pregnant:
            return Case(about=About(weeks_pregnant=self.weeks), day=dict.fromkeys(self.tasks, 1.0))
        ended = "loss" if self.loss else "birth" if self.baby else None
        about = About(weeks_postpartum=self.weeks, ended=ended, baby_with_me="yes" if self.baby else None)
        return Case(about=about, day=dict.fromkeys(self.tasks, 1.0))
