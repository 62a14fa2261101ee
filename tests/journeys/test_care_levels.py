"""One journey for each care level: the card has the look and the words of its level."""

from __future__ import annotations

import pytest

from tests.lib.walker import Walker

# Level, weeks, what she says, the look of the card.
WAYS = [
    ("emergency_now", "31", {"chest_pain": "yes"}, "emergency"),
    ("same_day_maternity", "31", {"fluid_leak": "yes"}, "urgent"),
    ("same_day_gp_or_ed", "24", {"burning_frequent_urine": "yes"}, "urgent"),
    ("within_2_days", "24", {"severe_pain": "unsure"}, "urgent"),
    ("routine", "24", {}, "non-urgent"),
    ("self_care", "24", {"worse_moving_better_rest": "yes"}, "non-urgent"),
]


@pytest.mark.parametrize(("level", "weeks", "said", "look"), WAYS, ids=[way[0] for way in WAYS])
def test_the_card_shows_the_level(she: Walker, level: str, weeks: str, said: dict[str, str], look: str) -> None:
    # given a woman in her pregnancy
    she.starts()
    she.is_pregnant(weeks, said)
    # when she answers every page
    she.walks_to_the_result(said)
    # then one card says how soon she needs care, in the look of that level
    card = she.page.locator(".nhsuk-card--care")
    assert card.count() == 1
    classes = set((card.get_attribute("class") or "").split())
    assert {name for name in classes if name.startswith("nhsuk-card--care--")} == {f"nhsuk-card--care--{look}"}
    assert she.level == level
    # and it stands alone: what to do, and what to say
    title = card.locator("h2").inner_text()
    assert she.page.title().startswith(title)
    assert card.locator(".cw-do").is_visible()
    assert card.locator(".cw-say").inner_text().startswith(she.voice.counted("say.pregnant", int(weeks), weeks=weeks))
    # and the plan of the day stands only where nobody must be seen first
    assert she.page.locator(".cw-today").count() == (look == "non-urgent" or level == "within_2_days")
