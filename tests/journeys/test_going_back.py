"""Going back never loses what was said: with the page's own Back, with the browser's, and from the result."""

from __future__ import annotations

from carrywell.app.engine import open_engine
from tests.lib.walker import FINDINGS, Walker, reply

SAID = {
    "recent_neuraxial": "unsure",
    "stress_leak_only": "yes",
    "worse_moving_better_rest": "yes",
    "worse_with:walking": "yes",
    "worse_with:stairs": "yes",
    "better_with:rest": "yes",
    "history:desk_work": "yes",
}
FIRST = [line.id for line in open_engine().interviewer.first]  # under her weeks
# What is chosen or typed on the page as it stands.
SHOWN = """() => [...document.querySelectorAll('main input:not([type=hidden])')]
  .filter(field => field.type === 'text' ? field.value : field.checked)
  .map(field => `${field.name}: ${field.value}`).sort()"""


def _shown(she: Walker) -> list[str]:
    shown: list[str] = she.page.evaluate(SHOWN)
    return shown


def _answers_and_tells(she: Walker) -> list[str]:
    """Answers the page; gives what it must show when she comes back to it."""
    name = she.page_name
    if lines := she.lines():
        she.answers(SAID)
        return sorted(f"{line}: {reply(line, SAID)}" for line in lines)
    if name == "where":
        she.field("where.now").fill("4")
        she.fills("started_weeks_ago", "2.5")
        she.fills("worst_week", "7")
        she.picks("sites", "low_back")
        she.picks("course", "steady")
    if name == "day":
        she.page.locator("#day-driving").fill("45")
    for key in SAID:
        list_name, _, value = key.partition(":")
        if value and she.page.locator(f"input[name='{list_name}'][value='{value}']").count():
            she.picks(list_name, value)
    shown = _shown(she)
    she.goes_on()
    return shown


def _answers_until(she: Walker, goal: str) -> list[tuple[str, list[str]]]:
    """Every page on the way to the goal, with what it must show when she comes back to it."""
    answered: list[tuple[str, list[str]]] = []
    while (name := she.page_name) != goal:
        answered.append((name, _answers_and_tells(she)))
    return answered


def _each_page_shows_what_she_said(she: Walker, answered: list[tuple[str, list[str]]]) -> None:
    """She goes back from the last of them to the first."""
    for name, said in reversed(answered):
        she.goes_back()
        assert she.page_name == name
        assert _shown(she) == said, name


def test_back_keeps_what_was_said_on_every_page(she: Walker) -> None:
    # given a woman who has answered every page but the last
    she.starts()
    she.is_pregnant("23+4")
    answered = _answers_until(she, "private")
    names = [name for name, _ in answered]
    assert {"where", "changes"} < set(names)
    assert any(name.startswith("q/closer/") for name in names)
    # when she goes back, page by page, then each page shows what she said there
    _each_page_shows_what_she_said(she, answered)
    # and her weeks with the emergencies under them, and the first page of all
    she.goes_back()
    assert _shown(she) == sorted([*(f"{line}: no" for line in FIRST), "babies: 1", "weeks_pregnant: 23+4"])
    she.goes_back()
    assert she.page.get_by_role("heading", level=1).inner_text() == she.reads("about.status.title")
    assert she.button("site_wide.back").count() == 0
    # when she goes on from there without a change
    she.says_pregnant()
    she.goes_on()
    # then nothing is asked twice
    assert she.page_name == "private"


def test_back_keeps_what_was_said_to_fit_the_plan(she: Walker) -> None:
    # given a woman who goes on from her result to fit the plan to her
    she.starts()
    she.is_pregnant("23+4")
    she.walks_to_the_result(SAID)
    she.fits_the_plan()
    answered = [(name, _answers_and_tells(she)) for name in iter(lambda: she.page_name, "result")]
    assert [name.split("/")[:2] for name, _ in answered] == [["day"], ["q", "cautions"]]
    # when she opens the last of these pages once more, and goes back from there
    she.changes(she.voice(open_engine().knowledge.screens["cautions"].title))
    # then each page shows what she said there
    assert (she.page_name, _shown(she)) == answered[-1]
    _each_page_shows_what_she_said(she, answered[:-1])


