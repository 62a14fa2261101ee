"""What goes over the wire: as gzip where the browser takes it, the same words either way."""

from __future__ import annotations

import gzip

import pytest
from django.http import HttpResponse

from carrywell.web.compression import LEAST_BYTES
from carrywell.web.jinja import static_address
from tests.lib.posts import client

STYLE = static_address("carrywell/carrywell.css")
TAKES = {"accept-encoding": "gzip, deflate, br"}


def _content(answer: HttpResponse) -> bytes:
    content = b"".join(answer) if answer.streaming else answer.content
    answer.close()
    return content


@pytest.mark.parametrize("address", ["/", "/check", "/when-to-call", STYLE])
def test_a_browser_that_takes_gzip_is_sent_the_same_in_fewer_bytes(address: str) -> None:
    plain = _content(client().get(address))
    answer = client().get(address, headers=TAKES)
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert int(answer["Content-Length"]) == len(answer.content) < len(plain) / 2 + 200
    assert gzip.decompress(answer.content) == plain


@pytest.mark.parametrize("said", ["", "identity", "br", "gzip;q=0", "deflate, gzip; q=0.0"])
def test_a_browser_that_does_not_take_it_is_sent_plain_text(said: str) -> None:
    answer = client().get("/", headers={"accept-encoding": said})
    assert "Content-Encoding" not in answer
    assert b"<!DOCTYPE html>" in answer.content
    assert "Accept-Encoding" in answer["Vary"]  # a cache must not hand the one out for the other


def test_a_file_is_kept_for_as_long_as_before() -> None:
    plain, squeezed = client().get(STYLE), client().get(STYLE, headers=TAKES)
    plain.close()
    kept = ("Content-Type", "Cache-Control", "Last-Modified", "Access-Control-Allow-Origin")
    assert {name: squeezed.get(name) for name in kept} == {name: plain.get(name) for name in kept}
    assert "max-age" in squeezed["Cache-Control"]


def test_a_short_answer_stays_as_it_is() -> None:
    answer = client().get("/healthy", headers=TAKES)
    assert answer.content == b"ok"
    assert len(answer.content) < LEAST_BYTES
    assert "Content-Encoding" not in answer


def test_an_unchanged_or_headless_file_has_no_content_to_squeeze() -> None:
    whole = client().get(STYLE)
    whole.close()
    unchanged = client().get(STYLE, headers={**TAKES, "if-modified-since": whole["Last-Modified"]})
    assert unchanged.status_code == 304
    assert _content(unchanged) == b""
    assert _content(client().head(STYLE, headers=TAKES)) == b""
    part = client().get(STYLE, headers={**TAKES, "range": "bytes=0-9"})
    part.close()
    assert part.status_code == 206
    assert "Content-Encoding" not in part
