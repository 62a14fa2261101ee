from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.batch.circuit import Circuit
from carrywell.batch.columns import frame_of
from carrywell.batch.facts import ColumnFacts
from carrywell.batch.reading import read_frame
from carrywell.decide.facts import Facts
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import Fact, When
from carrywell.model.rules_parse import parse_when
from carrywell.model.truth import Truth
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import fact, finding, knowledge, umbrella

YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
SMALL = knowledge(
    finding("fever"),
    finding("vomiting", asked_if="fever"),
    finding("urge_to_push", stages=["third_trimester"]),
    finding("low_mood_2w", intimate=True),
    finding("blood_pressure_upper", kind="context", asks_for="number", lowest=60, highest=260),
    umbrella("ill", "shaking_chills"),
    finding("shaking_chills"),
    fact("hot", {"any": ["fever", "shaking_chills"]}),
)


def truths(when: object, *cases: Case, silence: Truth = OPEN, small: Knowledge = SMALL) -> list[Truth]:
    """The truth of a condition for each of the cases, decided together."""
    coded = read_frame(frame_of(cases, small), small)
    circuit = Circuit()
    tree: When = parse_when(when)
    surely, possibly = ColumnFacts(circuit, small, coded.kinds, silence, silence).holds(tree)
    found = coded.frame
    for step in circuit.steps({"surely": surely, "possibly": possibly}):
        found = found.with_columns(step)
    said = [Truth(int(row["surely"]) + int(row["possibly"])) for row in found.to_dicts()]
    assert said == [Facts(case, small, silence).holds(tree) for case in cases]
    return said


def test_what_she_said() -> None:
    said = [pregnant(30, fever=answer) for answer in ("yes", "no", "unsure")]
    assert truths("fever", *said, pregnant(30)) == [YES, NO, OPEN, OPEN]
    assert truths("fever", *said, pregnant(30), silence=NO) == [YES, NO, OPEN, NO]


def test_a_column_that_nobody_has_is_silence() -> None:
    assert truths("fever", pregnant(30)) == [OPEN]
    assert truths("site:foot", pregnant(30)) == [OPEN]
    assert truths("onset:sudden", pregnant(30)) == [OPEN]
    assert truths("worse_with:night", pregnant(30), silence=NO) == [NO]


def test_a_question_of_another_stage_is_no() -> None:
    assert truths("urge_to_push", pregnant(27.9), pregnant(28), postpartum(1)) == [NO, OPEN, NO]


def test_a_question_whose_gate_is_closed_is_no() -> None:
    gates = [pregnant(30, fever=answer) for answer in ("yes", "no", "unsure")]
    assert truths("vomiting", *gates, pregnant(30)) == [OPEN, NO, OPEN, OPEN]


def test_a_question_under_an_umbrella_that_was_denied_is_no() -> None:
    above = [pregnant(30, ill=answer) for answer in ("yes", "no", "unsure")]
    assert truths("shaking_chills", *above, pregnant(30)) == [OPEN, NO, OPEN, OPEN]
    assert truths("shaking_chills", pregnant(30, ill="no", shaking_chills="yes")) == [YES]


def test_an_umbrella_speaks_only_where_she_answered_it() -> None:
    assert truths("ill", pregnant(30), pregnant(30, ill="yes"), pregnant(30, ill="unsure")) == [NO, YES, OPEN]


def test_silence_to_an_intimate_question_is_no() -> None:
    cases = [pregnant(30), pregnant(30, low_mood_2w="rather_not_say"), pregnant(30, low_mood_2w="unsure")]
    assert truths("low_mood_2w", *cases) == [NO, NO, OPEN]


def test_a_rough_place_may_be_any_that_it_means() -> None:
    cases = [pregnant(30, sites=sites) for sites in (["flank"], ["back_somewhere"], ["foot"], ["foot", "flank"])]
    assert truths("site:flank", *cases, pregnant(30)) == [YES, OPEN, NO, YES, OPEN]


