"""The template environment: addresses of static files, and what is typed is never taken for markup."""

from __future__ import annotations

from hashlib import sha256

import pytest
from django.template import engines

from carrywell.web.jinja import static_address
from tests.lib.posts import client, sends
from tests.lib.tree import ROOT

STATIC = ROOT / "src" / "carrywell" / "web" / "static"
TEMPLATES = STATIC.parent / "templates"
FILES = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.*"))


@pytest.mark.parametrize("name", FILES)
def test_an_address_carries_the_hash_of_the_file_and_leads_to_it(name: str) -> None:
    content = (STATIC / name).read_bytes()
    address = static_address(name)
    assert address == f"/static/{name}?v={sha256(content).hexdigest()[:10]}"
    answer = client().get(address)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == content
    answer.close()


def test_a_static_file_may_be_kept_for_a_year() -> None:
    answer = client().get(static_address("carrywell/carrywell.css"))
    assert "max-age=31536000" in answer["Cache-Control"]
    answer.close()


def test_a_file_that_is_not_there_is_a_fault_of_the_template() -> None:
    with pytest.raises(FileNotFoundError):
        static_address("carrywell/missing.css")


def test_pages_name_their_files_by_these_addresses() -> None:
    """And none lies about that no page asks for. The worker has an address of its own, which may not change."""
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    asked = [name for name in FILES if name.endswith((".css", ".js", ".svg")) and name != "carrywell/sw.js"]
    assert [name for name in asked if f"static('{name}')" not in templates] == []
    page = client().get("/").content.decode()
    assert static_address("carrywell/carrywell.css") in page
    assert static_address("carrywell/carrywell.js") in page


@pytest.mark.parametrize("typed", ['"><script>alert(1)</script>', "{{ 7 * 69737 }}", "' onfocus='x"])
def test_what_is_typed_is_shown_and_never_run(typed: str) -> None:
    answer = sends("pregnant", weeks_pregnant=typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<script>alert" not in page
    assert "' onfocus='x" not in page
    assert "488159" not in page
    for plain in ("alert(1)", "7 * 69737", "onfocus="):
        assert (plain in page) == (plain in typed)


def test_a_sentence_that_does_not_exist_is_no_silent_gap() -> None:
    template = engines["en"].from_string("{{ t('no.such.sentence') }}")
    with pytest.raises(KeyError):
        template.render()