def test_the_browsers_own_back_brings_each_page_up_as_she_left_it(she: Walker) -> None:
    # given a woman who has answered some pages
    she.starts()
    she.says_ended()
    she.field("about.after.weeks").fill("3")
    for name, value in (("ended", "loss"), ("recent_neuraxial", "yes"), (FIRST[0], "no")):
        she.picks(name, value)
    she.goes_on()
    second = she.page_name
    assert second.startswith("q/now/")
    she.picks("saddle_numbness", "no")
    she.goes_on()
    assert she.page_name != second
    # when she uses the browser's Back
    she.page.go_back()
    # then the page is there, with her marks, and no question whether to send the form again
    assert she.page_name == second
    assert _shown(she) == ["saddle_numbness: no"]
    she.page.go_back()
    assert she.page_name == "after"
    assert _shown(she) == sorted(["ended: loss", "recent_neuraxial: yes", f"{FIRST[0]}: no", "weeks_postpartum: 3"])
    # and she can go forward again, or answer anew
    she.page.go_forward()
    assert she.page_name == second
    she.picks("saddle_numbness", "yes")
    she.goes_on()
    assert she.level == "emergency_now"


def test_without_a_script_a_number_is_asked_for_again_and_never_guessed(she_without_script: Walker) -> None:
    """The browser is told not to remember numbers, lest it offer them to the next who holds the phone."""
    # given a woman who typed her weeks
    she = she_without_script
    she.starts()
    she.is_pregnant("24")
    # when she uses the browser's Back, and goes on
    she.page.go_back()
    assert she.field("about.pregnant.weeks").input_value() == ""
    she.goes_on()
    # then the page asks for them
    assert she.reads("about.error.weeks_missing") in she.page.get_by_role("alert").inner_text()


def test_without_a_script_an_error_does_not_stand_in_the_way_of_the_browsers_own_back(
    she_without_script: Walker,
) -> None:
    # given a woman who first marked nothing, then answered
    she = she_without_script
    she.starts()
    she.is_pregnant("24")
    she.goes_on()
    assert she.is_told_of_an_error
    she.answers({})
    assert she.page_name.startswith("q/today/")
    # when she goes back past the error
    she.page.go_back()
    assert she.page_name.startswith("q/now/")
    she.page.go_back()
    # then she is on the page as it first was
    assert she.page_name.startswith("q/now/")
    assert not she.is_told_of_an_error


def test_one_answer_is_changed_from_the_result_and_the_rest_is_kept(she: Walker) -> None:
    # given a woman with a result
    she.starts()
    she.is_pregnant("31")
    she.walks_to_the_result({"fluid_leak": "yes"})
    assert she.level == "same_day_maternity"
    before = she.carried
    # when she opens her answers and changes one
    opened = FINDINGS["from_the_vagina"].opens
    assert opened is not None
    she.changes(she.voice(opened))
    assert she.page.locator("#fluid_leak").is_checked()
    she.picks("fluid_leak", "no")
    she.goes_on()
    # then only what now matters too is asked
    asked = she.walks_to_the_result({"worse_moving_better_rest": "yes"})
    lines = {line for page in asked if page.startswith("q/") for line in page.split("/")[2].split(",")}
    assert not lines & set(before["case"]["answers"])
    # and the result is that of the new answer
    assert she.level in ("routine", "self_care")
    # and nothing else was lost
    kept = {name: said for name, said in before["case"]["answers"].items() if name != "fluid_leak"}
    assert kept.items() <= she.carried["case"]["answers"].items()


def test_her_weeks_are_changed_from_the_result(she: Walker) -> None:
    # given a woman with a result, who mistyped her weeks
    she.starts()
    she.is_pregnant("13", {"chest_pain": "yes"})
    # when she changes them
    she.changes(she.reads("page.names.pregnant"))
    assert she.field("about.pregnant.weeks").input_value() == "13"
    she.field("about.pregnant.weeks").fill("31")
    she.goes_on()
    # then the result is of the new week
    assert she.page.locator(".cw-say").inner_text().startswith(she.voice.counted("say.pregnant", 31, weeks=31))


def test_who_said_pregnant_by_mistake_has_one_page_of_weeks(she: Walker) -> None:
    # given a woman who said that she is pregnant, and goes back to the first page
    she.starts()
    she.is_pregnant("3")
    she.goes_back()
    she.goes_back()
    # when she says that the pregnancy has ended
    she.gave_birth("3", said={"chest_pain": "yes"})
    # then her weeks stand once among her answers, and lead to the page that she filled in
    assert she.page.locator(".cw-trail li").filter(has_text=she.reads("page.names.pregnant")).count() == 1
    she.changes(she.reads("page.names.pregnant"))
    assert she.page_name == "after"
    assert she.field("about.after.weeks").input_value() == "3"


def test_starting_over_forgets_everything(she: Walker) -> None:
    # given a woman with a result
    she.starts()
    she.is_pregnant("31", {"chest_pain": "yes"})
    assert she.level == "emergency_now"
    # when she starts over
    she.link("site_wide.start_over").click()
    # then nothing of it is there
    assert she.carried == {"case": None, "trail": []}
    she.says_pregnant()
    assert she.field("about.pregnant.weeks").input_value() == ""
