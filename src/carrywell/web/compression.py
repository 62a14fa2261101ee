"""Pages and the style sheet go over the wire as gzip: on a slow phone that is most of the waiting.

A compressed page can betray a secret to who can have the browser fetch it again and again with words of his choice
beside it (the attack called BREACH). Here no such fetch holds her answers: they come with her own form, not with a
cookie, and what others make her browser send comes without them. The diary does go by a cookie: its token is masked
anew in each form, and no page of it shows back what stands in an address. docs/decisions/0020-gzip-of-our-own.md
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from struct import pack
from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from isal import isal_zlib

LEAST_BYTES = 500  # below, the header of gzip eats what is won
PAGE_LEVEL = 3  # ISA-L's last: a page is made for her now, and this takes a fifth of the time of zlib's usual level
LARGE_PAGE_BYTES, LARGE_PAGE_LEVEL = 100_000, 6  # all claims, a whole plan: zlib's usual level saves kilobytes there
FILE_LEVEL = 9  # zlib's last: a file is compressed once a process
_GZIP, _NO_HEADER = 31, -15  # zlib's numbers for a gzip header, and for none
_HEADER, _LAST_BLOCK = b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\x03\0"  # of gzip; a last block that holds nothing
_KINDS = ("text/", "application/javascript", "application/json", "image/svg+xml")


Answering = Callable[[HttpRequest], HttpResponseBase]


class _Squeezing(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...

    def flush(self, mode: int = ..., /) -> bytes: ...


def compressed_where_taken(answer: Answering) -> Answering:
    """Middleware: a text answer as gzip where the browser takes it. Stands before the one that serves files."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        if not response.headers.get("Content-Type", "").startswith(_KINDS) or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if not _takes_gzip(request.headers.get("Accept-Encoding", "")) or response.status_code in (204, 206, 304):
            return response
        if isinstance(response, HttpResponse):
            return _page(response)
        return response if request.method == "HEAD" else _file(response)  # a file without its content has no size

    return middleware


def _takes_gzip(said: str) -> bool:
    """Whether `Accept-Encoding` names gzip, and not with a weight of nothing."""
    for coding in said.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _page(response: HttpResponse) -> HttpResponse:
    if len(response.content) >= LEAST_BYTES:
        in_pieces = isinstance(response, PageOfPieces)
        response.content = response.squeezed() if in_pieces else squeezed_page(response.content)
        _says_so(response, len(response.content))
    return response


def squeezed_page(content: bytes) -> bytes:
    if len(content) >= LARGE_PAGE_BYTES:
        return _gzip(zlib.compressobj(LARGE_PAGE_LEVEL, zlib.DEFLATED, _GZIP), content)
    return _gzip(isal_zlib.compressobj(PAGE_LEVEL, zlib.DEFLATED, _GZIP), content)


@dataclass(frozen=True, slots=True)
class Piece:
    """What many pages share, with its compressed form, which looks back at nothing that stands before it."""

    plain: bytes
    squeezed: bytes


def piece(plain: bytes) -> Piece:
    """Compressed as hard as a file, since it is kept."""
    return Piece(plain, _deflated(zlib.compressobj(FILE_LEVEL, zlib.DEFLATED, _NO_HEADER), plain))


class PageOfPieces(HttpResponse):
    """Pieces that are kept, with what is hers between them: that alone is compressed now."""

    def __init__(self, pieces: Sequence[Piece], hers: bytes) -> None:
        super().__init__(hers.join(one.plain for one in pieces))
        self._pieces, self._hers = pieces, hers

    def squeezed(self) -> bytes:
        """One gzip member (RFC 1952): the blocks of each piece as they are, an empty last one, checksum and length."""
        hers = _deflated(isal_zlib.compressobj(PAGE_LEVEL, zlib.DEFLATED, _NO_HEADER), self._hers)
        blocks = hers.join(one.squeezed for one in self._pieces)
        checked = pack("<II", isal_zlib.crc32(self.content), len(self.content))
        return b"".join((_HEADER, blocks, _LAST_BLOCK, checked))


def _deflated(squeezing: _Squeezing, content: bytes) -> bytes:
    """Blocks that end on a whole byte and are not the last."""
    return squeezing.compress(content) + squeezing.flush(zlib.Z_FULL_FLUSH)


def _file(response: HttpResponseBase) -> HttpResponse:
    """A file that is served as it stands on the disk: read, compressed once, and sent in one piece."""
    content = b"".join(response)
    squeezed = _gzip_of_file(content)
    sent = HttpResponse(squeezed, status=response.status_code, headers=dict(response.headers))
    response.close()
    _says_so(sent, len(squeezed))
    return sent


def _says_so(response: HttpResponseBase, length: int) -> None:
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(length)


@lru_cache(maxsize=32)
def _gzip_of_file(content: bytes) -> bytes:
    return _gzip(zlib.compressobj(FILE_LEVEL, zlib.DEFLATED, _GZIP), content)


def _gzip(squeezing: _Squeezing, content: bytes) -> bytes:
    return squeezing.compress(content) + squeezing.flush()
