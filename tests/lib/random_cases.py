"""Random case files, as plain mappings: mostly ordinary, with gates, combinations and limits hit often.

Few answers are yes. Most cases start from what one or two rules of the knowledge base speak about, of any level, so
that findings that raise each other, and the answers that a question hangs on, are met together; then some answers turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from tests.lib.naive_knowledge import MAY_MEAN, NO, SPEED, NaiveKnowledge, naive_knowledge, stages_of
from tests.lib.naive_triage import Her, as_if_asked_everything, stage_of

KB: NaiveKnowledge = naive_knowledge()

# Around every boundary of a stage and of a person fact.
WEEKS_PREGNANT = (
    4.0, 9.9, 10.0, 11.9, 12.0, 13.9, 14.0, 15.9, 16.0, 18.0, 19.9, 20.0, 20.1, 22.9, 23.0, 24.0, 25.9, 26.0, 27.9,
    28.0, 31.0, 34.0, 36.9, 37.0, 40.0, 41.9,
)  # fmt: skip
WEEKS_AFTER = (0.0, 0.5, 1.9, 2.0, 2.1, 4.0, 5.9, 6.0, 8.0, 11.9, 12.0, 25.9, 26.0, 51.9, 52.0, 52.1, 80.0, 156.0)
UPPER = (60, 120, 139, 140, 159, 160, 161, 200)
LOWER = (30, 75, 89, 90, 99, 100, 109, 110, 130)
STARTED_WEEKS_AGO = (0, 0.5, 1, 2, 2.5, 6, 30)

SITES = (
    "upper_back", "mid_back", "low_back", "flank", "pelvis_back", "tailbone", "pubic_bone", "groin", "hip_outer",
    "thigh_back", "thigh_front", "lower_leg", "foot", "ribs", "tummy_upper", "tummy_low", "shoulder", "neck", "chest",
    "back_somewhere", "pelvis_somewhere", "leg_somewhere",
)  # fmt: skip
WORSE_WITH = (
    "turning_in_bed", "one_leg_standing", "stairs", "parting_legs", "walking", "standing_long", "bending", "lifting",
    "coughing_sneezing", "each_step", "any_movement", "night",
)  # fmt: skip
BETTER_WITH = ("rest", "changing_position", "moving", "lying_down", "heat", "nothing")
HISTORY = (
    "back_pain_before", "pelvic_pain_earlier_pregnancy", "disc_herniation", "scoliosis", "spondylolisthesis",
    "back_operation", "hypermobility", "sciatica_before", "high_bmi", "pain_in_pregnancy_just_ended",
)  # fmt: skip
COURSES = ("steady", "comes_and_goes", "worse_over_weeks", "worse_over_days", "better_over_weeks")
DAY = ("driving", "lifting_child", "mopping")

UMBRELLAS = tuple(name for name, finding in KB.findings.items() if finding["kind"] == "umbrella")
SIGNS = tuple(
    name
    for name, finding in KB.findings.items()
    if finding.get("asks_for") != "number" and finding["kind"] != "umbrella"
)
INTIMATE = tuple(name for name, finding in KB.findings.items() if finding.get("intimate") == "true")
PRIVATE = tuple(name for name, finding in KB.findings.items() if finding.get("private") == "true")
PUBLIC = tuple(name for name in SIGNS if name not in PRIVATE)
DANGER_SIGNS = tuple(name for name in PUBLIC if KB.findings[name]["kind"] == "danger_sign")


class Case(dict[str, Any]):
    """A case file. A counterexample is shown short: the noes only counted."""

    def __repr__(self) -> str:
        said = self.get("answers", {})
        noes = [name for name, value in said.items() if value == "no"]
        rest = {name: value for name, value in said.items() if value != "no"}
        others = {key: value for key, value in self.items() if key != "answers" and value}
        return f"<{others} answers {rest} and {len(noes)} noes{f': {noes}' if len(noes) <= MOST_SHOWN else ''}>"


MOST_SHOWN = 6


def _maybe(values: Sequence[Any]) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(values)


def _some(values: Sequence[Any], most: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


@st.composite
def abouts(draw: st.DrawFn) -> dict[str, Any]:
    babies = draw(st.sampled_from([None, None, 1, 2, 3]))
    age = draw(_maybe((16, 29)))
    if draw(st.booleans()):
        return _given(weeks_pregnant=draw(st.sampled_from(WEEKS_PREGNANT)), babies=babies, age_years=age)
    ended = draw(st.sampled_from([None, "birth", "birth", "loss"]))
    with_me = draw(st.sampled_from([None, "no", "rather_not_say", "yes", "yes"]))
    return _given(
        weeks_postpartum=draw(st.sampled_from(WEEKS_AFTER)),
        babies=babies,
        age_years=age,
        ended=ended,
        birth=draw(_maybe(("vaginal", "caesarean"))),
        baby_with_me="no" if ended == "loss" and with_me == "yes" else with_me,
        births_before=draw(_maybe((0, 1))),
    )


@st.composite
def pains(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(["silent", "said", "said", "eases"]))
    if kind == "silent":
        return {}
    if kind == "eases":
        return {"sites": draw(_some(SITES, 2)), "worse_with": ["walking"], "better_with": ["rest"]}
    pain = _given(
        side=draw(_maybe(("left", "both", "middle"))),
        now=draw(_maybe((0, 5, 10))),
        onset=draw(_maybe(("sudden", "gradual"))),
        course=draw(_maybe(COURSES)),
        started_weeks_ago=draw(_maybe(STARTED_WEEKS_AGO)),
    )
    for key, values, most in (("sites", SITES, 3), ("worse_with", WORSE_WITH, 3), ("better_with", BETTER_WITH, 2)):
        if draw(st.booleans()):
            pain[key] = draw(_some(values, most))
    return pain


_REST = st.sampled_from(["silent", "no", "no", "half"])
_TURN = st.sampled_from(["yes", "unsure", "unsure", "no"])
_HARMLESS = [name for name in SIGNS if name not in DANGER_SIGNS and name not in PRIVATE]
_BY_SPEED = {
    speed: [rule for rule in KB.rules if speed in {SPEED[level] for level in rule.level.values()}]
    for speed in (1, 2, 3, 4)
}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case file that the reader accepts, of any stage and, as evenly as may be, of any level."""
    case = Case(about=draw(abouts()), answers=_rest(draw(_REST)), pain=draw(pains()))
    speeds = draw(st.sampled_from([(), (), (1,), (2,), (2, 1), (3,), (3, 2), (3, 3), (4,), (4, 3)]))
    for speed in speeds:
        _meet(case, draw, draw(st.sampled_from(_BY_SPEED[speed])).names)
    case["answers"].update({name: draw(_TURN) for name in draw(_some(_HARMLESS, 3))})
    case["answers"].update({name: draw(_TURN) for name in draw(_some(DANGER_SIGNS, 2 if speeds else 0))})
    case["answers"].update({name: draw(_TURN) for name in draw(_some(UMBRELLAS, 1))})
    case["answers"].update(dict.fromkeys(draw(_some(INTIMATE, 1)), draw(st.sampled_from(["rather_not_say", "no"]))))
    if len(speeds) > 1:
        case["answers"].update(draw(_blood_pressure()))
    if draw(st.booleans()):
        case["history"] = draw(_some(HISTORY, 2))
    if draw(st.booleans()):
        case["day"] = dict.fromkeys(draw(_some(DAY, 2)), 30)
    return case


