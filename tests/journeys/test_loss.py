"""After a loss she is not shown babies: not on a question, not in an explanation, not in the plan."""

from __future__ import annotations

from tests.lib.baby_words import speaks_of_a_baby
from tests.lib.walker import FINDINGS, Walker

# The titles and publishers of sources are names, and are quoted as they are.
UNFOLDED = """() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  for (const name of document.querySelectorAll('.cw-sources li')) name.remove();
  return document.title + '\\n' + document.body.innerText;
}"""
# Opens what lies under the umbrellas, so that more of the questions are read.
OPENING = {
    **{name: "yes" for name, finding in FINDINGS.items() if finding.covers and finding.level is None},
    "worse_moving_better_rest": "yes",
    "worse_with:lifting": "yes",
    "better_with:rest": "yes",
}


def _lines_about_a_baby(she: Walker) -> list[str]:
    text: str = she.page.evaluate(UNFOLDED)
    return [f"{she.page_name[:24]}: {line}" for line in text.splitlines() if speaks_of_a_baby(line)]


def test_after_a_loss_no_page_speaks_of_a_baby(she: Walker) -> None:
    # given a woman whose pregnancy ended with a loss three weeks ago
    she.starts()
    she.lost_the_pregnancy("3")
    # when she reads every page on the way, with everything unfolded
    found = []
    while she.page_name != "result":
        found += _lines_about_a_baby(she)
        she.answers_page(she.page_name, OPENING)
    # and the result, and what then fits the plan to her
    found += _lines_about_a_baby(she)
    she.fits_the_plan()
    while she.page_name != "result":
        found += _lines_about_a_baby(she)
        she.answers_page(she.page_name, OPENING)
    # then none speaks of a baby, and neither does the result, nor the whole plan
    found += _lines_about_a_baby(she)
    whole = she.page.locator("button[name=whole]")
    if whole.count():
        whole.click()
        found += _lines_about_a_baby(she)
    assert found == []
    # and what to say names the loss, not a birth
    assert she.page.locator(".cw-say").inner_text().startswith(she.voice.counted("say.loss", 3, weeks=3))


def test_after_a_loss_an_emergency_speaks_of_no_baby(she: Walker) -> None:
    # given a woman whose pregnancy ended with a loss ten days ago
    she.starts()
    # when she says yes to a sign that cannot wait
    she.lost_the_pregnancy("1.5", {"heavy_bleeding": "yes"})
    # then the card is as clear as for anyone, and speaks of no baby
    assert she.level == "emergency_now"
    assert _lines_about_a_baby(she) == []


def test_after_a_birth_without_her_baby_no_care_of_a_baby_is_asked_or_planned(she: Walker) -> None:
    # given a woman two weeks after a birth, whose baby is not with her
    she.starts()
    she.gave_birth("2", baby="no")
    # when she goes through what changes her pain and what her day holds
    she.walks_to("changes", OPENING)
    assert not speaks_of_a_baby(she.page.locator("main").inner_text())
    she.walks_to_the_result(OPENING)
    she.fits_the_plan()
    assert she.page_name == "day"
    assert she.page.locator("#day-nappy_changes").count() == 0
    she.walks_to_the_result(OPENING)
    # then the plan has no part on caring for a baby
    assert she.reads("topic.baby_care") not in she.page.locator("main").inner_text()
