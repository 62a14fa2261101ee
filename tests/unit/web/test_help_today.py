"""The page on what helps today: danger signs first, and a way into the check."""

from __future__ import annotations

import re

from tests.lib.posts import client


def page() -> str:
    answer = client().get("/help-today")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_signs_stand_before_what_she_may_do() -> None:
    shown = page()
    assert 0 < shown.index("newly numb between your legs") < shown.index('id="today"')


def test_it_leads_to_the_check_and_to_every_sign() -> None:
    shown = page()
    assert re.search(r'<form action="/check"[^>]*><button', shown)
    assert 'href="/when-to-call"' in shown[shown.index("<main") :]


def test_it_does_not_speak_of_babies_for_she_may_have_lost_one() -> None:
    told = re.sub(r"<[^>]+>", " ", page()[page().index("<main") : page().index("</main>")])
    assert not re.search(r"\bbab(y|ies)\b", told, re.IGNORECASE)


def test_the_start_leads_there() -> None:
    assert 'href="/help-today"' in client().get("/").content.decode()


def test_it_stands_in_each_language() -> None:
    chinese = client().get("/zh-Hans/help-today").content.decode()
    assert '<html lang="zh-Hans"' in chinese
    assert 'href="/zh-Hans/when-to-call"' in chinese
