"""The triage chapter: each rule with a picture that fires and a near miss that does not, as its page shows them.

The pictures are data in tests/spec/triage, one file a sign; docs/reference/triage.md prints them for a midwife to sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel, Door
from tests.docs.pages.triage import fingerprint, written
from tests.lib.tree import ROOT
from tests.lib.vignettes import (
    Fires,
    ReadBy,
    Said,
    Told,
    Vignette,
    at_week,
    decided,
    level_then,
    moments,
    told,
    vignettes,
)

ENGINE = open_engine()
RULES = {rule.id: rule for rule in ENGINE.book.rules}
SIGNS = sorted(vignettes())
SLOWEST_LAST = list(CareLevel)
# Doors that the level says already.
USUAL = (None, Door.MATERNITY_UNIT, Door.GP_URGENT)

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
)  # fmt: skip
LASTS = {"hour": 1 / 168, "day": 1 / 7, "week": 1.0, "month": 52 / 12}
PREGNANT = re.compile(r"\b[Aa]t (\d+) weeks")
AFTER = re.compile(
    r"\b([A-Z]?[a-z]+|\d+) (hour|day|week|month)s? after (?:a |the )?(?:vaginal )?(?:birth|loss|caesarean)"
)


def of_all() -> Iterator[tuple[Vignette, Told]]:
    for vignette in vignettes().values():
        for half in told(vignette):
            yield vignette, half


def test_every_rule_of_triage_is_told() -> None:
    fired = Counter(half.rule for _, half in of_all() if half.fires)
    assert sorted(RULES.keys() - fired.keys()) == [], "a rule needs its pictures: tests/spec/triage/<sign>.yaml"
    assert sorted(fired.keys() - RULES.keys()) == [], "these pictures are of no rule"
    assert [rule for rule, times in fired.items() if times > 1] == [], "told twice"


def test_a_file_is_named_after_its_sign() -> None:
    assert {name: one.sign for name, one in vignettes().items() if one.sign != name} == {}


@pytest.mark.parametrize("sign", SIGNS)
def test_a_picture_that_fires_does(sign: str) -> None:
    for half in told(vignettes()[sign]):
        if not half.fires:
            continue
        found = decided(half.case)
        counted, deciding = ({one.rule.id for one in some} for some in (found.counted, found.deciding))
        assert half.rule in counted, f"{half.rule} does not fire"
        assert found.level is half.level, half.rule
        assert (half.decided_by or half.rule) in deciding, f"{half.rule} is outweighed by {sorted(deciding)}"
        assert half.decided_by is None or half.rule not in deciding, f"{half.rule} decides by itself"
        assert (half.door or found.doors[0]) is found.doors[0], half.rule
        assert half.door or half.decided_by or not names_a_door(RULES[half.rule]), f"{half.rule}: say to which door"


def names_a_door(rule: Rule) -> bool:
    return rule.door not in USUAL


@pytest.mark.parametrize("sign", SIGNS)
def test_a_near_miss_does_not_fire(sign: str) -> None:
    fires = {half.rule: half for half in told(vignettes()[sign]) if half.fires}
    for half in told(vignettes()[sign]):
        if half.fires:
            continue
        found = decided(half.case)
        assert half.rule not in {one.rule.id for one in found.counted}, f"{half.rule} fires in its near miss"
        assert found.level is half.level, half.rule
        assert is_slower(half, fires[half.rule]), f"{half.rule}: the near miss is {half.level}"
        assert (half.door or next(iter(found.doors), None)) is next(iter(found.doors), None), half.rule


def is_slower(near: Told, fires: Told) -> bool:
    return SLOWEST_LAST.index(near.level) > SLOWEST_LAST.index(fires.level)


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if vignettes()[sign].fires])
def test_the_same_picture_at_each_border_of_the_weeks(sign: str) -> None:
    fires = vignettes()[sign].fires
    assert fires is not None
    case, other = fires.case(), {}
    looked = list(moments(sign, case))
    for clock, weeks in looked:
        found = decided(at_week(case, clock, weeks)).level
        if found is not level_at(fires, clock, weeks):
            other[f"{clock} {weeks:.2f}"] = found.value
    assert other == {}, "by_week says otherwise"
    assert looked, "asked at no week"


def level_at(fires: Fires, clock: str, weeks: float) -> CareLevel | None:
    if not fires.by_week:
        return fires.level
    return level_then({name: levels for name, levels in fires.by_week.items() if name == clock}.get(clock, {}), weeks)


@pytest.mark.parametrize("sign", SIGNS)
def test_levels_by_week_are_only_given_where_they_differ(sign: str) -> None:
    fires = vignettes()[sign].fires
    if fires is None or not fires.by_week:
        assert fires is None or fires.level
        return
    levels = [level for one in fires.by_week.values() for level in one.values()]
    assert set(levels) != {fires.level}, "the same everywhere: leave by_week out"
    for one in fires.by_week.values():
        steps = list(one.values())
        assert all(before is not after for before, after in pairwise(steps)), "a step that is none"


@pytest.mark.parametrize("sign", SIGNS)
def test_the_weeks_in_the_words_are_those_of_the_case(sign: str) -> None:
    for words, case in told_in_words(vignettes()[sign]):
        about = case["about"]
        for weeks in PREGNANT.findall(words):
            assert float(about["weeks_pregnant"]) == float(weeks), words
        for count, unit in AFTER.findall(words):
            meant = (int(count) if count.isdigit() else number(count)) * LASTS[unit]
            assert abs(float(about["weeks_postpartum"]) - meant) <= LASTS[unit] / 2 + 0.1, words


def number(word: str) -> int:
    return 1 if word in ("A", "a") else NUMBERS.index(word.lower())


def told_in_words(vignette: Vignette) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    for whole in (vignette.fires, vignette.near_miss):
        if whole is not None:
            yield whole.says, whole.case()
    for lead in vignette.raises:
        yield lead.she, lead.case()
        for row in lead.rows:
            yield row.fires, lead.and_(row.added()).case()
            yield row.near_miss or "", lead.and_(row.near).case()


def test_a_lead_names_the_weeks_of_its_case() -> None:
    silent = [
        lead.she
        for one in vignettes().values()
        for lead in one.raises
        if not (PREGNANT.search(lead.she) or re.search(r"after|since|ago", lead.she, re.IGNORECASE))
    ]
    assert silent == []


def test_no_picture_is_told_twice() -> None:
    whole = Counter(
        picture.says for one in vignettes().values() for picture in (one.fires, one.near_miss) if picture is not None
    )
    assert [words for words, times in whole.items() if times > 1] == []


def test_the_two_halves_differ_in_what_is_said() -> None:
    same = [
        f"{one.sign}+{row.partner}"
        for one in vignettes().values()
        for lead in one.raises
        for row in lead.rows
        if row.near_miss is not None and differs_in_nothing(lead.and_(row.added()), lead.and_(row.near))
    ]
    assert same == []


def differs_in_nothing(fires: Said, near: Said) -> bool:
    return fires.case() == near.case()


def test_the_pages_show_the_pictures_as_they_are_now() -> None:
    pages = written(ENGINE.knowledge)
    stale = [path for path, text in pages.items() if not is_on_disk(path, text)]
    assert stale == [], "run make reference"


def is_on_disk(path: str, text: str) -> bool:
    file = ROOT / path
    return file.is_file() and file.read_text(encoding="utf-8") == text


def test_every_picture_stands_on_a_page() -> None:
    pages = " ".join("\n".join(written(ENGINE.knowledge).values()).split())
    missing = [words for one in vignettes().values() for words, _ in told_in_words(one) if words not in pages]
    assert missing == []


def test_a_signature_is_of_what_stands_there_now() -> None:
    signed = {name: one.read_by for name, one in vignettes().items() if isinstance(one.read_by, ReadBy)}
    stale = [name for name, by in signed.items() if by.of != fingerprint(vignettes()[name], ENGINE.knowledge)]
    assert stale == [], "what was signed has changed: set `read_by: none yet`, and ask again"
