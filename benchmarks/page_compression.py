"""What compressing a page costs, and what is left of it: `python -m benchmarks.page_compression`, or `make bench`.

The pages of three whole ways through, by ISA-L as the site does it, and by zlib.
"""

from __future__ import annotations

import http.client
import statistics
import time
import zlib
from collections.abc import Callable

from isal import isal_zlib

from benchmarks.real_server import FORM, real_server, whole_ways
from carrywell.web.compression import PAGE_LEVEL, squeezed_page

RESULT_BYTES = 30_000  # a result is longer, a page of questions is shorter
TIMES = 50


def page_compression() -> None:
    pages = _pages()
    for says, some in (
        ("a page of questions", [page for page in pages if len(page) < RESULT_BYTES]),
        ("a result, or where it hurts", [page for page in pages if len(page) >= RESULT_BYTES]),
    ):
        print(f"{says}, of {statistics.mean(map(len, some)) / 1000:.1f} kB")
        ours = _measured(f"  ISA-L at level {PAGE_LEVEL}", squeezed_page, some)
        for level in (2, 6):
            _measured(f"  zlib at level {level}", lambda page, level=level: zlib.compress(page, level, 31), some, ours)
    assert isal_zlib.decompress(squeezed_page(pages[0]), 31) == pages[0]


def _measured(says: str, squeeze: Callable[[bytes], bytes], pages: list[bytes], ours: float | None = None) -> float:
    begin = time.process_time()
    for _ in range(TIMES):
        sizes = [len(squeeze(page)) for page in pages]
    took = (time.process_time() - begin) / TIMES / len(pages)
    beside = f" = {took / ours:.1f} times" if ours else ""
    print(f"{says}: {took * 1000:.2f} ms of the processor{beside}, {statistics.mean(sizes) / 1000:.1f} kB")
    return took


def _pages() -> list[bytes]:
    with real_server(1) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        pages = []
        for _, body in whole_ways(server.port):
            connection.request("POST", "/check", body, FORM)
            pages.append(connection.getresponse().read())
        connection.close()
    return pages


if __name__ == "__main__":
    page_compression()
