"""Reminders go out once each, to whom they belong, and what goes wrong is tried again."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from smtplib import SMTPConnectError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from carrywell.web.account.address import forget_addresses
from carrywell.web.diary import send_reminders
from carrywell.web.diary.models import Access, Woman
from carrywell.web.diary.reminders import Choice, Rhythm, choose, next_moment
from carrywell.web.diary.sending import Outcome, send_due
from carrywell.web.logs import JsonLines, WithoutMessage
from tests.lib.diaries import account, begun, check_kept, full, newcomer, signed_in
from tests.lib.mailbox import ANNA, SITE, confirmed, links_in, switch_on

NOON = datetime(2026, 11, 2, 12)
NINE = datetime(2026, 11, 3, 9)
_REFUSED = {code: SMTPRecipientsRefused({ANNA: (code, b"anna")}) for code in (450, 550)}


@pytest.fixture(autouse=True)
def with_mail(settings: Any, db: None) -> None:
    switch_on(settings)


def reminded(name: str = "anna", rhythm: Rhythm = "daily", language: str = "en", at: datetime = NOON) -> Woman:
    woman = begun(confirmed(account(name), f"{name}@post.example"), at)
    choose(woman, Choice(rhythm, 9), language, at)
    return woman


def to() -> list[str]:
    return [letter.to[0] for letter in mail.outbox]


def fails(monkeypatch: pytest.MonkeyPatch, *errors: Exception | None) -> None:
    """Each try to send meets the next of these; the last stays."""
    left = list(errors)
    sends = EmailBackend.send_messages

    def send(self: Any, letters: Any) -> int:
        error = left.pop(0) if len(left) > 1 else left[0]
        if error:
            raise error
        return sends(self, letters)

    monkeypatch.setattr(EmailBackend, "send_messages", send)


@pytest.mark.parametrize(
    ("language", "subject", "root"), [("en", "A note to yourself", ""), ("zh-Hans", "给自己的备忘", "/zh-Hans")]
)
def test_it_comes_at_her_hour_in_her_language_with_one_link_to_open_and_one_to_end(
    language: str, subject: str, root: str
) -> None:
    reminded(language=language)
    assert send_due(NINE - timedelta(minutes=1)) == Outcome()
    assert send_due(NINE) == Outcome(sent=1)
    [letter] = mail.outbox
    assert (letter.to, letter.subject, letter.from_email) == ([ANNA], subject, "Notes <notes@site.example>")
    opens, ends = links_in(letter)
    assert (opens, ends.rpartition("/")[0]) == (f"{root}/note", f"{root}/note/stop")
    assert newcomer().get(opens)["Location"] == f"{root}/diary"
    assert letter.extra_headers["List-Unsubscribe"] == f"<{SITE}{ends}>"


def test_it_is_sent_once_however_often_it_is_asked_and_again_the_next_day() -> None:
    reminded()
    for minutes in (0, 0, 10, 600):
        send_due(NINE + timedelta(minutes=minutes))
    assert to() == [ANNA]
    send_due(NINE + timedelta(days=1))
    assert to() == [ANNA] * 2


def test_two_machines_at_once_send_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one begins while the first is about to send, and had read the same rows."""
    reminded(), reminded("bea")
    sends = EmailBackend.send_messages

    def meanwhile(self: Any, letters: Any) -> int:
        monkeypatch.setattr(EmailBackend, "send_messages", sends)
        assert send_due(NINE) == Outcome(sent=1)  # Bea's, which the first has not claimed yet
        return sends(self, letters)

    monkeypatch.setattr(EmailBackend, "send_messages", meanwhile)
    assert send_due(NINE) == Outcome(sent=1)
    assert sorted(to()) == [ANNA, "bea@post.example"]


def test_what_waits_beyond_a_run_goes_out_in_the_next() -> None:
    for number in range(5):
        reminded(f"a{number}")
    assert [send_due(NINE, most=2).sent for _ in range(4)] == [2, 2, 1, 0]
    assert len(set(to())) == 5


def test_a_server_that_is_away_takes_nothing_from_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    reminded(), reminded("bea")

    def away(self: Any) -> None:
        raise SMTPConnectError(421, b"away")

    monkeypatch.setattr(EmailBackend, "open", away)
    assert send_due(NINE) == Outcome(failed=2)
    monkeypatch.undo()
    assert send_due(NINE + timedelta(minutes=10)) == Outcome(sent=2)


