"""docs/reference/triage.md and docs/reference/triage/: what each sign means, in pictures that a midwife can sign.

One page for each folder of `kb/findings`, and one for the combinations. The pictures come from tests/spec/triage, the
questions and grounds from the knowledge base; tests/spec/test_triage_chapter.py holds the pictures to what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from carrywell.knowledge.reader import KB
from carrywell.model.care import CareLevel, Door
from carrywell.model.knowledge import Finding, Knowledge, Raise
from carrywell.model.rules import All, names_in
from tests.docs.pages.markdown import bullets, condition, counted, page, table
from tests.lib.vignettes import Fires, Lead, Levels, ReadBy, Row, Vignette, told, vignettes

GROUPS = {
    "now": "Signs that are asked first",
    "sudden": "What came suddenly, falls and rashes",
    "nerves": "Bladder, bowel and feeling",
    "abilities": "What she can still do",
    "legs_hips": "Legs and hips",
    "pregnancy": "Womb, waters and baby",
    "after_birth": "After birth",
    "infection_head": "Fever, head and blood pressure",
    "tummy_urine": "Tummy, side and urine",
    "feel": "How it feels and how she is",
    "course": "How it has gone",
    "history": "What she brings with her",
    "before_plan": "Asked before the plan",
    "umbrellas": "Lines that stand for several signs",
    "combinations": "Readings and marks on the figure",
}
LEVELS = {
    CareLevel.EMERGENCY_NOW: "now",
    CareLevel.SAME_DAY_MATERNITY: "today, maternity",
    CareLevel.SAME_DAY_GP_OR_ED: "today, doctor or hospital",
    CareLevel.WITHIN_2_DAYS: "within two days",
    CareLevel.ROUTINE: "routine",
    CareLevel.SELF_CARE: "at home",
}
DOORS = {
    Door.AMBULANCE: "ambulance",
    Door.HOSPITAL_SPINE: "spine hospital",
    Door.HOSPITAL_EMERGENCY: "emergency department",
    Door.MATERNITY_UNIT: "maternity unit",
    Door.EARLY_PREGNANCY_UNIT: "early pregnancy unit",
}
CLOCKS = {"pregnant": "pregnant, from week", "postpartum": "after birth or loss, from week"}
_HOW_LEVELS = """\
## How a level comes about

Each line of these pages is a rule: when this holds, she is seen at least this soon. The highest of all rules that hold
counts, and nothing takes away from it: not a mild pain, not a check last week that was fine.
[Why](../explanation/triage.md).

In the pictures everything that is not mentioned was asked and answered no. So the level behind a picture is what this
sign does by itself. A *near miss* is close to it, and must not reach that level. *Not sure* is not shown here: at the
levels of today it counts as yes. A birth of which nothing is said was vaginal.

| Here | Means |
| --- | --- |
| now | an ambulance, or the hospital named |
| today, maternity | the maternity unit; before 16 weeks the early pregnancy unit |
| today, doctor or hospital | an urgent doctor, or the hospital named |
| within two days | midwife or doctor |
| routine | midwife or doctor within one or two weeks |
| at home | no visit: the pain comes with movement, eases with rest, and every danger sign was a no |

Where two places are needed at the same speed, the first is named. `decided by` says that another rule is faster in this
picture. Of a condition with *or*, one of its parts is shown."""
_HOW_TO_SIGN = """\
## How to sign

1. Read the question of a sign, its levels, both pictures, and each row under *With more*.
2. Ask of each: would I want this woman seen this soon, and there? Is the near miss a woman whom I would not send?
3. If you agree with all of it, set `read_by` in `tests/spec/triage/<sign>.yaml`, or let someone set it for you: your
   name and profession, the day, and the fingerprint behind *text* on the page.
4. If you do not agree, say which picture, what you would do, and why. The rule in the knowledge base is then looked at;
   the picture is not bent until it fits.

```yaml
read_by: {by: "Name, profession", on: 2026-11-22, of: 0a1b2c3d}
```

