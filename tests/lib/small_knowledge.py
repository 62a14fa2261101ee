"""Knowledge bases of a few items, so that a test shows the whole of what decides.

    small = knowledge(finding("fever", "same_day_gp_or_ed"), advice("short_walk", gates=["exercise"]), gate(…))

The findings carry ids of the real knowledge base, so that `tests.lib.cases` builds the cases.
"""

from __future__ import annotations

from carrywell.app.engine import open_engine
from carrywell.decide.assess import CAUTIOUS, Silence, assess
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import rulebook
from carrywell.decide.triage import triage
from carrywell.knowledge.reader import FOLDERS, KB
from carrywell.model import knowledge as items
from carrywell.model.assessment import Assessment, Triage
from carrywell.model.case import Case
from carrywell.model.truth import Truth

EASED = "worse_moving_better_rest"
_FOLDER_OF = {model: folder for folder, model in FOLDERS.items()}
_REAL = open_engine().knowledge
_ABOUT_HER = {name: fact for name, fact in _REAL.facts.items() if (KB / f"facts/person/{name}.yaml").is_file()}
_DESIGN = {"basis": "design", "reviewed": "none yet"}
# The screens whose lines are worked out: only their words are needed.
_SCREENS = {"now": "any_of_these", "today": "any_of_these", "also": "any_of_these", "closer": "any_of_these"}
_SCREENS |= {"numbers": "one_by_one", "cautions": "any_of_these"}


def knowledge(*given: items.Item) -> items.Knowledge:
    """What is given, and what the program itself cannot do without: whether rest eases the pain, a last recheck, and
    the words over its lists.
    """
    eased = finding(EASED, kind="pattern")
    screens = (
        screen(name, kind=kind, purpose="plan" if name == "cautions" else "triage") for name, kind in _SCREENS.items()
    )
    needed = (eased, fact("eased_by_rest", EASED), recheck("weekly", {"all": []}), *screens)
    parts: dict[str, dict[str, items.Item]] = {folder: {} for folder in FOLDERS}
    parts |= {"stages": dict(_REAL.stages), "facts": dict(_ABOUT_HER)}
    for item in (*needed, *given):
        parts[_FOLDER_OF[type(item)]][item.id] = item
    return items.Knowledge.model_construct(version="small", phrases={}, old_ids={}, **parts)


def finding(name: str, level: str | None = None, **more: object) -> items.Finding:
    needed = ("line",) if more.get("asks_for") == "ability" else ()
    words = {key: f"{key} {name}" for key in ("ask", "me", "tell", "why", *needed)}
    own = {"id": name, "kind": "danger_sign", "stages": "all", "level": level}
    return items.Finding.model_validate({**words, **own, **_DESIGN, **more})


def umbrella(name: str, *covers: str, **more: object) -> items.Finding:
    """One line for all that it covers; it opens them unless it has a level of its own."""
    opens = {} if more.get("level") else {"opens": f"opens {name}"}
    return finding(name, kind="umbrella", covers=covers, **{**opens, **more})


def raised(*with_: object, to: str, door: str | None = None) -> dict[str, object]:
    """An entry for the `raises` of a finding."""
    return {"with": list(with_), "to": to, "because": "a_condition", "door": door}


def combination(name: str, when: object, to: str, **more: object) -> items.Combination:
    own = {"id": name, "when": when, "to": to, "because": "a_condition", "stages": "all", "me": f"me {name}"}
    return items.Combination.model_validate({**own, **_DESIGN, **more})


def fact(name: str, when: object) -> items.NamedFact:
    return items.NamedFact.model_validate({"id": name, "when": when, "says": f"says {name}"})


def screen(name: str, *lines: str, **more: object) -> items.Screen:
    """By default one that names its lines: what is asked one by one, together with her weeks."""
    own = {"id": name, "order": 1, "title": name, "kind": "one_by_one", "purpose": "about", "lines": lines}
    return items.Screen.model_validate({**own, **more})


def advice(name: str, **more: object) -> items.Advice:
    words = {key: f"{key} {name}" for key in ("title", "says", "benefit")}
    own = {"id": name, "topic": "movement", "kind": "do", "stages": "all", "rank": 3, "strength": "low"}
    return items.Advice.model_validate({**words, **own, **_DESIGN, **more})


def gate(name: str, *not_when: object, ask_first: tuple[object, ...] = ()) -> items.Gate:
    lines, asks = ([{"when": when, "says": f"because {when}"} for when in whens] for whens in (not_when, ask_first))
    return items.Gate.model_validate({"id": name, "not_when": lines, "ask_first_when": asks, **_DESIGN})


def recheck(name: str, when: object, in_hours: int = 168, **more: object) -> items.Recheck:
    own = {"id": name, "when": when, "in_hours": in_hours, "says": f"says {name}", "stages": "all"}
    return items.Recheck.model_validate({**own, **_DESIGN, **more})


def safety_net(name: str, order: int, **more: object) -> items.SafetyNet:
    own = {"id": name, "order": order, "says": name, "stages": "all", "findings": (), "level": "emergency_now"}
    return items.SafetyNet.model_validate({**own, **_DESIGN, **more})


def pain_class(name: str, core: object, speaks_for: dict[object, int], **more: object) -> items.PainClass:
    """`speaks_for`: condition -> weight."""
    signs = [
        {"when": when, "says": f"{when} speaks for {name}", "weight": weight} for when, weight in speaks_for.items()
    ]
    own = {"id": name, "name": name, "is": name, "stages": "all", "core": core, "care": name, "strength": "low"}
    return items.PainClass.model_validate({**own, **_DESIGN, "speaks_for": signs, **more})


def against(when: object, weight: int = 1) -> dict[str, object]:
    """An entry for the `speaks_against` of a pain class."""
    return {"when": when, "says": f"{when} speaks against", "weight": weight}


def cause(name: str, weight: int, **more: object) -> items.Cause:
    own = {"id": name, "says": name, "evidence": name, "stages": "all", "weight": weight, "strength": "low"}
    return items.Cause.model_validate({**own, **_DESIGN, **more})


def private_result(name: str, order: int, when: object) -> items.PrivateResult:
    own = {"id": name, "order": order, "when": when, "says": f"says {name}", "do": f"do {name}"}
    return items.PrivateResult.model_validate({**own, **_DESIGN})


def triaged(case: Case, small: items.Knowledge, unanswered: Truth = Truth.FALSE) -> Triage:
    return triage(Facts(case, small, unanswered), rulebook(small))


def assessed(case: Case, small: items.Knowledge, silence: Silence = CAUTIOUS) -> Assessment:
    return assess(case, small, rulebook(small), silence)
