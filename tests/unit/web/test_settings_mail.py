"""Mail is off unless the environment asks for it, and no fault quotes what stands there."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.web.settings_diary import Mode
from carrywell.web.settings_mail import MailSettingsError, mail_of

GIVEN = {
    "EMAIL_URL": "smtp://site:p%40ss@mail.example.org",
    "CARRYWELL_MAIL_FROM": "Notes <notes@example.org>",
    "CARRYWELL_ADDRESS": "https://site.example.org/",
    "CARRYWELL_SECRET_KEY": "a long random text",
}


def test_the_server_is_read_from_the_address() -> None:
    found = mail_of(GIVEN, "accounts")
    assert found
    assert (found.host, found.port, found.user, found.password) == ("mail.example.org", 587, "site", "p@ss")
    assert found.site == "https://site.example.org"


@pytest.mark.parametrize(
    ("url", "port", "tls", "starttls"),
    [
        ("smtp://mail.example.org", 587, False, True),
        ("smtps://mail.example.org", 465, True, False),
        ("smtp://localhost", 25, False, False),
        ("smtp://mail.example.org:2525", 2525, False, True),
    ],
)
def test_nothing_crosses_a_network_in_the_clear(url: str, port: int, tls: bool, starttls: bool) -> None:
    found = mail_of(GIVEN | {"EMAIL_URL": url}, "accounts")
    assert found
    assert (found.port, found.tls, found.starttls) == (port, tls, starttls)


@pytest.mark.parametrize("mode", ["off", "local"])
def test_without_accounts_no_mail_is_sent_whatever_is_given(mode: Mode) -> None:
    assert mail_of(GIVEN, mode) is None


def test_without_a_server_no_mail_is_sent() -> None:
    assert mail_of({**GIVEN, "EMAIL_URL": ""}, "accounts") is None


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"EMAIL_URL": "imap://site:secret@mail.example.org"}, "EMAIL_URL"),
        ({"EMAIL_URL": "smtp://site:secret@mail.example.org:x"}, "EMAIL_URL"),
        ({"EMAIL_URL": "smtp://"}, "EMAIL_URL"),
        ({"CARRYWELL_MAIL_FROM": "notes"}, "CARRYWELL_MAIL_FROM"),
        ({"CARRYWELL_MAIL_FROM": "a@b.example\nBcc: c@d.example"}, "CARRYWELL_MAIL_FROM"),
        ({"CARRYWELL_MAIL_FROM": ""}, "CARRYWELL_MAIL_FROM"),
        ({"CARRYWELL_ADDRESS": "http://site.example.org"}, "CARRYWELL_ADDRESS"),
        ({"CARRYWELL_ADDRESS": ""}, "CARRYWELL_ADDRESS"),
        ({"CARRYWELL_SECRET_KEY": ""}, "CARRYWELL_SECRET_KEY"),
    ],
)
def test_what_does_not_fit_is_named_and_not_quoted(changed: dict[str, Any], names: str) -> None:
    with pytest.raises(MailSettingsError, match=f"^{names}: found") as raised:
        mail_of(GIVEN | changed, "accounts")
    assert "secret" not in str(raised.value)


def test_for_a_trial_on_ones_own_machine_the_links_may_be_plain() -> None:
    found = mail_of(GIVEN | {"CARRYWELL_ADDRESS": "http://localhost:8000"}, "accounts", insecure=True)
    assert found
    assert found.site == "http://localhost:8000"
