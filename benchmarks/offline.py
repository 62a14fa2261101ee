"""The check without a network on a slow phone: how long a decision and a step take with the processor six times slower,
and what it weighs over the wire. Each is timed three times and the least counts, for the machine may have other work.
"""

from __future__ import annotations

import os
import statistics
from typing import Any
from zlib import compress

from carrywell.app.offline import packed_bundle
from carrywell.model.text import LANGUAGES
from tests.lib.browser import PHONE, ROOT, chromium, running_site
from tests.lib.offline_script import public_cases

DECISION_LIMIT_MS = 20.0
WIRE_LIMIT_KB = 250.0
SLOWER = 6
CASES = 100
_SCRIPT = ROOT / "src" / "carrywell" / "web" / "static" / "carrywell" / "offline.js"
_TIMES = """async (cases) => {
  const script = await import(document.querySelector("script[src*='offline.js']").src);
  const answer = await fetch(document.getElementById("offline").dataset.bundle);
  const rules = script.prepare(JSON.parse(await answer.text()));
  const asker = script.askerOf(rules);
  const once = (work) => { const begin = performance.now(); work(); return performance.now() - begin; };
  const timed = (work) => Math.min(once(work), once(work), once(work));
  return cases.map((one) => ({
    decision: timed(() => script.assess(rules, one)),
    step: timed(() => script.nextStep(asker, one, [])),
  }));
}"""


def offline() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carrywell.web.settings")
    script = len(compress(_SCRIPT.read_bytes(), 9))
    weighs = max(script + len(compress(packed_bundle(language).content, 9)) for language in LANGUAGES) / 1000
    print(f"bundle and script over the wire: {weighs:.0f} kB ({weighs / WIRE_LIMIT_KB:.0%} of {WIRE_LIMIT_KB:.0f})")
    with running_site() as site, chromium() as browser:
        page = browser.new_context(viewport=PHONE).new_page()
        page.goto(f"{site}/offline")
        page.wait_for_selector("#offline-page form")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        times: list[dict[str, Any]] = page.evaluate(_TIMES, public_cases(CASES)[:CASES])
    for name in ("decision", "step"):
        found = sorted(one[name] for one in times)
        middle, high = statistics.median(found), found[int(0.95 * len(found))]
        share = f"{high / DECISION_LIMIT_MS:.0%} of {DECISION_LIMIT_MS:.0f}"
        print(
            f"without a network, {SLOWER} times slower: a {name} {middle:.1f} ms, 19 of 20 within {high:.1f} ({share})"
        )


if __name__ == "__main__":
    offline()