You sign what you have read. When the question, a level, a picture or the ground changes, the fingerprint changes and
the signature falls away: a test fails until it is asked for again. It does not replace the review of the item with its
sources, which is `reviewed` in the knowledge base."""

_FOLDERS = {path.stem: path.parent.name for path in sorted((KB / "findings").rglob("*.yaml"))}


def written(knowledge: Knowledge) -> dict[str, str]:
    grouped: dict[str, list[Vignette]] = {name: [] for name in GROUPS}
    for vignette in vignettes().values():
        grouped.setdefault(_FOLDERS.get(vignette.sign, "combinations"), []).append(vignette)
    filled = {name: sorted(found, key=_fastest_first) for name, found in grouped.items() if found}
    pages = {f"docs/reference/triage/{name}.md": _group(name, found, knowledge) for name, found in filled.items()}
    return {"docs/reference/triage.md": _chapter(filled), **pages}


def fingerprint(vignette: Vignette, knowledge: Knowledge) -> str:
    """Of everything that is read before it is signed: question, levels, pictures and ground."""
    return sha256(_entry(vignette, knowledge).encode()).hexdigest()[:8]


def _fastest_first(vignette: Vignette) -> tuple[int, str]:
    fires = vignette.fires
    reached = [*_all_levels(fires)] if fires else [row.to for lead in vignette.raises for row in lead.rows]
    return min(list(CareLevel).index(level) for level in reached), vignette.sign


def _all_levels(fires: Fires) -> Iterator[CareLevel]:
    yield fires.level
    for levels in fires.by_week.values():
        yield from levels.values()


def _group(name: str, found: list[Vignette], knowledge: Knowledge) -> str:
    intro = (
        "The fastest level first. How to read and sign this: [triage, sign by sign](../triage.md). How she can tell, "
        "and why each is asked: [findings](../findings.md)."
    )
    entries = (f"{_entry(one, knowledge)}\n\n{_signature(one, knowledge)}" for one in found)
    return page(_title(name), intro, *entries)


def _title(name: str) -> str:
    return GROUPS.get(name, name.replace("_", " ").capitalize())


def _entry(vignette: Vignette, knowledge: Knowledge) -> str:
    parts = [f"## {vignette.sign}", _question(vignette.sign, knowledge)]
    if vignette.fires is not None:
        parts += [_halves(vignette), _by_week(vignette.fires), _ground(vignette.sign, knowledge)]
    parts += [_lead(lead, vignette.sign, knowledge) for lead in vignette.raises]
    if vignette.fires is None:
        parts.append(_ground(vignette.sign, knowledge))
    return "\n\n".join(part for part in parts if part)


def _question(sign: str, knowledge: Knowledge) -> str:
    if sign in knowledge.combinations:
        rule = knowledge.combinations[sign]
        return f"*No question: it follows from {condition(rule.when)}.* She says: {rule.me.english}"
    finding = knowledge.findings[sign]
    lines = bullets(line.english for line in finding.lines)
    turned = "\n\nThe answer **No** is the sign." if finding.asks_for == "ability" else ""
    return f"*{finding.ask.english}*" + (f"\n\n{lines}" if lines else "") + turned


def _halves(vignette: Vignette) -> str:
    fires, near = vignette.fires, vignette.near_miss
    assert fires is not None
    rows = [f"**Fires:** {fires.says} → {_level(fires.level, fires.door)}{_by_another(fires.decided_by)}"]
    if near is not None:
        rows.append(f"**Does not:** {near.says} → {_level(near.level, near.door)}. *{near.why}*")
    else:
        rows.append(f"**No near miss:** {vignette.no_near_miss}")
    return "\n\n".join(rows)


def _by_week(fires: Fires) -> str:
    if not fires.by_week:
        return ""
    rows = [[CLOCKS[clock], _weeks(levels)] for clock, levels in fires.by_week.items()]
    return table(["The same picture", "Level"], rows)


def _weeks(levels: Levels) -> str:
    return "; ".join(f"{week}: {_level(level)}" for week, level in levels.items())


def _lead(lead: Lead, sign: str, knowledge: Knowledge) -> str:
    heads = ["Together with", "Fires", "Level", "Does not"]
    rows = [_row(row, sign, knowledge) for row in lead.rows]
    without = f"\n\n**No near miss:** {lead.no_near_miss}" if lead.no_near_miss else ""
    return f"**With more.** {lead.she} Alone: {_level(lead.level)}.\n\n{table(heads, rows)}{without}"


def _row(row: Row, sign: str, knowledge: Knowledge) -> list[str]:
    stays = f" → {_level(row.near.level)}" if row.near.level else ""
    return [
        _partner(row, sign, knowledge),
        row.fires,
        f"{_level(row.to, row.door)}{_by_another(row.decided_by)}",
        f"{row.near_miss or '–'}{stays}",
    ]


def _partner(row: Row, sign: str, knowledge: Knowledge) -> str:
    """What the raise needs besides, and the condition that is meant."""
    (raised,) = (one for one in knowledge.findings[sign].raises if _joined(one) == row.partner)
    return f"{condition(All(raised.with_))}: {_term(_condition(raised.because, knowledge))}"


def _joined(raised: Raise) -> str:
    return "+".join(name for part in raised.with_ for name in names_in(part))


def _condition(name: str, knowledge: Knowledge) -> str:
    return knowledge.conditions[name].name.english.rstrip(".")


def _term(name: str) -> str:
    """The word of the field, where it stands in brackets: a table has little room."""
    return name.rpartition("(")[2].rstrip(")")


def _ground(sign: str, knowledge: Knowledge) -> str:
    item = knowledge.findings.get(sign) or knowledge.combinations[sign]
    names = _conditions(item, knowledge) if isinstance(item, Finding) else [item.because]
    meant = f"Meant: {'; '.join(_condition(name, knowledge) for name in names)}. " if names else ""
    return f"{meant}Ground: {item.basis}, {counted(len(item.sources), 'source', 'sources')}."


def _conditions(finding: Finding, knowledge: Knowledge) -> list[str]:
    of_covered = (knowledge.findings[name].conditions for name in finding.covers)
    return list(dict.fromkeys([*finding.conditions, *(name for names in of_covered for name in names)]))


def _signature(vignette: Vignette, knowledge: Knowledge) -> str:
    read_by = vignette.read_by
    who = f"{read_by.by}, {read_by.on}" if isinstance(read_by, ReadBy) else read_by
    return f"Read by: {who} (text `{fingerprint(vignette, knowledge)}`)"


def _level(level: CareLevel, door: Door | None = None) -> str:
    """In a midwife's words. A door stands there where the level alone does not say it."""
    if door is None:
        return f"**{LEVELS[level]}**"
    return f"**{LEVELS[level].split(',')[0]}**, {DOORS[door]}"