def test_an_empty_list_is_an_answer_except_for_the_places() -> None:
    assert truths("worse_with:night", pregnant(30, worse_with=[]), pregnant(30, worse_with=["night"])) == [NO, YES]
    assert truths("history:scoliosis", pregnant(30, history=[]), pregnant(30)) == [NO, OPEN]
    assert truths("site:flank", pregnant(30, sites=[]), pregnant(30, sites=["foot"])) == [OPEN, NO]


def test_her_day() -> None:
    cases = [pregnant(30, day={"mopping": 0}), pregnant(30, day={"driving": 20}), pregnant(30)]
    assert truths("day:mopping", *cases, small=open_engine().knowledge) == [YES, NO, OPEN]


def test_what_she_chose_of_the_pain() -> None:
    cases = [pregnant(30, onset="sudden"), pregnant(30, onset="gradual"), pregnant(30)]
    assert truths("onset:sudden", *cases) == [YES, NO, OPEN]
    assert truths("onset:sudden", *cases, silence=NO) == [YES, NO, NO]


@pytest.mark.parametrize("is_", [">=", ">", "<=", "<"])
def test_a_number_that_was_asked_for(is_: str) -> None:
    when = {"compare": {"number": "blood_pressure_upper", "is": is_, "limit": 140}}
    cases = [pregnant(30, blood_pressure_upper=value) for value in (139.0, 140.0, 141.0, "unsure")]
    below, at, above = (YES if found else NO for found in ("<" in is_, "=" in is_, ">" in is_))
    assert truths(when, *cases, pregnant(30)) == [below, at, above, OPEN, OPEN]


def test_a_number_of_the_pain() -> None:
    when = {"compare": {"number": "started_weeks_ago", "is": "<", "limit": 6}}
    cases = [pregnant(30, started_weeks_ago=weeks) for weeks in (5.9, 6)]
    assert truths(when, *cases, pregnant(30)) == [YES, NO, OPEN]


def test_weeks_of_the_other_clock_are_no_and_one_baby_is_usual() -> None:
    cases = [pregnant(30), pregnant(30, babies=2), postpartum(30)]
    assert truths("is:weeks_ge_20", *cases) == [YES, YES, NO]
    assert truths("is:twins_or_more", *cases) == [NO, YES, NO]
    one = {"compare": {"number": "babies", "is": "<=", "limit": 1}}
    assert truths(one, *cases) == [YES, NO, YES]


def test_the_facts_of_the_person() -> None:
    cases = [
        postpartum(2, birth="caesarean"),
        postpartum(2, birth="vaginal"),
        postpartum(2),
        postpartum(2, ended="loss"),
    ]
    assert truths("is:caesarean", *cases, pregnant(30)) == [YES, NO, OPEN, NO, NO]
    assert truths("is:postpartum_0_6w", *cases, pregnant(6), postpartum(6)) == [YES] * 4 + [NO, NO]


def test_every_shape_of_condition() -> None:
    cases = [
        pregnant(30, fever=fever, shaking_chills=chills)
        for fever in ("yes", "no", "unsure")
        for chills in ("yes", "no")
    ]
    assert truths({"not": "fever"}, *cases) == [NO, NO, YES, YES, OPEN, OPEN]
    assert truths({"all": ["fever", "shaking_chills"]}, *cases) == [YES, NO, NO, NO, OPEN, NO]
    assert truths("is:hot", *cases) == [YES, YES, YES, NO, YES, OPEN]
    two = {"at_least": {"count": 2, "of": ["fever", "shaking_chills", {"not": "fever"}]}}
    assert truths(two, *cases) == [YES, NO, YES, NO, OPEN, OPEN]


def test_no_class_is_known_yet() -> None:
    assert truths("class:lumbar", pregnant(30)) == [NO]


def test_an_unknown_name_is_refused() -> None:
    facts = ColumnFacts(Circuit(), SMALL, {}, OPEN, OPEN)
    with pytest.raises(KeyError, match="wind:north"):
        facts.holds(Fact("wind:north"))
