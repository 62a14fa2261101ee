from __future__ import annotations

from carrywell.batch.columns import frame_of
from carrywell.batch.decide import ManyCases
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import against, knowledge, pain_class

BACK = pain_class("lumbar", "site:low_back", {"worse_with:bending": 3, "worse_with:lifting": 1})
PELVIS = pain_class(
    "pelvic", "site:pelvis_back", {"worse_with:stairs": 3}, speaks_against=[against("worse_with:bending", 2)]
)
TWIN = pain_class("another", "site:low_back", {"worse_with:bending": 3})


def likely(small: Knowledge, *cases: Case) -> list[str]:
    return ManyCases(small, rulebook(small)).decide(frame_of(cases, small))["pain_class.likely"].to_list()


def marked(*worse_with: str, sites: tuple[str, ...] = ("low_back", "pelvis_back")) -> Case:
    return pregnant(30, sites=sites, worse_with=worse_with)


def test_the_class_of_the_highest_score() -> None:
    cases = [marked("bending"), marked("stairs"), marked("bending", "stairs"), marked("stairs", sites=("low_back",))]
    assert likely(knowledge(BACK, PELVIS), *cases) == ["lumbar", "pelvic", "lumbar", "unclear"]


def test_below_the_least_score_it_is_not_clear() -> None:
    assert likely(knowledge(BACK, PELVIS), marked("lifting"), marked(), pregnant(30)) == ["unclear"] * 3


def test_of_equal_scores_the_first_by_id() -> None:
    small = knowledge(BACK, TWIN)
    assert likely(small, marked("bending"), marked("bending", "lifting")) == ["another", "lumbar"]


def test_what_is_open_counts_for_nothing() -> None:
    assert likely(knowledge(BACK), pregnant(30, sites=["back_somewhere"], worse_with=["bending"])) == ["unclear"]


def test_a_class_of_other_stages_is_out() -> None:
    after = pain_class("after", "site:low_back", {"worse_with:bending": 3}, stages=["postpartum_0_6w"])
    cases = [marked("bending"), postpartum(2, sites=["low_back"], worse_with=["bending"])]
    assert likely(knowledge(after), *cases) == ["unclear", "after"]


def test_without_classes_nothing_is_clear() -> None:
    assert likely(knowledge(), marked("bending"), marked()) == ["unclear", "unclear"]