def _by_another(rule: str | None) -> str:
    return f" (decided by `{rule}`)" if rule else ""


def _chapter(filled: Mapping[str, list[Vignette]]) -> str:
    rows = [
        [
            f"[{_title(name)}](triage/{name}.md)",
            str(len(found)),
            str(sum(1 for one in found if one.fires)),
            str(sum(len(lead.rows) for one in found for lead in one.raises)),
            str(sum(1 for one in found if isinstance(one.read_by, ReadBy))),
        ]
        for name, found in filled.items()
    ]
    everything = [one for found in filled.values() for one in found]
    rules = sum(bool(one.fires) + sum(len(lead.rows) for lead in one.raises) for one in everything)
    intro = (
        f"All {rules} rules of triage: for each a picture in which it fires, and a near miss in which it does not. The "
        "ids in `code` are those of the [findings](findings.md) and [named facts](named-facts.md)."
    )
    heads = ["Page", "Signs", "With a level alone", "With more", "Read"]
    parts = [_HOW_LEVELS, _HOW_TO_SIGN, "## Pages\n\n" + table(heads, rows)]
    return page("Triage, sign by sign", intro, *parts, *_remarks(everything))


def _remarks(everything: list[Vignette]) -> Iterator[str]:
    without = {one.sign: one.no_near_miss for one in everything if one.no_near_miss}
    for one in everything:
        without |= {
            f"{one.sign}+{row.partner}": lead.no_near_miss
            for lead in one.raises
            for row in lead.rows
            if lead.no_near_miss
        }
    outweighed = [
        f"`{half.rule}` by `{half.decided_by}`" for one in everything for half in told(one) if half.decided_by
    ]
    yield "## Without a near miss\n\n" + bullets(f"`{rule}`: {why}" for rule, why in without.items())
    yield "## Outweighed in their picture\n\nRules that count, where another one is faster.\n\n" + bullets(outweighed)
