from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from fhirpathpy import compile as compile_path
from fhirpathpy.models import models

from carrywell.decide.facts import COARSE_SITES, Facts
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.rules_parse import parse_when
from carrywell.model.truth import Truth
from carrywell.report.fhirpath import FhirPath
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import fact, finding, knowledge, umbrella

SMALL = knowledge(
    finding("fever"),
    finding("vomiting", asked_if="fever"),
    finding("urge_to_push", stages=["third_trimester"]),
    finding("low_mood_2w", intimate=True),
    finding("cannot_walk", asks_for="ability"),
    finding("blood_pressure_upper", kind="context", asks_for="number", lowest=60, highest=260),
    umbrella("ill", "shaking_chills"),
    finding("shaking_chills"),
    fact("hot", {"any": ["fever", "shaking_chills"]}),
    fact("cool", {"not": "is:hot"}),
)
ITEMS = [
    *SMALL.findings,
    *(f"about.{name}" for name in ("weeks_pregnant", "weeks_postpartum", "babies", "birth", "ended")),
]
ITEMS += ["about.baby_with_me", "pain.sites", "pain.onset", "pain.started_weeks_ago", "pain.worse_with", "history"]
ABILITY = {Answer.YES: "unable", Answer.NO: "able"}
# Everything that may be said, one thing at a time, and some things together.
CASES = [
    pregnant(27.9),
    pregnant(28),
    postpartum(0),
    postpartum(6),
    *(pregnant(30, fever=answer, ill=other) for answer in ("yes", "no", "unsure") for other in ("yes", "no", "unsure")),
    *(pregnant(30, shaking_chills=answer) for answer in ("yes", "no", "unsure")),
    *(pregnant(30, low_mood_2w=answer) for answer in ("yes", "no", "unsure", "rather_not_say")),
    *(pregnant(30, cannot_walk=answer) for answer in ("yes", "no", "unsure")),
    *(pregnant(30, blood_pressure_upper=value) for value in (139.0, 140.0, 141.0)),
    *(pregnant(30, babies=babies) for babies in (1, 2)),
    *(pregnant(30, sites=sites) for sites in (["flank"], ["back_somewhere"], ["foot"])),
    *(pregnant(30, onset=onset) for onset in ("sudden", "gradual")),
    *(pregnant(30, started_weeks_ago=weeks) for weeks in (5.9, 6)),
    pregnant(30, worse_with=["night"], history=["scoliosis"]),
    *(postpartum(2, birth=birth) for birth in ("vaginal", "caesarean")),
    *(postpartum(2, ended=ended) for ended in ("birth", "loss")),
    *(postpartum(2, baby_with_me=said) for said in ("yes", "no", "rather_not_say")),
]
CONDITIONS: list[Any] = [
    *(
        "fever",
        "vomiting",
        "urge_to_push",
        "low_mood_2w",
        "cannot_walk",
        "ill",
        "shaking_chills",
        "blood_pressure_upper",
    ),
    *("is:pregnant", "is:caesarean", "is:vaginal_birth", "is:after_loss", "is:baby_with_me", "is:third_trimester"),
    *("is:hot", "is:cool", "is:twins_or_more", "is:weeks_ge_20", "is:first_pregnancy", "class:lumbar"),
    *("site:flank", "onset:sudden", "worse_with:night", "history:scoliosis"),
    *({"compare": {"number": "blood_pressure_upper", "is": is_, "limit": 140}} for is_ in (">=", ">", "<=", "<")),
    {"compare": {"number": "started_weeks_ago", "is": "<", "limit": 6}},
    {"not": "fever"},
    {"not": {"any": ["fever", "is:caesarean", "site:flank", "onset:sudden"]}},
    {"all": ["fever", {"not": "shaking_chills"}]},
    {"at_least": {"count": 2, "of": ["fever", "shaking_chills", "is:caesarean"]}},
    {"not": {"at_least": {"count": 2, "of": ["fever", "shaking_chills", "is:cool"]}}},
    {"all": []},
    {"any": []},
]


def response_of(case: Case) -> dict[str, Any]:
    said = {f"about.{key}": value for key, value in case.about.model_dump(exclude_none=True).items()}
    said |= {f"pain.{key}": value for key, value in case.pain.model_dump(exclude_none=True).items() if value != ()}
    said |= {"history": case.history, **case.answers} if case.history else dict(case.answers)
    items = [{"linkId": name, "answer": list(_answers(name, value))} for name, value in said.items()]
    return {"resourceType": "QuestionnaireResponse", "item": [{"linkId": "all", "item": items}]}


def _answers(name: str, value: Any) -> list[dict[str, Any]]:
    if isinstance(value, float | int):
        return [{"valueDecimal": value}]
    values = value if isinstance(value, tuple) else (value,)
    codes = ABILITY if name == "cannot_walk" else {}
    return [{"valueCoding": {"code": codes.get(one, str(one).replace("_", "-"))}} for one in values]


@cache
def path(expression: str) -> Callable[..., list[Any]]:
    return compile_path(expression, models["r4"])


def evaluated(form: FhirPath, expression: str, case: Case) -> bool:
    response = response_of(case)
    context: dict[str, Any] = {"resource": response}
    for name, variable in form.variables.items():
        context[name] = path(variable)(response, context)
    (found,) = path(expression)(response, context)
    assert isinstance(found, bool)
    return found


def form_of_all() -> FhirPath:
    return FhirPath(SMALL, dict.fromkeys(ITEMS, "all"), COARSE_SITES)


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_a_condition_says_what_it_says_in_the_program(condition: Any) -> None:
    when, form = parse_when(condition), form_of_all()
    surely, possibly = form.surely(when), form.possibly(when)
    for case in CASES:
        truth = Facts(case, SMALL, Truth.UNKNOWN).holds(when)
        found = Truth(int(evaluated(form, surely, case)) + int(evaluated(form, possibly, case)))
        assert found is truth, case


@pytest.mark.parametrize("name", SMALL.findings)
def test_a_question_is_asked_where_the_program_asks_it(name: str) -> None:
    form, one = form_of_all(), SMALL.findings[name]
    asked = form.is_asked(one)
    for case in CASES:
        assert evaluated(form, asked, case) is Facts(case, SMALL, Truth.UNKNOWN).is_asked(one), case


def test_what_has_no_item_is_never_said() -> None:
    """An age or a number of births that no item asks for is missing in every response."""
    form = form_of_all()
    young = {"compare": {"number": "age_years", "is": "<", "limit": 18}}
    assert (form.possibly(parse_when(young)), form.possibly(parse_when("is:first_pregnancy"))) == ("false", "true")


def test_stages_and_named_facts_are_variables_and_come_before_what_uses_them() -> None:
    form = form_of_all()
    assert form.possibly(parse_when("is:cool")) == "%cool"
    names = list(form.variables)
    assert names.index("surelyHot") < names.index("cool")
    assert "%surelyHot.not()" in form.variables["cool"]
    assert form.is_asked(SMALL.findings["urge_to_push"]) == "%thirdTrimester"


def test_a_question_for_everyone_needs_no_expression() -> None:
    assert form_of_all().is_asked(SMALL.findings["fever"]) == "true"
