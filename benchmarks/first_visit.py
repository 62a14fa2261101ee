"""What a first visit costs her: bytes over the wire, and when the page stands on a slow phone.

`python -m benchmarks.first_visit`, or from `make bench`. The browser itself measures, through its developer tools:
headers count as well as content. The slow phone is the one that page testers simulate: 1.6 Mbit/s with 150 ms to the
server and back, and a processor four times slower than this machine's.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.real_server import real_server
from tests.lib.browser import PHONE, chromium
from tests.lib.walker import Walker

FIRST_VISIT_LIMIT_BYTES = 60_000
LATER_PAGE_LIMIT_BYTES = 15_000
PAINT_LIMIT_MS = 1_500.0
SLOW_NETWORK = {
    "offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
}  # fmt: skip
SLOWER_PROCESSOR = 4
VISITS = 5
EASED = {"worse_moving_better_rest": "yes"}
_PAINTED = """() => new Promise(resolve => {
  new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
    .observe({type: 'largest-contentful-paint', buffered: true});
})"""


def first_visit() -> None:
    with real_server(workers=1) as server, chromium() as browser:
        site = f"http://127.0.0.1:{server.port}"
        for address in ("/", "/when-to-call"):
            size = _Wire(browser, site)
            size.page.goto(site + address, wait_until="networkidle")
            _report_bytes(f"first visit to {address}", size.taken(), FIRST_VISIT_LIMIT_BYTES)
            size.close()
        _later_pages(browser, site)
        for address in ("/", "/when-to-call"):
            times = sorted(_paint_ms(browser, site + address) for _ in range(VISITS))
            middle, slowest = statistics.median(times), times[-1]
            print(
                f"largest paint of {address} on a slow phone: median {middle:.0f} ms, slowest {slowest:.0f} ms "
                f"= {slowest / PAINT_LIMIT_MS:.0%} of {PAINT_LIMIT_MS:g} ms"
            )


class _Wire:
    """A fresh browser window, and how many bytes have come to it over the wire."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.context = browser.new_context(viewport=PHONE)
        self.page, self.site, self.bytes = self.context.new_page(), site, 0
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._came)

    def _came(self, told: Mapping[str, Any]) -> None:
        self.bytes += int(told["encodedDataLength"])

    def taken(self) -> int:
        """Bytes since it was last asked."""
        self.page.wait_for_load_state("networkidle")
        taken, self.bytes = self.bytes, 0
        return taken

    def close(self) -> None:
        self.context.close()


def _later_pages(browser: Browser, site: str) -> None:
    """Every page of an ordinary way, and of an emergency, with the style sheet kept from the first."""
    wire = _Wire(browser, site)
    she = Walker(wire.page, site)
    sizes: dict[str, int] = {}
    for weeks, said, result in (("24", EASED, "self-care"), ("31", {"chest_pain": "yes"}, "an emergency")):
        she.starts()
        she.says_pregnant()
        wire.taken()
        she.page.get_by_label("How many weeks are you?").fill(weeks)
        she.answers_the_first_list(said)
        while (name := she.page_name) != "result":
            sizes[_kind(name)] = max(wire.taken(), sizes.get(_kind(name), 0))
            she.answers_page(name, said)
        sizes[f"result for {result}"] = wire.taken()
    wire.close()
    for name, size in sorted(sizes.items(), key=lambda one: -one[1]):
        _report_bytes(f"later page, {name}", size, LATER_PAGE_LIMIT_BYTES)


def _kind(name: str) -> str:
    return "/".join(name.split("/")[:2])


def _paint_ms(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    page = context.new_page()
    _slow_phone(context.new_cdp_session(page))
    page.goto(address, wait_until="load")
    painted = _largest_paint_ms(page)
    context.close()
    return painted


def _slow_phone(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})


def _largest_paint_ms(page: Page) -> float:
    """From the tap on the link to when the largest piece of the page stands."""
    painted: float = page.evaluate(_PAINTED)
    return painted


def _report_bytes(what: str, size: int, limit: int) -> None:
    print(f"{what}: {size / 1000:.1f} kB = {size / limit:.0%} of {limit / 1000:g} kB")


if __name__ == "__main__":
    first_visit()
