"""What *not sure* means, row by row.

A condition of the knowledge base is yes, no or not known (unsure). An open part leaves the whole open, unless the other
parts already settle it: silence about one of two signs is never a no.
"""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.rules_parse import parse_when
from carrywell.model.truth import Truth
from tests.lib.cases import pregnant

SAID = {"yes": Truth.TRUE, "unsure": Truth.UNKNOWN, "no": Truth.FALSE}


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def holds(condition: object, **answers: str) -> Truth:
    return Facts(pregnant(23, **answers), open_engine().knowledge).holds(parse_when(condition))


#  fever    flank_pain    all: [fever, flank_pain]
ALL = """
   yes      yes           yes
   yes      unsure        unsure
   yes      no            no
   unsure   yes           unsure
   unsure   unsure        unsure
   unsure   no            no
   no       yes           no
   no       unsure        no
   no       no            no
"""


@pytest.mark.parametrize(("fever", "flank_pain", "both"), rows(ALL))
def test_all(fever: str, flank_pain: str, both: str) -> None:
    assert holds({"all": ["fever", "flank_pain"]}, fever=fever, flank_pain=flank_pain) is SAID[both]


#  fever    flank_pain    any: [fever, flank_pain]
ANY = """
   yes      yes           yes
   yes      unsure        yes
   yes      no            yes
   unsure   yes           yes
   unsure   unsure        unsure
   unsure   no            unsure
   no       yes           yes
   no       unsure        unsure
   no       no            no
"""


@pytest.mark.parametrize(("fever", "flank_pain", "either"), rows(ANY))
def test_any(fever: str, flank_pain: str, either: str) -> None:
    assert holds({"any": ["fever", "flank_pain"]}, fever=fever, flank_pain=flank_pain) is SAID[either]


#  fever    not: fever
NOT = """
   yes      no
   unsure   unsure
   no       yes
"""


@pytest.mark.parametrize(("fever", "without"), rows(NOT))
def test_not(fever: str, without: str) -> None:
    assert holds({"not": "fever"}, fever=fever) is SAID[without]


#  fever    flank_pain    vomiting    at least two of the three
AT_LEAST_TWO = """
   yes      yes           yes         yes
   yes      yes           no          yes
   yes      yes           unsure      yes
   yes      unsure        no          unsure
   yes      no            no          no
   unsure   unsure        no          unsure
   unsure   no            no          no
   unsure   unsure        unsure      unsure
   no       no            no          no
"""


@pytest.mark.parametrize(("fever", "flank_pain", "vomiting", "two"), rows(AT_LEAST_TWO))
def test_at_least(fever: str, flank_pain: str, vomiting: str, two: str) -> None:
    condition = {"at_least": {"count": 2, "of": ["fever", "flank_pain", "vomiting"]}}
    assert holds(condition, fever=fever, flank_pain=flank_pain, vomiting=vomiting) is SAID[two]


#  upper reading    160 or more    more than 160    160 or less    less than 160
COMPARE = """
   159              no             no               yes            yes
   160              yes            no               yes            no
   161              yes            yes              no             no
   unsure           unsure         unsure           unsure         unsure
"""


@pytest.mark.parametrize(("said", "least", "above", "most", "below"), rows(COMPARE))
def test_compare(said: str, least: str, above: str, most: str, below: str) -> None:
    reading = said if said == "unsure" else float(said)
    for sign, expected in ((">=", least), (">", above), ("<=", most), ("<", below)):
        condition = {"compare": {"number": "blood_pressure_upper", "is": sign, "limit": 160}}
        assert holds(condition, high_blood_pressure="yes", blood_pressure_upper=reading) is SAID[expected], sign


def test_all_of_nothing_holds_and_any_of_nothing_does_not() -> None:
    assert holds({"all": []}) is Truth.TRUE
    assert holds({"any": []}) is Truth.FALSE


#  what silence counts as    fever not answered    all with a yes    any with a no    not
SILENCE = """
   unsure                    unsure                unsure            unsure           unsure
   no                        no                    no                no               yes
"""


@pytest.mark.parametrize(("silence", "alone", "with_yes", "with_no", "negated"), rows(SILENCE))
def test_silence_counts_as_what_the_caller_says(
    silence: str, alone: str, with_yes: str, with_no: str, negated: str
) -> None:
    facts = Facts(pregnant(23, flank_pain="yes", vomiting="no"), open_engine().knowledge, SAID[silence])
    conditions = {
        "fever": alone,
        ("all", "fever", "flank_pain"): with_yes,
        ("any", "fever", "vomiting"): with_no,
        ("not", "fever"): negated,
    }
    for condition, expected in conditions.items():
        assert facts.holds(parse_when(_written(condition))) is SAID[expected], condition


def _written(condition: str | tuple[str, ...]) -> object:
    if isinstance(condition, str):
        return condition
    shape, *parts = condition
    return {shape: parts[0] if shape == "not" else parts}
