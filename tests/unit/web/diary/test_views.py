"""The diary's pages: she agrees before anything is stored, a day is saved and taken back, and a raise stands first."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from carrywell.app.engine import open_engine
from carrywell.web.clock import today
from carrywell.web.diary.models import Access, Day, KeptCheck, Week, Woman
from carrywell.web.diary.store import DaySaid, keep_check, save_day
from tests.lib.cases import also, postpartum
from tests.lib.diaries import ENGINE, begun, calm, here, state_of

TODAY = today().isoformat()


def page(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def ago(days: int) -> datetime:
    return datetime.combine(today(), datetime.min.time()) - timedelta(days=days)


def days_told(woman: Woman, pains: list[int]) -> None:
    """The last days up to today."""
    for back, pain in enumerate(reversed(pains)):
        save_day(woman, today() - timedelta(days=back), DaySaid(pain, None, ("low_back",)), ago(0))


def test_a_diary_that_has_not_begun_says_how_it_begins(local: Client) -> None:
    assert "Your diary begins with a check that you keep" in page(local.get("/diary"))


def test_nothing_is_stored_before_she_agrees(local: Client) -> None:
    asked = local.post("/diary/keep", {"state": state_of(calm())})
    assert "What is never stored" in page(asked)
    assert (Woman.objects.count(), KeptCheck.objects.count(), Access.objects.count()) == (0, 0, 0)
    assert local.post("/diary/kept", {"state": state_of(calm())}).status_code == 302
    assert KeptCheck.objects.get().level == "self_care"
    assert KeptCheck.objects.get().asked_on == today()


def test_the_result_offers_it_only_where_there_is_a_diary(local: Client, settings: Any) -> None:
    result = {"page": "result", "state": state_of(calm())}
    assert "Keep it in my diary" in page(local.post("/check", result))
    settings.DIARY = "off"
    assert "Keep it in my diary" not in page(local.post("/check", result))


@pytest.mark.parametrize("state", ["", "{", '{"case": null, "trail": []}', '{"case": {"about": {}}, "trail": []}'])
def test_a_damaged_state_is_not_kept(local: Client, state: str) -> None:
    for address in ("/diary/keep", "/diary/kept"):
        assert local.post(address, {"state": state}).status_code == 400
    assert Woman.objects.count() == 0


def test_a_check_leaves_no_cookie_and_asks_no_database(settings: Any) -> None:
    """With accounts, too: this test may not touch a database at all."""
    settings.DIARY = "accounts"
    client = here()
    for answer in (client.get("/"), client.get("/check"), client.post("/check", {"page": "status", "pregnant": "1"}),
                   client.post("/check", {"page": "result", "state": state_of(calm())})):  # fmt: skip
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_a_day_is_saved_and_shown_again(local: Client, hers: Woman) -> None:
    form = {"pain_now": "6", "pain_worst": "8", "sites": ["low_back", "groin"], "line": "  a   long day "}
    assert local.post(f"/diary/day/{TODAY}", form)["Location"] == f"/diary?saved={TODAY}"
    entry = Day.objects.get(day=today())
    assert (entry.pain_now, entry.pain_worst, entry.sites, entry.line) == (6, 8, ["low_back", "groin"], "a long day")
    home = page(local.get("/diary"))
    assert 'id="pain_now-6" name="pain_now" type="radio" value="6" checked' in home
    assert 'value="a long day"' in home


def test_a_word_in_place_of_a_number_is_said_and_nothing_is_saved(local: Client, hers: Woman) -> None:
    answer = local.post(f"/diary/day/{TODAY}", {"pain_now": "eleven", "line": "x" * 201})
    assert answer.status_code == 422
    assert "Choose a number from 0 to 10" in page(answer)
    assert "too long" in page(answer)
    assert not Day.objects.filter(day=today()).exists()


def test_what_no_database_may_hold_is_refused_beside_its_field(local: Client, hers: Woman) -> None:
    for address, form in ((f"/diary/day/{TODAY}", {"pain_now": "1", "line": "a\x00b"}),
                          (f"/diary/day/{TODAY}", {"pain_now": "1", "line": "a\x1bb"}),
                          ("/diary/week", {"activity-1": "tur\x00ning"})):  # fmt: skip
        answer = local.post(address, form)
        assert answer.status_code == 422
        assert "cannot be stored" in page(answer)
    assert not Day.objects.filter(day=today()).exists()


def test_a_number_of_thousands_of_digits_is_no_number(local: Client, hers: Woman) -> None:
    long = "1" * 5000
    for address, form in ((f"/diary/day/{TODAY}", {"pain_now": long}), ("/diary/week", {"score-1": long}),
                          ("/diary/scores", {"instrument": "odi", "total": long}),
                          ("/diary/scores", {"instrument": "odi", "items": long})):  # fmt: skip
        assert local.post(address, form).status_code == 422


def test_an_empty_day_is_no_entry(local: Client, hers: Woman) -> None:
    assert local.post(f"/diary/day/{TODAY}", {"pain_now": ""}).status_code == 422
    assert not Day.objects.filter(day=today()).exists()


def test_a_place_alone_is_an_entry_and_none_stands_ticked_from_before(local: Client, hers: Woman) -> None:
    assert not re.search(r'name="sites"[^>]* checked', page(local.get("/diary")))
    assert local.post(f"/diary/day/{TODAY}", {"sites": ["groin"]}).status_code == 302
    assert Day.objects.get(day=today()).sites == ["groin"]


def test_a_number_can_be_taken_away_again(local: Client, hers: Woman) -> None:
    local.post(f"/diary/day/{TODAY}", {"pain_now": "6", "line": "so"})
    assert '<input class="cw-scale__input" id="pain_now-none" name="pain_now" type="radio" value="">' in page(
        local.get("/diary")
    )
    local.post(f"/diary/day/{TODAY}", {"pain_now": "", "line": "so"})
    assert Day.objects.get(day=today()).pain_now is None


def test_each_cell_of_the_table_carries_the_word_of_its_column(local: Client, hers: Woman) -> None:
    """On a phone the head of the table is not in sight."""
    home = page(local.get("/diary"))
    assert '<td data-label="Worst">7</td>' in home
    assert "Take it with you, or delete it" in home


def test_each_thing_is_named_once(local: Client, hers: Woman) -> None:
    shown = page(local.get("/diary/week"))
    assert len(re.findall(r">\s*Thing 1\s*<", shown)) == 1
    assert "Thing 1: how well does it go?" in shown


@pytest.mark.parametrize("back", [-1, 61, 4000])
def test_only_days_of_the_last_weeks_can_be_told(local: Client, hers: Woman, back: int) -> None:
    day = (today() - timedelta(days=back)).isoformat()
    assert local.get(f"/diary/day/{day}").status_code == 404
    assert local.post(f"/diary/day/{day}", {"pain_now": "3"}).status_code == 404


@pytest.mark.parametrize("named", ["yesterday", "2026-13-01", "20261101x", "0001-01-01"])
def test_what_is_no_day_is_no_page(local: Client, hers: Woman, named: str) -> None:
    assert local.get(f"/diary/day/{named}").status_code == 404


def test_a_day_is_taken_back(local: Client, hers: Woman) -> None:
    local.post(f"/diary/day/{TODAY}", {"pain_now": "6"})
    shown = page(local.get(f"/diary?saved={TODAY}"))
    assert f"/diary/day/{TODAY}/undo" in shown
    form = {"saved_at": Day.objects.get(day=today()).at.isoformat()}
    assert f'value="{form["saved_at"]}"' in shown
    assert local.post(f"/diary/day/{TODAY}/undo", {"saved_at": "2026"})["Location"] == f"/diary?undo_not={TODAY}"
    assert "Nothing was taken back" in page(local.get(f"/diary?undo_not={TODAY}"))
    assert local.post(f"/diary/day/{TODAY}/undo", form).status_code == 302
    assert not Day.objects.filter(day=today()).exists()
    assert local.post(f"/diary/day/{TODAY}/undo").status_code == 404


@pytest.mark.parametrize("method", ["options", "trace", "put", "delete"])
def test_a_day_answers_no_other_method(local: Client, hers: Woman, method: str) -> None:
    answer = getattr(local, method)(f"/diary/day/{TODAY}")
    assert answer.status_code == 405
    assert "Save this day" not in page(answer)


def test_her_own_line_says_that_nobody_reads_it_and_where_else_to_go(local: Client) -> None:
    keep_check(begun(), calm(), "self_care", ENGINE, ago(1))
    assert "Nobody reads it." in page(local.get("/diary"))
    local.post(f"/diary/day/{TODAY}", {"pain_now": "3", "line": "my leg feels odd"})
    saved = page(local.get(f"/diary?saved={TODAY}"))
    assert "Is something new, or does something worry you?" in saved
    assert saved.index("Nobody reads what you write here") < saved.index("Answer the danger questions now")


def test_a_raise_stands_first_and_asks_the_danger_questions(local: Client) -> None:
    woman = begun()
    keep_check(woman, calm(), "self_care", ENGINE, ago(6))
    days_told(woman, [4, 5, 6, 7, 8])
    home = page(local.get("/diary"))
    assert 'data-level="within_2_days"' in home
    first, today_form = home.index("This comes first"), home.index("Pain now")
    assert first < today_form
    assert "Within days your pain went up from 4 to 8 out of 10." in home
    assert 'name="pregnant" value="1"' in home
    assert "&#34;weeks_pregnant&#34;:24.86" in home


def test_quiet_days_show_no_card(local: Client) -> None:
    woman = begun()
    keep_check(woman, calm(), "self_care", ENGINE, ago(3))
    days_told(woman, [4, 3, 3])
    home = page(local.get("/diary"))
    assert "This comes first" not in home
    assert "nhsuk-card--care" not in home
    assert "Ask the danger questions again on" in home


def test_after_the_days_of_the_recheck_the_questions_are_due(local: Client) -> None:
    keep_check(begun(), calm(), "self_care", ENGINE, ago(8))
    assert "It is time to ask the danger questions again" in page(local.get("/diary"))


def test_an_emergency_that_was_kept_stands_first(local: Client) -> None:
    keep_check(begun(), also(calm(), chest_pain="yes"), "emergency_now", ENGINE, ago(0))
    assert 'data-level="emergency_now"' in page(local.get("/diary"))


def test_the_questions_are_asked_again_without_the_old_answers(local: Client) -> None:
    """Only who she is goes along, and the pain of today: an old no must not stand for today."""
    woman = begun()
    keep_check(woman, calm(), "self_care", ENGINE, ago(8))
    home = page(local.get("/diary"))
    carried = home.split('name="state" value="')[1].split('"')[0]
    assert "saddle" not in carried
    assert "answers" not in carried


def test_after_a_loss_nothing_speaks_of_a_baby(local: Client) -> None:
    woman = begun()
    lost = postpartum(2, ended="loss", sites=["low_back"], now=5, course="steady", onset="gradual", started_weeks_ago=1)
    keep_check(woman, lost, "routine", ENGINE, ago(2))
    days_told(woman, [5, 5])
    for address in ("/diary", "/diary/week", "/diary/rights", f"/diary/day/{TODAY}"):
        shown = strip_tags(page(local.get(address)).split("<main")[1].split("</main>")[0]).lower()
        assert not any(word in shown for word in ("baby", "birth", "newborn", "feeding", "nappy")), address


def test_a_check_that_does_not_fit_in_time_is_not_kept(local: Client) -> None:
    keep_check(begun(), calm(24), "self_care", ENGINE, ago(3))
    answer = local.post("/diary/kept", {"state": state_of(calm(10))})
    assert answer.status_code == 409
    assert "These weeks do not fit" in page(answer)
    assert KeptCheck.objects.count() == 1


def test_a_kept_check_is_shown_again_and_deleted(local: Client, hers: Woman) -> None:
    kept = KeptCheck.objects.get()
    assert "What this probably is" in page(local.get(f"/diary/check/{kept.pk}"))
    assert local.post(f"/diary/check/{kept.pk}/delete", {"sure": "1"})["Location"] == "/diary/rights"
    assert not KeptCheck.objects.exists()
    assert local.get("/diary").status_code == 200


def test_a_check_of_an_older_program_is_said_and_stays_hers(local: Client, hers: Woman) -> None:
    kept = KeptCheck.objects.get()
    KeptCheck.objects.update(case=kept.case | {"answers": {"gone_from_the_knowledge": "yes"}})
    assert "cannot be read by this version" in page(local.get("/diary"))
    assert "cannot be read by this version" in page(local.get(f"/diary/check/{kept.pk}"))
    assert "gone_from_the_knowledge" in page(local.get("/diary/take/json"))


def test_a_week_with_three_things_of_her_own(local: Client, hers: Woman) -> None:
    form = {
        "activity-1": "turning in bed",
        "score-1": "3",
        "activity-2": "the stairs",
        "helped": "yes",
        "too_much": "hard",
    }
    assert local.post("/diary/week", form).status_code == 302
    week = Week.objects.get(day=today())
    assert week.activities == [{"name": "turning in bed", "score": 3}, {"name": "the stairs", "score": None}]
    assert 'value="the stairs"' in page(local.get("/diary/week"))


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"score-1": "3"}, "Name the thing that this number is for"),
        ({"activity-1": "x" * 61}, "At most 60 letters"),
        ({"activity-1": "bed", "score-1": "11"}, "Choose a number from 0 to 10"),
    ],
)
def test_a_week_that_cannot_be_read(local: Client, hers: Woman, form: dict[str, str], says: str) -> None:
    answer = local.post("/diary/week", form)
    assert answer.status_code == 422
    assert says in page(answer)


def test_scores_are_compared_with_the_one_before(local: Client, hers: Woman) -> None:
    for total in ("24", "19"):
        assert local.post("/diary/scores", {"instrument": "rmdq", "total": total}).status_code == 302
    assert "Better by 5. From 5 points on, that counts as real." in page(local.get("/diary/scores"))


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"total": "3"}, "Choose a questionnaire"),
        ({"instrument": "rmdq"}, "Enter the score, or the numbers"),
        ({"instrument": "rmdq", "total": "25"}, "a number from 0 to 24"),
        ({"instrument": "rmdq", "total": "1_0"}, "a number from 0 to 24"),
        ({"instrument": "rmdq", "total": "nan"}, "a number from 0 to 24"),
        ({"instrument": "rmdq", "items": "1 1 2"}, "has 24 questions, each from 0 to 1"),
        ({"instrument": "rmdq", "items": "1 x"}, "has 24 questions, each from 0 to 1"),
        ({"instrument": "rmdq", "total": "3", "items": "1"}, "not both"),
    ],
)
def test_a_score_that_cannot_be_read(local: Client, hers: Woman, form: dict[str, str], says: str) -> None:
    answer = local.post("/diary/scores", form)
    assert answer.status_code == 422
    assert says in page(answer)


def test_everything_is_deleted_only_when_she_is_sure(local: Client, hers: Woman) -> None:
    assert local.post("/diary/delete", {}).status_code == 422
    assert Woman.objects.exists()
    assert "Everything is deleted" in page(local.post("/diary/delete", {"sure": "1"}))
    assert not Woman.objects.exists()
    assert "Your diary begins with a check" in page(local.get("/diary"))


def test_every_page_is_kept_by_nobody_and_can_be_left_quickly(local: Client, hers: Woman) -> None:
    for address in (
        "/diary",
        "/diary/week",
        "/diary/scores",
        "/diary/rights",
        f"/diary/day/{TODAY}",
        "/diary/take/json",
    ):
        answer = local.get(address)
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert "script-src 'self'" in answer["Content-Security-Policy"]
        if "json" not in address:
            assert "cw-header__exit" in page(answer)
            assert "style=" not in page(answer)


def test_each_look_is_in_her_list(local: Client, hers: Woman) -> None:
    before = Access.objects.count()
    local.get("/diary")
    local.get("/diary/take/json")
    assert [access.what for access in Access.objects.all()][: Access.objects.count() - before] == ["taken", "looked"]
    assert "Everything was taken as a file" in page(local.get("/diary/rights"))


def test_the_word_for_every_access_is_there() -> None:
    voice = open_engine().voice()
    for what in ("looked", "check", "kept", "check_deleted", "day", "day_undone", "week", "score", "score_deleted",
                 "rights", "taken", "report", "calendar", "calendar_read"):  # fmt: skip
        assert voice.has(f"diary_rights.access.{what}")


def test_the_page_for_her_midwife_is_over_the_whole_diary(local: Client, hers: Woman) -> None:
    shown = strip_tags(page(local.get("/diary/report")))
    assert "For your midwife or doctor" in shown
    assert "turning in bed" in shown
    assert "Oswestry" in shown
    assert "a long walk" not in shown  # her own line was written for herself
    assert "A report was made" in page(local.get("/diary/rights"))


def test_that_page_says_what_the_days_came_to(local: Client) -> None:
    woman = begun()
    keep_check(woman, calm(), "self_care", ENGINE, ago(6))
    days_told(woman, [4, 5, 6, 7, 8])
    shown = strip_tags(page(local.get("/diary/report")))
    assert "Her diary since the last check came to: Be seen within two days" in shown
    assert "went up from 4 to 8" in shown


def test_the_page_comes_as_a_pdf(local: Client, hers: Woman) -> None:
    answer = local.get("/diary/report/pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "no-store"


def test_without_a_check_there_is_no_such_page(local: Client) -> None:
    begun()
    for address in ("/diary/report", "/diary/report/pdf"):
        assert local.get(address).status_code == 404
