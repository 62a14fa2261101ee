"""The interview at its edges: what is still open of the pain, what the forms could add, what the plan waits for."""

from __future__ import annotations

import pytest

from carrywell.decide.interview import Interviewer, Questions, interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.decide.stage_lines import is_told_on
from carrywell.model.case import Case
from carrywell.model.item import Item
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import (
    EASED,
    advice,
    combination,
    fact,
    finding,
    gate,
    knowledge,
    raised,
    screen,
    umbrella,
)
from tests.unit.model.test_exercise import exercise

SUDDEN = finding("thoracic_pain", "routine", raises=[raised("onset:sudden", to="emergency_now")])
STAIRS = finding("leg_pain_one", "routine", raises=[raised("worse_with:stairs", to="emergency_now")])
LASTING = combination("long", {"compare": {"number": "started_weeks_ago", "is": ">=", "limit": 6}}, "emergency_now")


def asker(*items: Item) -> Interviewer:
    small = knowledge(*items)
    return interviewer(small, rulebook(small))


def next_screen(case: Case, *items: Item, purpose: str = "triage") -> Questions:
    asking = asker(*items)
    told = case.model_copy(update={"answers": {EASED: "no", **case.answers}})
    found = asking.next_questions(asking.standing(told), purpose)
    assert found is not None
    return found


def lines(found: Questions) -> list[str]:
    return [line.id for line in found.lines]


def open_pain(case: Case, *items: Item) -> frozenset[str]:
    asking = asker(*items)
    return asking.open_pain(asking.standing(case))


def test_only_what_could_still_raise_the_level_is_open_of_the_pain() -> None:
    assert open_pain(pregnant(30, thoracic_pain="yes"), SUDDEN) == {"onset"}
    assert open_pain(pregnant(30, thoracic_pain="no"), SUDDEN) == frozenset()
    assert open_pain(pregnant(30, thoracic_pain="yes", onset="gradual"), SUDDEN) == frozenset()
    assert open_pain(pregnant(30), SUDDEN, LASTING) == {"onset"} | open_pain(pregnant(30), LASTING)


@pytest.mark.parametrize("kind", ["onset", "course", "side"])
def test_each_choice_of_the_pain_can_be_open(kind: str) -> None:
    value = {"onset": "sudden", "course": "worse_over_days", "side": "both"}[kind]
    sign = finding("thoracic_pain", "routine", raises=[raised(f"{kind}:{value}", to="emergency_now")])
    assert open_pain(pregnant(30, thoracic_pain="yes"), sign) == {kind}
    assert open_pain(pregnant(30, thoracic_pain="yes", **{kind: value}), sign) == frozenset()


def test_what_makes_it_worse_matters_only_while_it_could_raise_the_level() -> None:
    asking = asker(STAIRS)
    for said, matters in (("yes", True), ("unsure", True), ("no", False)):
        standing = asking.standing(pregnant(30, leg_pain_one=said))
        assert asking.changes_matter(standing) is matters, said
        assert not asking.place_matters(standing)


def test_each_form_answers_its_own_facts() -> None:
    for name in ("site:flank", "side:left", "onset:sudden", "course:steady", "started_weeks_ago", "pain_now"):
        assert is_told_on("where", name), name
        assert not is_told_on("changes", name), name
    for name in ("worse_with:stairs", "better_with:rest"):
        assert is_told_on("changes", name), name
        assert not is_told_on("where", name), name
    assert not any(is_told_on(form, "fever") for form in ("where", "changes"))


def test_how_it_began_left_open_is_an_emergency_only_once_she_was_asked_where() -> None:
    asking = asker(SUDDEN)
    assert not asking.is_emergency(asking.standing(pregnant(30, thoracic_pain="yes")))
    assert asking.is_emergency(asking.standing(pregnant(30, thoracic_pain="yes", sites=["upper_back"])))
    assert not asking.is_emergency(
        asking.standing(pregnant(30, thoracic_pain="yes", sites=["upper_back"], onset="gradual"))
    )


def test_only_an_open_sign_of_today_at_her_stage_is_asked_once_more() -> None:
    early = finding("fever", "routine", level_by_stage={"third_trimester": "emergency_now"})
    slow = finding("vomiting", "within_2_days")
    asking = asker(early, slow)
    for weeks, again in ((30, {"fever"}), (10, set())):
        case = pregnant(weeks, fever="unsure", vomiting="unsure")
        assert {line.id for line in asking.needs_clarifying(case, (early, slow))} == again
    assert asking.needs_clarifying(pregnant(30, fever="yes"), (early,)) == ()


