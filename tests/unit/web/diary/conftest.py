"""A site that keeps diaries: on her own machine, or with accounts."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from carrywell.web.diary.models import Woman
from tests.lib.diaries import full, here


@pytest.fixture
def local(settings: Settings, db: None) -> Client:
    """Her own machine."""
    settings.DIARY = "local"
    return here()


@pytest.fixture
def hers(local: Client) -> Woman:
    """The one diary of her machine, with something in every table."""
    return full()


@pytest.fixture
def with_accounts(settings: Settings, db: None) -> None:
    settings.DIARY = "accounts"
