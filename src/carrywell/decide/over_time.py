"""What only several moments show: pain that does not settle, climbs or spreads, signs that add up, a third contact.

Each rule of `kb/over_time` has one function here, found by its id. It compares the latest moment with those before it
and says, where the rule holds, with which values. What holds stands for a finding (`decide.course`), so that the one
rule tree of `decide.triage` decides; nothing here knows a care level.

Scores are compared as she gave them (0 to 10, `pain.now`). Whether a fall of one point is a real one is not known in
pregnancy (kb/prognosis/pain_bands.yaml): the numbers are judgements, and stand in the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from carrywell.decide.facts import Facts
from carrywell.decide.time_between import DAYS_IN_A_WEEK, days_between
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.course import Shown
from carrywell.model.follow_up import OverTime, Settles
from carrywell.model.knowledge import Knowledge
from carrywell.model.truth import Truth

Values = Mapping[str, object]
GETTING_NO_BETTER = ("steady", "worse_over_weeks", "worse_over_days")
DAYS_OF_GRACE = 3.5  # "two weeks ago" is seldom fourteen days to the day


@dataclass(frozen=True, slots=True)
class Past:
    """The moments of this pregnancy, the latest last, and those among them in which she had the pain of today."""

    moments: Sequence[Case]
    of_this_pain: Sequence[Case]
    settles: Settles | None
    knowledge: Knowledge

    @property
    def latest(self) -> Case:
        return self.moments[-1]

    @property
    def score(self) -> int | None:
        return self.latest.pain.now

    def earlier(self, rule: OverTime, pain: bool = True) -> list[Case]:
        """Moments before the latest, as long ago as the rule says."""
        moments = self.of_this_pain if pain else self.moments
        return [case for case in moments[:-1] if rule.from_days <= days_between(case, self.latest) < rule.within_days]

    def days(self, first: Case) -> float:
        return days_between(first, self.latest)


def shown_by(moments: Sequence[Case], settles: Settles | None, knowledge: Knowledge) -> tuple[Shown, ...]:
    """Every rule that the moments show, in the order of their ids. `settles`: of the class that her pain belongs to."""
    if len(moments) < 2:
        return ()
    past = Past(moments, this_pain(moments), settles, knowledge)
    found = {
        name: Shown(rule, values, rule.finding)
        for name, rule in sorted(knowledge.over_time.items())
        if (values := RULES[name](past, rule)) is not None
    }
    if settles is not None and "not_settled" in found:
        found |= {"not_settled": replace(found["not_settled"], finding=settles.otherwise)}
        if settles.otherwise is None and "not_better_2w" in found:
            del found["not_settled"]  # the two say the same
    return tuple(found.values())


def this_pain(moments: Sequence[Case]) -> Sequence[Case]:
    """Those in which she had the pain of today: after the last score of 0, and not before it began by her own word."""
    if moments[-1].pain.now == 0:
        return ()
    gone = max((at for at, case in enumerate(moments) if case.pain.now == 0), default=-1)
    started = moments[-1].pain.started_weeks_ago
    if started is None:
        return moments[gone + 1 :]
    longest = started * DAYS_IN_A_WEEK + DAYS_OF_GRACE
    return [case for case in moments[gone + 1 :] if days_between(case, moments[-1]) <= longest]


def _no_better(past: Past, points: int) -> Case | None:
    """The first moment of this pain if it has not fallen since by so many points; without scores, by her word."""
    pain = past.of_this_pain
    if len(pain) < 2:
        return None
    if past.score is None:
        return pain[0] if past.latest.pain.course in GETTING_NO_BETTER else None
    first = next((case for case in pain[:-1] if case.pain.now is not None), None)
    return first if first is not None and (first.pain.now or 0) - past.score < max(points, 1) else None


def _unsettled(past: Past, rule: OverTime, days: float) -> Values | None:
    first = _no_better(past, rule.points)
    moments = _days_apart(past.of_this_pain)
    if first is None or past.days(first) < days or moments < rule.moments:
        return None
    return {"weeks": round(past.days(first) / DAYS_IN_A_WEEK), "moments": moments}


def _days_apart(moments: Sequence[Case]) -> int:
    """How many moments there are, those of one day taken as one."""
    counted = list(moments[:1])
    for case in moments[1:]:
        if days_between(counted[-1], case) >= 1:
            counted.append(case)
    return len(counted)


def _not_settled(past: Past, rule: OverTime) -> Values | None:
    return _unsettled(past, rule, past.settles.within_weeks * DAYS_IN_A_WEEK) if past.settles else None


def _not_better(past: Past, rule: OverTime) -> Values | None:
    return _unsettled(past, rule, rule.from_days)


def _risen(past: Past, rule: OverTime) -> Values | None:
    """Up by `points` from the lowest of the scores of that time."""
    scores = [case.pain.now for case in past.earlier(rule) if case.pain.now is not None]
    if past.score is None or not scores or past.score - min(scores) < rule.points:
        return None
    return {"before": min(scores), "now": past.score}


def _strong(past: Past, rule: OverTime) -> Values | None:
    return {"now": past.score} if past.score is not None and past.score >= rule.strength else None


def _course(course: str) -> Callable[[Past, OverTime], Values | None]:
    def her_word(past: Past, _: OverTime) -> Values | None:
        return {} if past.latest.pain.course == course else None

    return her_word


def new_places(moments: Sequence[Case], knowledge: Knowledge) -> tuple[str, ...]:
    """Places of the latest moment that no earlier one can have meant, and none where no earlier one named a place."""
    before = [Facts(case, knowledge) for case in moments[:-1] if case.pain.sites]
    if not before:
        return ()
    return tuple(
        site
        for site in moments[-1].pain.sites
        if not any(_may_mean(facts, site) or _is_part_of(facts, site, knowledge) for facts in before)
    )


def _may_mean(before: Facts, site: str) -> bool:
    return before.truth(f"site:{site}") is not Truth.FALSE


def _is_part_of(before: Facts, site: str, knowledge: Knowledge) -> bool:
    """A rough word now for a place that was named before."""
    pain = before.case.pain.model_copy(update={"sites": (site,)})
    rough = Facts(before.case.model_copy(update={"pain": pain}), knowledge)
    return any(_may_mean(rough, known) for known in before.case.pain.sites)


def _new_place(past: Past, rule: OverTime) -> Values | None:
    places = [site for site in new_places(past.moments, past.knowledge) if not rule.sites or site in rule.sites]
    return {"places": places} if places else None


def _both_sides(past: Past, rule: OverTime) -> Values | None:
    """A new place on a side that is both: where only one leg may be meant, that is not known."""
    return _new_place(past, rule) if past.latest.pain.side == "both" else None


def _other_side(past: Past, _: OverTime) -> Values | None:
    before = next((case.pain.side for case in reversed(past.moments[:-1]) if case.pain.side), None)
    return {} if before in ("left", "right") and past.latest.pain.side in {"left", "right", "both"} - {before} else None


def _back_again(past: Past, _: OverTime) -> Values | None:
    gone = any(case.pain.now == 0 for case in past.moments[:-1])
    return {} if gone and past.score and len(past.of_this_pain) == 1 else None


def _signs(case: Case, names: Sequence[str]) -> set[str]:
    return {name for name in names if case.answers.get(name) is Answer.YES}


def _adding_up(past: Past, rule: OverTime) -> Values | None:
    """A further sign now, on top of one that she told within these days."""
    told: set[str] = set()
    for case in past.earlier(rule, pain=False):
        told |= _signs(case, (*rule.after_signs, *rule.signs))
    new = _signs(past.latest, rule.signs) - set().union(*(_signs(case, rule.signs) for case in past.moments[:-1]))
    return {"findings": sorted(new)} if told and new else None


def _new_sign(past: Past, _: OverTime) -> Values | None:
    """Any danger sign of her stage that she had not told before."""
    stage = past.knowledge.stage_of(past.latest.about)
    levelled = [
        finding.id
        for finding in past.knowledge.findings.values()
        if finding.level_at(stage) is not None and not finding.private
    ]
    new = _signs(past.latest, levelled) - set().union(*(_signs(case, levelled) for case in past.moments[:-1]))
    return {"findings": sorted(new)} if new else None


def _still_there(past: Past, rule: OverTime) -> Values | None:
    """Pain that strong, or told of again with no word on its strength, so long after the end of the pregnancy."""
    days = (past.latest.about.weeks_postpartum or 0.0) * DAYS_IN_A_WEEK
    pain = past.latest.pain
    told_again = bool(pain.sites) and pain.course != "better_over_weeks"
    if days < rule.from_days or not (told_again if past.score is None else past.score >= rule.strength):
        return None
    return {} if any(past.days(case) > days - rule.from_days for case in past.of_this_pain[:-1]) else None


RULES: Mapping[str, Callable[[Past, OverTime], Values | None]] = {
    "not_settled": _not_settled,
    "not_better_2w": _not_better,
    "third_contact": _not_better,
    "worse_over_weeks": _risen,
    "getting_worse_fast": _risen,
    "stronger": _risen,
    "strong_again": _strong,
    "course_over_days": _course("worse_over_days"),
    "course_over_weeks": _course("worse_over_weeks"),
    "new_place": _new_place,
    "leg_marked": _new_place,
    "both_legs_marked": _both_sides,
    "other_side": _other_side,
    "back_again": _back_again,
    "nerve_signs_add_up": _adding_up,
    "still_there_12w": _still_there,
    "new_sign": _new_sign,
}
