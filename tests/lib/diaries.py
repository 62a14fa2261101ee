"""Anna and Bea, each with a diary of her own, and the site without a browser in front of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from carrywell.app.diary import DayTold
from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.web.clock import today
from carrywell.web.diary.cookie import COOKIE, proof
from carrywell.web.diary.models import KeptCheck, Woman
from carrywell.web.diary.store import DaySaid, ScoreSaid, WeekSaid, add_score, keep_check, save_day, save_week
from carrywell.web.state import State
from tests.lib.cases import all_no, also, pregnant
from tests.lib.women_with_accounts import PASSWORD as PASSWORD  # of both

ENGINE = open_engine()
NOON = datetime(2026, 11, 1, 12)


def calm(weeks: float = 24, **said: Any) -> Case:
    """Asked everything, no danger sign, pain in the low back."""
    told = {"sites": ["low_back"], "now": 4, "onset": "gradual", "course": "steady", "started_weeks_ago": 1} | said
    return also(all_no(pregnant(weeks, **told)), worse_moving_better_rest="yes")


def on(case: Case, day: date) -> Case:
    return case.model_copy(update={"asked_on": day})


def scores(first: date, pains: Sequence[int | None]) -> list[DayTold]:
    """A day after the other from `first` on; None is a day left out."""
    days = [(first + timedelta(days=at), pain) for at, pain in enumerate(pains)]
    return [DayTold(day, pain, None, ("low_back",)) for day, pain in days if pain is not None]


def account(name: str, password: str | None = None) -> Any:
    """Her account, without a diary yet. A password takes long to make, so only who signs in with it gets one."""
    return get_user_model().objects.create_user(name, password=password)


def begun(user: Any = None, at: datetime = NOON) -> Woman:
    return Woman.objects.create(user=user, agreed_at=at)


def full(user: Any = None, weeks: float = 24) -> Woman:
    """A diary with something in every table: a check of three days ago, yesterday, this week, a score."""
    woman, now = begun(user), datetime.combine(today(), datetime.min.time())
    keep_check(woman, calm(weeks), "self_care", ENGINE, now - timedelta(days=3))
    save_day(woman, today() - timedelta(days=1), DaySaid(5, 7, ("low_back",), (), "a long walk"), now)
    save_week(woman, today(), WeekSaid((("turning in bed", 4),), "some", "fine"), now)
    add_score(woman, today(), ScoreSaid("odi", 30), now)
    return woman


def check_kept(woman: Woman) -> KeptCheck:
    return KeptCheck.objects.get(woman=woman)


def here(strict: bool = False) -> Client:
    """Her own machine, asking for itself; the address that the site printed was opened in this browser.

    `strict`: forms without the token of their page are refused, as they are.
    """
    client = newcomer(strict)
    client.cookies[COOKIE] = proof()
    return client


def newcomer(strict: bool = False) -> Client:
    """The same machine, but a browser in which that address was not opened."""
    return Client(HTTP_HOST="localhost", enforce_csrf_checks=strict, raise_request_exception=False)


def signed_in(user: Any, strict: bool = False) -> Client:
    client = here(strict)
    client.force_login(user, backend="carrywell.web.account.backend.Accounts")
    return client


def state_of(case: Case) -> str:
    return State(case, ("pregnant",)).dump()