def test_the_plan_waits_for_every_gate_and_every_item() -> None:
    small = knowledge(
        *(finding(name, kind="context") for name in ("fever", "vomiting", "sickle_cell", "weak_cervix", "chills")),
        fact("hot", "chills"),
        gate("exercise", "fever", ask_first=("vomiting",)),
        gate("massage", "sickle_cell"),
        advice("short_walk", not_when=["weak_cervix"]),
        advice("heat_pack", applies_when="is:hot"),
        *(finding(name, kind="context") for name in ("fallen_lately", "waist_hurts")),
        exercise(id="rock", not_when=["fallen_lately"]),
        exercise(id="clam", applies_when="waist_hurts"),
    )
    found = interviewer(small, rulebook(small)).for_plan
    assert found >= {"fever", "vomiting", "sickle_cell", "weak_cervix", "chills", "fallen_lately", "waist_hurts"}
    assert EASED not in found


def test_a_number_of_the_pain_is_open_until_she_gives_it() -> None:
    assert open_pain(pregnant(30), LASTING) == {"started_weeks_ago"}
    long_and_sudden = combination(
        "long_sudden",
        {"all": [{"compare": {"number": "started_weeks_ago", "is": ">=", "limit": 6}}, "onset:sudden"]},
        "emergency_now",
    )
    assert open_pain(pregnant(30), long_and_sudden) == {"started_weeks_ago", "onset"}
    assert open_pain(pregnant(30, started_weeks_ago=8), long_and_sudden) == {"onset"}


def test_long_after_birth_a_sign_of_the_maternity_unit_still_names_the_hospital() -> None:
    doorless = finding("fewer_movements", "same_day_maternity")
    items = (finding("fever", "same_day_gp_or_ed"), doorless)
    assert lines(next_screen(postpartum(20, fever="yes"), *items)) == ["fewer_movements"]
    asking = asker(*items)
    for case in (pregnant(30, fever="yes", **{EASED: "no"}), postpartum(3, fever="yes", **{EASED: "no"})):
        assert asking.next_questions(asking.standing(case), "triage") is None


def test_lines_that_one_umbrella_opened_stand_under_its_title_and_no_other_hint() -> None:
    opened = (finding("fever", "same_day_gp_or_ed"), umbrella("feels_unwell", "fever"))
    closer = screen("closer", kind="any_of_these", purpose="triage", hint="a hint of the list")
    heading = next_screen(pregnant(30, feels_unwell="yes"), *opened, closer).screen
    assert (heading.title.english, heading.hint) == ("opens feels_unwell", None)


def test_what_is_asked_about_her_keeps_its_own_screen_also_where_half_is_said() -> None:
    about = screen("about_birth", "breastfeeding", "sickle_cell", kind="one_by_one")
    items = (finding("breastfeeding", kind="context"), finding("sickle_cell", kind="context"), about)
    (whole,) = asker(*items).about_her(pregnant=True)
    assert (whole.screen, lines(whole)) == (about, ["breastfeeding", "sickle_cell"])
    rest = next_screen(pregnant(30, breastfeeding="no"), *items, purpose="about")
    assert (rest.screen, lines(rest)) == (about, ["sickle_cell"])


MANY = (
    "fever", "vomiting", "jaundice", "injury", "fluid_leak", "flank_pain", "bowel_change", "vision_change",
    "stroke_signs", "chills",
)  # fmt: skip


@pytest.mark.parametrize(("said", "title"), [(7, "today"), (8, "today"), (9, "also")])
def test_the_first_screen_of_today_and_the_one_after_it_look_different(said: int, title: str) -> None:
    items = [finding(name, "same_day_gp_or_ed") for name in MANY]
    case = pregnant(30, **dict.fromkeys([EASED, *MANY[: said - 1]], "no"))
    assert next_screen(case, *items).screen.id == title


def test_what_was_asked_with_her_weeks_does_not_count_as_a_screen() -> None:
    first = [finding(name, "emergency_now") for name in MANY[:4]]
    asked_of_her = [finding(name, kind="context") for name in ("breastfeeding", "sickle_cell", "weak_cervix")]
    about = screen("about_her", *(line.id for line in asked_of_her), kind="one_by_one")
    listed = [finding(name, "same_day_gp_or_ed") for name in MANY[4:]]
    said = dict.fromkeys([*MANY[:9], *(line.id for line in asked_of_her)], "no")
    found = next_screen(pregnant(30, **said), *first, *asked_of_her, about, *listed)
    assert (found.screen.id, lines(found)) == ("today", ["chills"])


def test_for_the_plan_too_a_line_waits_for_what_it_hangs_on_and_an_umbrella_for_what_it_covers() -> None:
    items = (
        finding("recent_neuraxial", kind="context"),
        finding("needle_site_red", kind="context", asked_if="recent_neuraxial"),
        advice("short_walk", not_when=["recent_neuraxial", "needle_site_red"]),
    )
    assert lines(next_screen(pregnant(30), *items, purpose="plan")) == ["recent_neuraxial"]
    answered = pregnant(30, recent_neuraxial="yes")
    assert lines(next_screen(answered, *items, purpose="plan")) == ["needle_site_red"]
    covered = (finding("chills", kind="context"), umbrella("feels_unwell", "chills"))
    warm = advice("heat_pack", not_when=["chills"])
    assert lines(next_screen(pregnant(30), *covered, warm, purpose="plan")) == ["feels_unwell"]
