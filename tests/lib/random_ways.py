"""Ways through the check that a page-by-page reader cannot foresee: whole posts, each made from the page before it.

Most women answer no to most lines; a few yes and a few unsure make the ways part. Every way goes on to the plan that is
fitted to her.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from random import Random

from carrywell.model.case import BETTER_WITH, COURSES, ONSETS, SITES, WORSE_WITH

Fields = dict[str, str | list[str]]

MOST_STEPS = 40
YES, UNSURE = 0.03, 0.02  # of the lines that a page asks
_HIDDEN = re.compile(r'<input type="hidden" name="(page|state)" value="([^"]*)">')


def carried_on(page: str) -> dict[str, str]:
    """The hidden fields of a page: which it is, and her state."""
    return {name: html.unescape(value) for name, value in _HIDDEN.findall(page)}


def random_way(send: Callable[[Fields], str], rng: Random) -> Iterator[tuple[Fields, str]]:
    """Each post, and the page that answers it. AssertionError where a way does not end."""
    carried: dict[str, str] = {"page": "status", "state": ""}
    for _ in range(MOST_STEPS):
        post: Fields = {**carried, **_answers(carried["page"], rng)}
        page = send(post)
        yield post, page
        carried = carried_on(page)
        if carried["page"] == "result" and 'name="fit"' not in page:
            return
    raise AssertionError(f"no result within {MOST_STEPS} steps")


def _answers(page: str, rng: Random) -> Fields:
    if page == "status":
        return {rng.choice(("pregnant", "pregnant", "after")): "1"}
    if page == "pregnant":
        return {"weeks_pregnant": str(rng.randint(4, 41)), "babies": "1", "none": "1"}
    if page == "after":
        return {
            "weeks_postpartum": str(rng.randint(0, 60)), "ended": "birth",
            "birth": rng.choice(("vaginal", "caesarean")),
            "baby_with_me": rng.choice(("yes", "yes", "no")), "recent_neuraxial": "no", "none": "1",
        }  # fmt: skip
    if page == "where":
        return {
            "sites": rng.sample(SITES, rng.randint(1, 3)), "onset": rng.choice(ONSETS), "course": rng.choice(COURSES),
            "started_weeks_ago": str(rng.randint(0, 20)), "now": str(rng.randint(1, 8)),
        }  # fmt: skip
    if page == "changes":
        return {"worse_with": rng.sample(WORSE_WITH, 2), "better_with": rng.sample(BETTER_WITH, 1)}
    if page == "day":
        return {"day-driving": str(rng.randint(0, 90))}
    if page == "private":
        return {"skip": "1"}
    if page == "result":
        return {"fit": "1"}
    lines = page.split("/")[2].split(",")
    if page.startswith("q/numbers/"):
        return {f"{line}-unsure": "1" for line in lines}
    return {line: rng.choices(("yes", "unsure", "no"), (YES, UNSURE, 1))[0] for line in lines}
