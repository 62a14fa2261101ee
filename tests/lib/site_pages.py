"""Every page of the site, by the name of its address, and how a browser comes to it.

A test compares this list with the table of addresses, so that a new page cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from carrywell.app.engine import open_engine
from carrywell.web.style_examples import ADDRESSES, PAGES, post_for
from tests.lib.walker import Walker
from tests.lib.women_with_accounts import PASSWORD, who_signs_in

Comes = Callable[[Walker], None]
TOO_OLD = "/partner?p=changed"

# Addresses that answer with no page of the site: a file, a redirect, or words for a program.
NO_PAGE: Mapping[str, str] = {
    "keep": "a file", "calendar": "a file", "diary-report-pdf": "a file", "diary-take": "a file",
    "diary-dates": "a file", "diary-kept": "leads to the diary", "diary-undo": "leads to the day",
    "diary-score-delete": "leads to the scores", "manifest": "for a program", "worker": "for a program",
    "offline-bundle": "for a program", "healthy": "for a program", "ready": "for a program",
    "metrics": "for a program", "mfa_login_webauthn": "for a program", "note": "leads to the diary",
}  # fmt: skip
# Pages that the walk cannot come to, and what looks at them instead.
ELSEWHERE: Mapping[str, str] = {
    "diary-open": "where the diary is on one's own machine: test_diary",
    "note-stop": "by the key in a mail: test_views_reminders",
    "account_confirm_email": "by the key in a mail: test_views_address, test_views_reminders",
    "account_reset_password_from_key": "by the key in a mail: test_forgotten, test_views_reminders",
    "account_reset_password_done": "after a form: test_forgotten, test_views_reminders",
    "account_reset_password_from_key_done": "after a form: test_forgotten, test_views_reminders",
}


@dataclass(frozen=True, slots=True)
class SitePage:
    """`route`: the name of its address, empty for one that there is not."""

    name: str
    route: str
    comes: Comes

    @property
    def file(self) -> str:
        return f"{self.name.replace(', ', '-').replace(' ', '-').replace('_', '-')}.txt"


def _goes(address: str) -> Comes:
    def comes(she: Walker) -> None:
        she.page.goto(f"{she.site}{address}")

    return comes


def _posts(fields: Mapping[str, str], to: str = "/check") -> Comes:
    def comes(she: Walker) -> None:
        she.posts(fields, to)

    return comes


def _starts(she: Walker) -> None:
    """Without the offer to go on with a page before."""
    she.starts()
    she.page.evaluate("sessionStorage.clear()")
    she.starts()


def _follows(first: Comes, selector: str) -> Comes:
    """To where a link of another page leads."""

    def comes(she: Walker) -> None:
        first(she)
        address = she.page.locator(selector).first
        she.page.goto(address.input_value() if selector == "#link" else address.evaluate("it => it.href"))

    return comes


def _sends(first: Comes, button: str, tick: str = "") -> Comes:
    """To what a form of another page leads to."""

    def comes(she: Walker) -> None:
        first(she)
        if tick:
            she.page.locator(tick).check(force=True)
        with she.page.expect_navigation():
            she.page.locator(button).first.click()

    return comes


def every_page() -> list[SitePage]:
    return [*_of_the_check(), *_for_reading(), *_of_the_diary(), *_of_the_account()]


def _of_the_check() -> list[SitePage]:
    engine = open_engine()
    calm, urgent = post_for("self_care", engine), post_for("emergency_now", engine)
    more: dict[str, Mapping[str, str]] = {
        "topic": calm | {"topic": "sleep"},
        "whole plan": calm | {"whole": "1"},
        "week": calm | {"week": "1"},
        "week, wrong": calm | {"page": "week", "wishes": "1", "minutes_a_day": "5"},
        "exercise of her week": calm | {"page": "week", "exercise": "cat_cow"},
        "no week": urgent | {"week": "1"},
        "cautions": calm | {"again": "1", "page": "q/cautions/body_cautions"},
        "damaged": {"page": "result", "state": "{}"},
    }
    posted = {name: post_for(name, engine) for name in PAGES if name not in ADDRESSES} | more
    pages = [SitePage(name, "check", _posts(fields)) for name, fields in posted.items()]
    send = next(page for page in pages if page.name == "send to partner")
    state = {"state": calm["state"]}
    return [
        *pages,
        SitePage("status", "check", _goes("/check")),
        SitePage("partner", "partner", _follows(send.comes, "#link")),
        SitePage("report", "report", _posts(state, "/report")),
        SitePage("my day", "my-day", _posts(state, "/my-day")),
        SitePage("keep in the diary", "diary-keep", _posts(state, "/diary/keep")),
    ]


def _for_reading() -> list[SitePage]:
    addresses = {name: address for name, address in ADDRESSES.items() if name != "start"} | {
        "baby task": "/baby-care/bathing", "exercises": "/exercises", "exercise": "/exercises/bird_dog",
        "claims": "/claims", "claims found": "/claims?q=14", "claims not found": "/claims?q=zebra",
        "load": "/load", "load task": "/load/nappy_bed", "my day, not known": "/my-day",
        "partner, none": "/partner", "partner, broken": TOO_OLD, "style": "/style",
    }  # fmt: skip
    routes = {
        "not there": "", "baby task": "baby-task", "claims found": "claims", "claims not found": "claims",
        "load task": "load-task", "my day, not known": "my-day", "partner, none": "partner",
        "partner, broken": "partner", "when to call": "when-to-call", "help today": "help-today",
        "baby care": "baby-care",
    }  # fmt: skip
    read = [SitePage(name, routes.get(name, name), _goes(address)) for name, address in addresses.items()]
    return [SitePage("start", "start", _starts), *read, SitePage("offline", "offline", _goes_where_a_script_writes)]


def _goes_where_a_script_writes(she: Walker) -> None:
    she.page.goto(f"{she.site}/offline")
    she.page.wait_for_selector("#offline-page form")


def _of_the_diary() -> list[SitePage]:
    home, rights, day = _goes("/diary"), _goes("/diary/rights"), _goes("/diary/day/2026-10-20")
    kept = "main a[href*='/diary/check/']"
    return [
        SitePage("diary", "diary", home),
        SitePage("diary, a day", "diary-day", _goes("/diary/day/2026-11-01")),
        SitePage(
            "diary, a day, wrong",
            "diary-day",
            _sends(day, "form[action*='/diary/day/'] button"),
        ),
        SitePage("diary, a check", "diary-check", _follows(rights, kept)),
        SitePage("diary, delete a check", "diary-check-delete", _sends(rights, "form[action*='/diary/check/'] button")),
        SitePage("diary, week", "diary-week", _goes("/diary/week")),
        SitePage("diary, scores", "diary-scores", _goes("/diary/scores")),
        SitePage("diary, rights", "diary-rights", rights),
        SitePage("diary, calendar", "diary-calendar", _goes("/diary/calendar")),
        SitePage("diary, reminders", "diary-reminders", _goes("/diary/reminders")),
        SitePage("diary, report", "diary-report", _goes("/diary/report")),
    ]


def _of_the_account() -> list[SitePage]:
    """Signed in; then what takes the diary away; last as who comes anew."""
    calm = post_for("self_care", open_engine())
    passkeys, removes = _goes("/account/passkeys"), "main a[href*='/remove']"
    wipes = _sends(_goes("/diary/rights"), "form[action$='/diary/delete'] button", tick="#sure")
    return [
        SitePage("account", "mfa_index", _goes("/account")),
        SitePage("account, password", "account_change_password", _goes("/account/password")),
        SitePage("account, address", "account_email", _goes("/account/address")),
        SitePage("account, forgotten", "account_reset_password", _goes("/account/forgotten")),
        SitePage("account, again", "account_reauthenticate", _goes("/account/again")),
        SitePage("account, passkeys", "mfa_list_webauthn", passkeys),
        SitePage("account, add a passkey", "mfa_add_webauthn", _goes("/account/passkeys/add")),
        SitePage("account, remove a passkey", "mfa_remove_webauthn", _follows(passkeys, removes)),
        SitePage("account, passkey again", "mfa_reauthenticate_webauthn", _goes("/account/passkeys/again")),
        SitePage("account, codes", "mfa_view_recovery_codes", _goes("/account/codes")),
        SitePage("account, new codes", "mfa_generate_recovery_codes", _goes("/account/codes/new")),
        SitePage("account, sign out", "account_logout", _goes("/account/sign-out")),
        SitePage("diary, all deleted", "diary-delete", wipes),
        SitePage("account, sign in", "account_login", _anew(_goes("/account/sign-in"))),
        SitePage("sign in to keep", "diary-keep", _anew(_posts({"state": calm["state"]}, "/diary/keep"))),
        SitePage("account, sign up", "account_signup", _anew(_goes("/account/sign-up"))),
        SitePage("account, second", "mfa_authenticate", _anew(_signs_in)),
        SitePage("diary, not begun", "diary", _anew(_signs_up)),
        SitePage("account, delete", "diary-delete-account", _goes("/diary/delete-account")),
    ]


def _anew(comes: Comes) -> Comes:
    """As who is not signed in."""

    def comes_anew(she: Walker) -> None:
        she.page.context.clear_cookies()
        comes(she)

    return comes_anew


def _signs_in(she: Walker) -> None:
    """With a name and a password, where a passkey is asked for too."""
    she.page.goto(f"{she.site}/account/sign-in")
    _gives(she, "login", who_signs_in(she.voice.language))


def _signs_up(she: Walker) -> None:
    she.page.goto(f"{she.site}/account/sign-up")
    _gives(she, "username", f"new-{she.voice.language}".lower())


def _gives(she: Walker, field: str, name: str) -> None:
    page = she.page
    page.locator(f"input[name={field}]").fill(name)
    page.locator("input[name^=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form:has(input[name^=password]) button[type=submit]").click()
