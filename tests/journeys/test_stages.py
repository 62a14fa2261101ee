"""A journey in each stage: she is asked what belongs to it, and nothing of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.lib.walker import FINDINGS, Walker

EASED = {"worse_moving_better_rest": "yes"}
# A yes to each line that stands for many, and a no to all that it opens: so that every question is read.
OPENING = {name: "yes" for name, finding in FINDINGS.items() if finding.covers and finding.level is None}
Begins = Callable[[Walker], None]

# Stage, how she begins, the first words of what to say, findings that are asked, findings of other stages.
STAGES: list[tuple[str, Begins, str, set[str], set[str]]] = [
    (
        "first_trimester",
        lambda she: she.is_pregnant("9"),
        "I am 9 weeks pregnant.",
        {"vaginal_bleeding"},
        {"fluid_leak", "fewer_movements", "bleeding_increasing_after_birth"},
    ),
    (
        "second_trimester",
        lambda she: she.is_pregnant("24"),
        "I am 24 weeks pregnant.",
        {"vaginal_bleeding", "fluid_leak"},
        {"scan_location_confirmed", "bleeding_increasing_after_birth"},
    ),
    (
        "third_trimester",
        lambda she: she.is_pregnant("34+5"),
        "I am 34 weeks pregnant.",
        {"fluid_leak", "fewer_movements"},
        {"scan_location_confirmed", "bleeding_increasing_after_birth"},
    ),
    (
        "postpartum_0_6w",
        lambda she: she.gave_birth("2"),
        "I gave birth 2 weeks ago.",
        {"bleeding_increasing_after_birth", "pubic_crack_at_birth"},
        {"vaginal_bleeding", "fluid_leak", "fewer_movements"},
    ),
    (
        "postpartum_6w_12m",
        lambda she: she.gave_birth("20", "caesarean"),
        "I gave birth 5 months ago.",
        {"pubic_pain_after_birth"},
        {"pubic_crack_at_birth", "fluid_leak", "fewer_movements"},
    ),
    (
        "postpartum_12m_36m",
        lambda she: she.gave_birth("80"),
        "I gave birth",
        {"saddle_numbness"},
        {"bleeding_increasing_after_birth", "pubic_pain_after_birth", "fewer_movements"},
    ),
]


@pytest.mark.parametrize(("stage", "begins", "says", "asked", "not_asked"), STAGES, ids=[way[0] for way in STAGES])
def test_a_stage_has_its_own_questions(
    she: Walker, stage: str, begins: Begins, says: str, asked: set[str], not_asked: set[str]
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
    assert she.page.locator(".cw-say").inner_text().startswith(says)
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
    assert "Feeding the baby" in changes
    assert she.page.locator("#day-nappy_changes").is_visible()


@pytest.mark.parametrize(("babies", "level"), [("1", "within_2_days"), ("2", "same_day_maternity")])
def test_with_twins_a_sign_counts_for_more(she: Walker, babies: str, level: str) -> None:
    # given a woman at 30 weeks, with one baby or with twins
    she.starts()
    she.says_pregnant()
    she.page.get_by_label("How many weeks are you?").fill("30")
    she.picks("babies", babies)
    she.answers_the_first_list({})
    # when her womb tightens now and then
    she.walks_to_the_result({"tightenings_irregular": "yes"})
    # then with twins she is seen today, and reads why
    assert she.level == level
    why = she.page.locator(".nhsuk-card--care").inner_text()
    assert ("You carry more than one baby." in why) == (babies == "2")