def test_a_server_that_goes_away_is_asked_again_by_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    reminded(), reminded("bea"), reminded("carla")
    fails(monkeypatch, None, SMTPServerDisconnected("gone"))
    assert send_due(NINE) == Outcome(sent=1, failed=2)
    monkeypatch.undo()
    assert send_due(NINE + timedelta(minutes=10)) == Outcome(sent=2)
    assert len(to()) == len(set(to())) == 3


@pytest.mark.parametrize(
    ("error", "again"),
    [(_REFUSED[450], True), (_REFUSED[550], False), (SMTPSenderRefused(550, b"", ""), True)],
    ids=["busy", "no such mailbox", "not this sender"],
)
def test_one_that_is_not_taken_holds_nobody_up(monkeypatch: pytest.MonkeyPatch, error: Exception, again: bool) -> None:
    reminded(), reminded("bea")
    fails(monkeypatch, error, None)
    assert send_due(NINE) == Outcome(sent=1, failed=1)
    assert to() == ["bea@post.example"]
    assert send_due(NINE + timedelta(minutes=10)) == Outcome(sent=int(again))


def test_a_mailbox_that_stays_busy_is_left_in_peace_until_the_next_day(monkeypatch: pytest.MonkeyPatch) -> None:
    reminded()
    fails(monkeypatch, _REFUSED[450])
    tries = [send_due(NINE + timedelta(hours=hour)).failed for hour in range(24)]
    assert (sum(tries), tries[:7]) == (7, [1] * 7)
    assert send_due(NINE + timedelta(days=1)).failed == 1


def test_the_log_says_what_went_wrong_and_to_whom_it_does_not(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("carrywell.web.diary.sending._log.propagate", True)
    reminded()
    fails(monkeypatch, _REFUSED[550])
    send_due(NINE)
    [record] = [record for record in caplog.records if record.name == "carrywell.mail"]
    for formatter in (WithoutMessage(), JsonLines()):
        assert "SMTPRecipientsRefused" in formatter.format(record)
        assert ANNA not in formatter.format(record)


def test_that_it_was_sent_stands_in_her_list_alone() -> None:
    woman, other = reminded(), begun(account("bea"))
    send_due(NINE)
    assert list(Access.objects.values_list("woman", "what", "at")) == [(woman.pk, "reminded", NINE)]
    assert not Access.objects.filter(woman=other).exists()
    for root, says in (("", "A reminder was sent by mail"), ("/zh-Hans", "发了一封邮件提醒")):
        assert says in signed_in(woman.user).get(f"{root}/diary/rights").content.decode()


def test_an_address_that_waits_to_be_confirmed_gets_none() -> None:
    woman = reminded()
    woman.user.emailaddress_set.update(verified=False)
    assert send_due(NINE) == Outcome()
    assert to() == []


def test_without_an_address_and_after_everything_is_deleted_there_is_nothing_to_send() -> None:
    anna, bea = reminded(), reminded("bea")
    forget_addresses(anna.user, anna)
    bea.user.delete()
    assert send_due(NINE) == Outcome()


def test_only_when_the_questions_are_due_means_only_then() -> None:
    woman = full(confirmed(account("anna")))
    asked = check_kept(woman).asked_on
    begins = datetime.combine(asked, datetime.min.time())
    choose(woman, Choice("due", 9), "en", begins)
    days = []
    for day in range(30):
        if send_due(begins + timedelta(days=day, hours=9)).sent:
            days.append(day)
    assert days[0] >= 1
    assert {later - earlier for earlier, later in pairwise(days)} == {7}


def test_the_program_takes_the_moment_and_says_what_it_did(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    reminded()
    assert send_reminders.main(["2026-11-03T09:00"]) == 0
    assert capsys.readouterr().out == "1 sent, 0 not sent\n"
    for wrong in (["noon"], ["2026-11-03T09:00+01:00"], ["2026-11-03", "x"]):
        assert send_reminders.main(wrong) == 2
    assert "usage:" in capsys.readouterr().err
    settings.MAIL = False
    assert send_reminders.main(["2026-11-05T09:00"]) == 2
    assert len(mail.outbox) == 1


def test_a_failure_is_seen_by_who_runs_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    woman = reminded()
    fails(monkeypatch, _REFUSED[450])
    assert send_reminders.main([NINE.isoformat()]) == 1
    assert "anna" not in "".join(capsys.readouterr())
    woman.refresh_from_db()
    assert woman.remind_next == NINE < next_moment(Choice("daily", 9), NINE)
