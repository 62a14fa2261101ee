"""The views: what each address answers, by which method, and with which headers."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.web.state import State
from tests.lib.cases import all_no, also, pregnant
from tests.lib.posts import client, sends

ADDRESSES = ("/", "/check", "/when-to-call", "/healthy")
CALM = all_no(also(pregnant(24, sites=["low_back"]), worse_moving_better_rest="yes"))
SEEN = ("pregnant", "where", "changes")


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_address_answers(address: str) -> None:
    answer = client().get(address)
    assert answer.status_code == 200
    assert answer.content


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_the_same_without_the_page(address: str) -> None:
    got, headed = client().get(address), client().head(address)
    assert headed.status_code == 200
    assert headed.content == b""
    assert headed["Content-Type"] == got["Content-Type"]


@pytest.mark.parametrize("address", ["/", "/when-to-call", "/healthy"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_to_read_take_nothing(address: str, method: str) -> None:
    answer = getattr(client(), method)(address)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_the_check_takes_forms_only(method: str) -> None:
    assert getattr(client(), method)("/check").status_code == 405


def test_an_address_with_answers_in_it_is_read_as_a_start() -> None:
    """Nothing is ever taken from an address, so nothing is gained by putting answers there."""
    plain, asked = client().get("/check"), client().get("/check", {"weeks_pregnant": "23", "page": "pregnant"})
    assert asked.content == plain.content
    assert "Are you pregnant now?" in asked.content.decode()


@pytest.mark.parametrize(
    ("page", "case", "fields", "status"),
    [
        ("status", None, {"pregnant": "1"}, 200),
        ("pregnant", None, {"weeks_pregnant": "23", "none": "1"}, 200),
        ("pregnant", None, {"weeks_pregnant": "23"}, 422),
        ("pregnant", None, {"weeks_pregnant": "60"}, 422),
        ("q/now/chest_pain", pregnant(23), {"none": "1"}, 200),
        ("q/now/chest_pain", pregnant(23), {}, 422),
        ("where", CALM, {"sites": "low_back", "onset": "gradual", "course": "steady"}, 200),
        ("where", CALM, {}, 422),
        ("private", CALM, {"skip": "1"}, 200),
        ("result", CALM, {"whole": "1"}, 200),
        ("result", CALM, {"fit": "1"}, 200),
    ],
)
def test_every_page_of_the_check_has_the_headers_of_something_private(
    page: str, case: Case | None, fields: dict[str, str], status: int
) -> None:
    answer = sends(page, case, SEEN if case is CALM else (), **fields)
    assert answer.status_code == status
    assert answer["Cache-Control"] == "private, max-age=0"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert not answer.cookies
    assert "Set-Cookie" not in answer


def test_a_page_may_load_from_its_own_site_only() -> None:
    policy = dict(part.strip().split(" ", 1) for part in client().get("/")["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == policy["script-src"] == policy["form-action"] == "'self'"
    assert policy["img-src"] == "'self' data:"
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert not [value for value in policy.values() if "unsafe" in value or "*" in value or "http" in value]


def test_pages_hold_no_script_or_style_that_the_policy_would_refuse() -> None:
    for page in (client().get("/"), sends("result", CALM, SEEN)):
        text = page.content.decode()
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert "javascript:" not in text


def test_what_is_said_to_her_alone_is_not_even_kept_by_the_browser() -> None:
    questions = sends("changes", CALM, SEEN)
    assert "only if you are alone" in questions.content.decode()
    answer = sends("private", CALM, SEEN, answer="1", unsafe_at_home="yes")
    assert "It is not your fault" in answer.content.decode()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("said", ["no", "rather_not_say"])
def test_a_private_no_or_silence_leads_on(said: str) -> None:
    answer = sends("private", CALM, SEEN, answer="1", unsafe_at_home=said)
    assert 'data-level="self_care"' in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "fields", "trail"),
    [
        ("nowhere", {}, ()),
        ("q/nowhere/chest_pain", {"none": "1"}, ()),
        ("q/now/no_such_line", {"none": "1"}, ()),
        ("private_result", {}, ()),
        ("where", {"change": "day"}, ("pregnant",)),
        ("result", {"change": "q/now/chest_pain"}, ("pregnant",)),
        ("result", {}, ("pregnant", "nowhere")),
        ("where", {"back": "1"}, ("pregnant", "nowhere")),
        ("where", {"sites": "low_back"}, ("\ud800",)),
    ],
)
def test_a_page_that_no_page_leads_to_is_refused(page: str, fields: dict[str, str], trail: tuple[str, ...]) -> None:
    carried = '{"case":{"about":{"weeks_pregnant":23}},"trail":["%s"]}'
    joined = '","'.join(trail).encode("ascii", "backslashreplace").decode()
    state = carried % joined if trail else carried.replace('"%s"', "")
    answer = client().post("/check", {"page": page, "state": state} | fields)
    assert answer.status_code == 400
    assert "This page lost its place" in answer.content.decode()


@pytest.mark.parametrize("page", ["where", "changes", "day", "private", "result", "q/now/chest_pain"])
def test_no_page_is_answered_before_her_weeks(page: str) -> None:
    assert sends(page, None, **{"none": "1", "skip": "1"}).status_code == 400


def test_back_leads_to_the_page_before_whatever_is_typed() -> None:
    answer = sends("where", pregnant(23), ("pregnant", "q/now/chest_pain"), back="1", now="hundred")
    assert answer.status_code == 200
    assert 'value="q/now/chest_pain"' in answer.content.decode()
    assert "Are you pregnant now?" in sends("pregnant", None, back="1").content.decode()


@pytest.mark.parametrize(
    ("button", "asks"),
    [("pregnant", "How many weeks are you?"), ("after", "How many weeks ago?")],
)
def test_the_start_page_has_a_button_for_each_state_that_leads_to_her_weeks(button: str, asks: str) -> None:
    assert f'name="{button}" value="1"' in client().get("/").content.decode()
    answer = client().post("/check", {"page": "status", "state": State().dump(), button: "1"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert asks in page
    for line in open_engine().interviewer.first:
        assert f'name="{line.id}"' in page
    assert ('name="recent_neuraxial"' in page) == (button == "after")


def test_an_emergency_under_her_weeks_leads_to_the_result_at_once() -> None:
    answer = sends("pregnant", None, weeks_pregnant="23", chest_or_breath="yes")
    assert 'data-level="emergency_now"' in answer.content.decode()


def test_an_emergency_under_her_weeks_that_she_is_unsure_about_is_looked_at_once_more() -> None:
    page = sends("pregnant", None, weeks_pregnant="23", chest_or_breath="unsure").content.decode()
    assert "Let us look once more" in page
    assert "data-level=" not in page


class TestFittingThePlan:
    """From the result, by a button: her day, what the plan must know, and the result again."""

    SEEN = (*SEEN, "private")
    BUTTON = 'name="fit" value="1"'
    BEFORE_THE_PLAN = CALM.model_copy(
        update={"answers": {name: said for name, said in CALM.answers.items() if name != "fallen_lately"}}
    )

    def test_the_result_offers_it(self) -> None:
        page = sends("private", CALM, SEEN, skip="1").content.decode()
        assert "data-level=" in page
        assert self.BUTTON in page

    def test_it_leads_to_her_day_then_to_what_the_plan_must_know_then_to_the_result(self) -> None:
        day = sends("result", self.BEFORE_THE_PLAN, self.SEEN, fit="1").content.decode()
        assert '<input type="hidden" name="page" value="day">' in day
        cautions = sends("day", self.BEFORE_THE_PLAN, self.SEEN).content.decode()
        assert '<input type="hidden" name="page" value="q/cautions/fallen_lately">' in cautions
        seen = (*self.SEEN, "day")
        result = sends("q/cautions/fallen_lately", self.BEFORE_THE_PLAN, seen, none="1").content.decode()
        assert "data-level=" in result

    def test_once_her_day_is_told_it_is_offered_no_more(self) -> None:
        assert self.BUTTON not in sends("day", CALM, self.SEEN).content.decode()

    def test_at_a_level_of_today_it_is_not_offered(self) -> None:
        today = sends("private", also(CALM, fever="yes"), SEEN, skip="1").content.decode()
        assert 'data-level="same_day_' in today
        assert self.BUTTON not in today

    def test_what_it_fits_is_seen_in_the_plan(self) -> None:
        """A plan that waits for a clear no leaves out what the answer then brings."""
        before = sends("result", self.BEFORE_THE_PLAN, self.SEEN, whole="1").content.decode()
        after = sends("result", CALM, (*self.SEEN, "day"), whole="1").content.decode()
        assert after.count("cw-folded") > before.count("cw-folded")


def test_every_danger_sign_is_listed_under_when_to_call() -> None:
    page = client().get("/when-to-call").content.decode()
    assert page.count("nhsuk-card--care--") == 2
    assert "nhsuk-card--care--emergency" in page
    assert page.count("<li>") > 10
