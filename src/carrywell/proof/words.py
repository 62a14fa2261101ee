"""A case in words, for the people who keep the knowledge base: her weeks, what she says to which question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from carrywell.model.knowledge import Finding, Knowledge
from carrywell.proof.cases import CaseFile

MOST_NOES = 3  # more are counted, not listed
_LISTED = {
    "worse_with": "worse with",
    "better_with": "better with",
    "side": "side",
    "onset": "how it began",
    "course": "how it goes",
}
_NUMBERS = {"now": "pain now", "worst_week": "worst pain of the week", "started_weeks_ago": "weeks since it began"}


def in_words(case: CaseFile, knowledge: Knowledge) -> str:
    """'She is 30 weeks pregnant. She says yes to: “Is your ...?”; unsure about: “...”.'"""
    parts = [_who(case["about"]), *_answers(case.get("answers", {}), knowledge)]
    parts += _pain(case.get("pain", {}), knowledge)
    for key, name in (("history", "history"), ("day", "her day")):
        if key in case:
            values = [_plain(f"{key}:{value}", knowledge) for value in case[key]]
            parts.append(f"{name.capitalize()}: {', '.join(values) or 'none of it'}.")
    return " ".join(parts)


def question(finding: Finding) -> str:
    return f"“{finding.ask.english}” ({finding.id})"


def _who(about: Mapping[str, Any]) -> str:
    weeks = about.get("weeks_pregnant", about.get("weeks_postpartum"))
    ended = {"birth": "gave birth", "loss": "lost a pregnancy"}.get(about.get("ended", ""), "was pregnant until")
    said = f"She is {weeks:g} weeks pregnant" if "weeks_pregnant" in about else f"She {ended} {weeks:g} weeks ago"
    more = {
        "babies": "{} babies", "age_years": "{} years old", "births_before": "births before: {}",
        "birth": "birth: {}", "baby_with_me": "baby with her: {}",
    }  # fmt: skip
    rest = [pattern.format(about[key]) for key, pattern in more.items() if key in about]
    return f"{said}{''.join(f', {part}' for part in rest)}."


def _answers(answers: Mapping[str, Any], knowledge: Knowledge) -> Iterator[str]:
    told: dict[str, list[str]] = {"yes": [], "unsure": [], "no": [], "rather_not_say": [], "number": []}
    for name, answer in answers.items():
        finding = knowledge.findings[name]
        said = answer if isinstance(answer, str) else "number"
        shown = question(finding) if said != "number" else f"{question(finding)}: {answer:g}"
        told[_spoken(said, finding)].append(shown)
    before = {
        "yes": "says yes to", "unsure": "is unsure about", "rather_not_say": "would rather not say",
        "number": "gives a number for",
    }  # fmt: skip
    for said, words in before.items():
        if told[said]:
            yield f"She {words}: {'; '.join(told[said])}."
    if len(told["no"]) > MOST_NOES:
        yield f"She says no to {len(told['no'])} questions."
    elif told["no"]:
        yield f"She says no to: {'; '.join(told['no'])}."


def _spoken(answer: str, finding: Finding) -> str:
    """An ability is asked the other way round: to be able is no sign."""
    if finding.asks_for != "ability":
        return answer
    return {"yes": "no", "no": "yes"}.get(answer, answer)


def _pain(pain: Mapping[str, Any], knowledge: Knowledge) -> Iterator[str]:
    if pain.get("sites"):
        yield f"It hurts here: {', '.join(_plain(f'site:{site}', knowledge) for site in pain['sites'])}."
    for key, name in _LISTED.items():
        if key in pain:
            values = pain[key] if isinstance(pain[key], list) else [pain[key]]
            shown = ", ".join(_plain(f"{key}:{value}", knowledge) for value in values)
            yield f"{name.capitalize()}: {shown or 'nothing marked'}."
    for key, name in _NUMBERS.items():
        if key in pain:
            yield f"{name.capitalize()}: {pain[key]:g}."


def _plain(name: str, knowledge: Knowledge) -> str:
    """The words that the page has for a place or a movement, and its id."""
    prefix, _, value = name.partition(":")
    key = {"side": "pain.side", "onset": "pain.onset", "course": "pain.course"}.get(prefix, prefix)
    if prefix == "day":
        return f"{knowledge.tasks[value].name.english} ({value})"
    phrase = knowledge.phrases.get(f"{key}.{value}")
    return f"{phrase.english} ({value})" if phrase else value
