"""The site in a thread, and Debian's chromium in front of it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}

# What Playwright turns off itself, which a list of ours replaces; and what each new window would pay for unseen: the
# pages of the address bar's own list, and a process in reserve. Together they are half of what a window costs.
_TURNED_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    "PreconnectToSearch",
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess",
)  # fmt: skip
# Chromium's own calls home are refused on a closed network, many at a time; these keep it quiet.
_QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
    f"--disable-features={','.join(_TURNED_OFF)}",
]  # fmt: skip

_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Everything that axe can tell apart: the page with what is chosen and unfolded in it, its width, and its colours. What
# a hidden field carries is not looked at.
_AS_IT_STANDS = """() => {
  const whole = document.documentElement.cloneNode(true);
  for (const carried of whole.querySelectorAll('input[type=hidden]')) carried.removeAttribute('value');
  const chosen = [...document.querySelectorAll(':checked, :focus')].map(it => it.id + it.name + it.value);
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map(it => matchMedia(it).matches);
  return [whole.outerHTML, innerWidth, chosen, media].join();
}"""
# Each with at most three places; all that axe finds in order would be sent over and read for nothing.
_RUN_AXE = """async runOnly => {
  const wanted = {runOnly, resultTypes: ['violations'], preload: false};
  const told = it => `${it.id}: ${it.help} at ${JSON.stringify(it.nodes.slice(0, 3).map(node => node.target))}`;
  return (await axe.run(wanted)).violations.map(told);
}"""
_looked_at: dict[str, list[str]] = {}


class LineServer(ThreadingMixIn, WSGIServer):
    """A site at the end of a line that can be cut: then nothing is answered."""

    daemon_threads = True
    cut = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def verify_request(self, request: Any, client_address: Any) -> bool:
        return not self.cut


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """No access log in tests."""


@contextmanager
def running_site() -> Iterator[str]:
    """The address of the site, served from this process."""
    with site_on_a_line() as server:
        yield server.address


@contextmanager
def site_on_a_line() -> Iterator[LineServer]:
    from carrywell.web.wsgi import application

    with make_server("127.0.0.1", 0, application, LineServer, _Silent) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "Debian's chromium is needed: make browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_QUIET)
        # What the worker keeps would hide from a test what the site answers; tests of the worker allow it themselves.
        browser.new_context = partial(browser.new_context, service_workers="block")  # type: ignore[method-assign]
        try:
            yield browser
        finally:
            browser.close()


def axe_violations(page: Page, only_colours: bool = False) -> list[str]:
    """What axe finds on the page as it stands, a line each. A page that stood so before is not looked at again.

    `only_colours`: of a page that was looked at by day, all that the night can change.
    """
    stands = sha256(page.evaluate(_AS_IT_STANDS).encode()).hexdigest()
    if stands not in _looked_at:
        brings_axe(page)
        asks = {"type": "rule", "values": ["color-contrast"]} if only_colours else {"type": "tag", "values": _AXE_TAGS}
        _looked_at[stands] = page.evaluate(_RUN_AXE, asks)
    return _looked_at[stands]


def brings_axe(page: Page) -> None:
    """Once a document."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
