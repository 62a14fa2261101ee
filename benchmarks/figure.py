"""How long a picture takes, and how large the largest is: `python -m benchmarks.figure`, or from `make bench`."""

from __future__ import annotations

import statistics
import time

from carrywell.app.engine import Engine, open_engine
from carrywell.figure.draw import draw
from carrywell.figure.proportions import Body

PICTURE_LIMIT_MS = 5.0
PICTURE_LIMIT_BYTES = 12_000
BODIES = (Body(weeks_pregnant=12), Body(weeks_pregnant=24), Body(weeks_pregnant=36), Body(weeks_postpartum=2))
REPEATS = 3


def pictures(engine: Engine) -> None:
    """Every pose in its views at four times; the best of a few runs each, since other work may get in between."""
    times, largest = [], 0
    for pose in engine.knowledge.poses.values():
        for view in pose.views:
            for body in BODIES:
                if not pose.suits(body.weeks_pregnant):
                    continue
                runs = []
                for _ in range(REPEATS):
                    begin = time.perf_counter()
                    svg = draw(pose, body, view)
                    runs.append((time.perf_counter() - begin) * 1000)
                times.append(min(runs))
                largest = max(largest, len(svg.encode()))
    slowest, middle = max(times), statistics.median(times)
    print(
        f"one picture of {len(times)}: median {middle:.2f} ms, slowest {slowest:.2f} ms = "
        f"{slowest / PICTURE_LIMIT_MS:.0%} of {PICTURE_LIMIT_MS:g} ms; largest {largest / 1000:.1f} kB = "
        f"{largest / PICTURE_LIMIT_BYTES:.0%} of {PICTURE_LIMIT_BYTES / 1000:g} kB"
    )


if __name__ == "__main__":
    pictures(open_engine())
