"""A journey in each stage: she is asked what belongs to it, and nothing of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carrywell.app.engine import open_engine
from tests.lib.walker import FINDINGS, Walker

EASED = {"worse_moving_better_rest": "yes"}
# A yes to each line that stands for many, and a no to all that it opens: so that every question is read.
OPENING = {name: "yes" for name, finding in FINDINGS.items() if finding.covers and finding.level is None}
Begins = Callable[[Walker], None]
TWINS = open_engine().knowledge.facts["twins_or_more"].says

# Stage, how she begins, what to say first (id, number), findings that are asked, findings of other stages.
STAGES: list[tuple[str, Begins, tuple[str, int], set[str], set[str]]] = [
    (
        "first_trimester",
        lambda she: she.is_pregnant("9"),
        ("pregnant.other", 9),
        {"vaginal_bleeding"},
        {"fluid_leak", "fewer_movements", "bleeding_increasing_after_birth"},
    ),
    (
        "second_trimester",
        lambda she: she.is_pregnant("24"),
        ("pregnant.other", 24),
        {"vaginal_bleeding", "fluid_leak"},
        {"scan_location_confirmed", "bleeding_increasing_after_birth"},
    ),
    (
        "third_trimester",
        lambda she: she.is_pregnant("34+5"),
        ("pregnant.other", 34),
        {"fluid_leak", "fewer_movements"},
        {"scan_location_confirmed", "bleeding_increasing_after_birth"},
    ),
    (
        "postpartum_0_6w",
        lambda she: she.gave_birth("2"),
        ("birth.other", 2),
        {"bleeding_increasing_after_birth", "pubic_crack_at_birth"},
        {"vaginal_bleeding", "fluid_leak", "fewer_movements"},
    ),
    (
        "postpartum_6w_12m",
        lambda she: she.gave_birth("20", "caesarean"),
        ("birth.months", 5),
        {"pubic_pain_after_birth"},
        {"pubic_crack_at_birth", "fluid_leak", "fewer_movements"},
    ),
    (
        "postpartum_12m_36m",
        lambda she: she.gave_birth("80"),
        ("birth.months", 18),
        {"saddle_numbness"},
        {"bleeding_increasing_after_birth", "pubic_pain_after_birth", "fewer_movements"},
    ),
]


@pytest.mark.parametrize(("stage", "begins", "says", "asked", "not_asked"), STAGES, ids=[way[0] for way in STAGES])
def test_a_stage_has_its_own_questions(
    she: Walker, stage: str, begins: Begins, says: tuple[str, int], asked: set[str], not_asked: set[str]
) -> None:
    # given a woman of this stage
    she.starts()
    begins(she)
    # when she answers every page
    pages = she.walks_to_the_result({**EASED, **OPENING})
    # then she was asked what belongs to her stage, and nothing of another
    lines = {line for page in pages if page.startswith("q/") for line in page.split("/")[2].split(",")}
    assert asked <= lines
    assert not not_asked & lines, stage
    # and the result says where she is
    id_, number = says
    where_she_is = she.reads(f"say.{id_}", weeks=number, months=number)
    assert she.page.locator(".cw-say").inner_text().startswith(where_she_is)
    assert she.level == "self_care"


def test_a_mother_with_her_baby_is_asked_about_her_day_with_it(she: Walker) -> None:
    # given a woman two weeks after a birth, with her baby
    she.starts()
    she.gave_birth("2")
    # when she comes to what changes her pain, and after the result to her day
    she.walks_to("changes", EASED)
    changes = she.page.locator("main").inner_text()
    she.walks_to_the_result(EASED)
    she.fits_the_plan()
    assert she.page_name == "day"
    # then caring for the baby is among the answers
    assert she.reads("worse_with.feeding_baby") in changes
    assert she.page.locator("#day-nappy_changes").is_visible()


@pytest.mark.parametrize(("babies", "level"), [("1", "within_2_days"), ("2", "same_day_maternity")])
def test_with_twins_a_sign_counts_for_more(she: Walker, babies: str, level: str) -> None:
    # given a woman at 30 weeks, with one baby or with twins
    she.starts()
    she.says_pregnant()
    she.field("about.pregnant.weeks").fill("30")
    she.picks("babies", babies)
    she.answers_the_first_list({})
    # when her womb tightens now and then
    she.walks_to_the_result({"tightenings_irregular": "yes"})
    # then with twins she is seen today, and reads why
    assert she.level == level
    why = she.page.locator(".nhsuk-card--care").inner_text()
    assert (she.voice(TWINS) in why) == (babies == "2")