def _rest(kind: str) -> dict[str, str]:
    if kind == "silent":
        return {}
    return dict.fromkeys(PUBLIC if kind == "no" else PUBLIC[::2], "no")


@st.composite
def _blood_pressure(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.sampled_from([True, True, False])):
        return {}
    numbers = _given(blood_pressure_upper=draw(_maybe(UPPER)), blood_pressure_lower=draw(_maybe(LOWER)))
    return {"high_blood_pressure": draw(st.sampled_from(["yes", "unsure", "no"])), **numbers}


def _meet(case: Case, draw: st.DrawFn, names: frozenset[str]) -> None:
    """Makes what a rule speaks about true, or open, where an answer can, and opens the gates before it."""
    gates = [
        gate
        for name in names & set(KB.findings)
        for gate in KB.names(KB.findings[name].get("asked_if", {"all": []})) & set(SIGNS)
    ]
    for name in sorted({*names, *gates}):
        if name in SIGNS:
            case["answers"][name] = draw(st.sampled_from(["yes", "yes", "yes", "unsure"]))
            continue
        group, _, value = name.partition(":")
        if group in ("onset", "course"):
            case["pain"][group] = value
        elif group in ("site", "worse_with", "better_with") and draw(st.booleans()):
            said = case["pain"].setdefault("sites" if group == "site" else group, [])
            if group == "site" and draw(st.sampled_from([True, False, False])):
                value = next((rough for rough, meant in MAY_MEAN.items() if value in meant), value)
            said += [value] * (value not in said)
        elif name == "started_weeks_ago":
            case["pain"][name] = draw(st.sampled_from(STARTED_WEEKS_AGO))


@st.composite
def asked_cases(draw: st.DrawFn) -> Case:
    """A case in which only questions that are meant for her have an answer, as after an interview."""
    return Case(as_if_asked_everything(draw(cases()), KB))


@st.composite
def full_cases(draw: st.DrawFn) -> Case:
    """As above, and every line that is meant for her has its answer: no where the case was silent.

    An umbrella is answered by the most that she says of anything under it, as she herself would.
    """
    drawn = draw(cases())
    apart = {name: said for name, said in drawn["answers"].items() if name not in UMBRELLAS and name not in PRIVATE}
    case = Case(as_if_asked_everything(Case(drawn, answers=apart), KB))
    her, answers = Her(case, KB, NO), dict(case["answers"])
    for name in PUBLIC:
        if her.is_asked(name):
            answers.setdefault(name, "no")
    for name in UMBRELLAS:
        if her.is_asked(name):
            under = {answers.get(covered) for covered in KB.findings[name]["covers"]}
            answers[name] = next((said for said in ("yes", "unsure") if said in under), "no")
    return Case(case, answers=answers)


def asked_at(stage: str) -> tuple[str, ...]:
    """The findings of a stage that are answered yes, no or unsure."""
    return tuple(name for name in SIGNS if stage in stages_of(KB.findings[name]))


def calm_case(about: dict[str, Any], **pain: Any) -> Case:
    """Every question of her stage answered no."""
    return Case(
        about=about,
        answers=dict.fromkeys(asked_at(stage_of(about)), "no"),
        pain={"sites": ["low_back"], "onset": "gradual", "course": "steady", "started_weeks_ago": 6, **pain},
        history=[],
    )


# One moment in the middle of each stage.
AT_STAGE: dict[str, dict[str, Any]] = {
    "first_trimester": {"weeks_pregnant": 9},
    "second_trimester": {"weeks_pregnant": 24},
    "third_trimester": {"weeks_pregnant": 33},
    "postpartum_0_6w": {"weeks_postpartum": 1.5},
    "postpartum_6w_12m": {"weeks_postpartum": 20},
    "postpartum_12m_36m": {"weeks_postpartum": 80},
}


def with_answer(case: Case, finding: str, said: str | float) -> Case:
    return Case(case, answers={**case["answers"], finding: said})


def with_pain(case: Case, **said: Any) -> Case:
    return Case(case, pain={**case["pain"], **said})
