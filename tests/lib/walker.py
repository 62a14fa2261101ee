"""Walks through the check in a browser as a woman would, page by page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from carrywell.app.engine import open_engine
from carrywell.web.language import root_of

FINDINGS = open_engine().knowledge.findings
_TURNED = {"yes": "no", "no": "yes"}
# A form of the check, as some page would send it.
SENDS = """([action, fields]) => {
  const form = Object.assign(document.createElement('form'), {method: 'post', action});
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
  }
  document.body.append(form);
  form.submit();
}"""
# The page at the end of each way walked, by its name, and what she carries there.
_walked: dict[object, tuple[str, str]] = {}


def reply(name: str, said: Mapping[str, str]) -> str:
    """Her answer to a line: what is said of it, or the most that is said of anything under it."""
    answers = [said[one] for one in (name, *FINDINGS[name].covers) if one in said]
    return next((wanted for wanted in ("yes", "unsure") if wanted in answers), answers[0] if answers else "no")


class Walker:
    """One woman in front of the pages of her language. Each step answers the page she is on."""

    def __init__(self, page: Page, site: str, language: str = "en") -> None:
        self._page, self.site = page, site + root_of(language)
        self.voice = open_engine().voice(language)

    def beside(self, page: Page) -> Walker:
        """The same woman in front of another page."""
        return Walker(page, self.site.removesuffix(root_of(self.voice.language)), self.voice.language)

    @property
    def page(self) -> Page:
        """As it stands once the step under way has come; a step without a page load is not waited for by a click."""
        self._page.locator("main[aria-busy]").wait_for(state="detached")
        return self._page

    def reads(self, key: str, **values: object) -> str:
        """A sentence of the program's own, by its id, as she reads it."""
        return self.voice.phrase(key, **values)

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.reads(key), exact=True)

    def link(self, key: str) -> Locator:
        return self.page.get_by_role("link", name=self.reads(key), exact=True)

    def field(self, key: str) -> Locator:
        """What is filled in under these words."""
        return self.page.get_by_label(self.reads(key))

    @property
    def is_told_of_an_error(self) -> bool:
        """By the first word of the title."""
        return self.page.title().startswith(self.reads("site_wide.error_prefix"))

    def starts(self) -> None:
        self.page.goto(f"{self.site}/")

    def is_pregnant(self, weeks: str, said: Mapping[str, str] | None = None) -> None:
        self.says_pregnant()
        self.field("about.pregnant.weeks").fill(weeks)
        self.answers_the_first_list(said or {})

    def gave_birth(
        self, weeks: str, birth: str = "vaginal", baby: str = "yes", said: Mapping[str, str] | None = None
    ) -> None:
        self.says_ended()
        self.field("about.after.weeks").fill(weeks)
        self.picks("ended", "birth")
        self.picks("birth", birth)
        self.picks("baby_with_me", baby)
        self.picks("recent_neuraxial", (said or {}).get("recent_neuraxial", "no"))
        self.answers_the_first_list(said or {})

    def lost_the_pregnancy(self, weeks: str, said: Mapping[str, str] | None = None) -> None:
        self.says_ended()
        self.field("about.after.weeks").fill(weeks)
        self.picks("ended", "loss")
        self.picks("recent_neuraxial", (said or {}).get("recent_neuraxial", "no"))
        self.answers_the_first_list(said or {})

    def answers_the_first_list(self, said: Mapping[str, str]) -> None:
        """The emergencies that stand under her weeks."""
        self._answers_list([line.id for line in open_engine().interviewer.first], said)

    def says_pregnant(self) -> None:
        self.button("about.status.pregnant").click()

    def says_ended(self) -> None:
        self.button("about.status.after").click()

    def fits_the_plan(self) -> None:
        """From the result, on to what only the plan must know: first her day."""
        self.page.locator("button[name=fit]").click()

    def goes_back(self) -> None:
        """With the page's own Back."""
        self.button("site_wide.back").click()

    def changes(self, title: str) -> None:
        """From the result, opens the page with this title once more."""
        self.page.get_by_text(self.reads("page.answers_open"), exact=True).click()
        self.page.locator(".cw-trail li").filter(has_text=title).get_by_role("button").click()

    def goes_on(self) -> None:
        self.page.locator("main button[type=submit]:not([name]):not([tabindex])").last.click()

    def picks(self, name: str, value: str) -> None:
        choice = self.page.locator(f"input[name='{name}'][value='{value}']")
        self._unfolds_around(choice)
        choice.check(force=True)

    def fills(self, field: str, typed: str) -> None:
        """Types into the field with this id."""
        self._unfolds_around(self.page.locator(f"#{field}"))
        self.page.locator(f"#{field}").fill(typed)

    def _unfolds_around(self, place: Locator) -> None:
        """Opens what the place is folded away in."""
        folded = place.locator("xpath=ancestor::details[not(@open)]")
        while folded.count():
            folded.first.locator("summary").first.click()

    @property
    def carried(self) -> dict[str, Any]:
        """What the page carries on in place of a store: her case and the pages answered."""
        read: dict[str, Any] = json.loads(self.page.locator("input[name=state]").first.get_attribute("value") or "")
        return read

    @property
    def level(self) -> str | None:
        """The care level on the result's card."""
        return self.page.locator(".nhsuk-card--care").get_attribute("data-level")

    @property
    def page_name(self) -> str:
        self.page.wait_for_load_state("domcontentloaded")
        name: str = self.page.evaluate("document.querySelector('input[name=page]')?.value ?? ''")
        return name

    def answers(self, said: Mapping[str, str]) -> None:
        """Answers the question page: what is in `said`, no to everything else."""
        if self.page.locator("button[name=none]").count():
            self._answers_list(self.lines(), said)
            return
        for name in self.lines():
            answer = said.get(name, "no")
            ability = FINDINGS[name].asks_for == "ability"  # Can you walk? Yes is the finding's no
            self.answers_line(name, _TURNED.get(answer, answer) if ability else answer)
        self.goes_on()

    def _answers_list(self, lines: list[str], said: Mapping[str, str]) -> None:
        marked = {name: answer for name in lines if (answer := reply(name, said)) != "no"}
        if not marked:
            self.page.locator("button[name=none]").click()
            return
        for name, answer in marked.items():
            self.answers_line(name, answer)
        self.goes_on()

    def answers_line(self, name: str, value: str) -> None:
        """For a number, a word in place of digits ticks that she does not know it."""
        if self.page.locator(f"input[name='{name}'][type=text]").count() == 0:
            self.picks(name, value)
        elif value.isdigit():
            self.page.locator(f"#{name}").fill(value)
        else:
            self.page.locator(f"#{name}-unsure").check(force=True)

    def lines(self) -> list[str]:
        name = self.page_name
        return name.split("/")[2].split(",") if name.startswith(("q/", "c/")) else []

    def walks_to_the_result(self, said: Mapping[str, str], sites: tuple[str, ...] = ("low_back",)) -> list[str]:
        """Every page on the way, by name. `said`: finding -> button, and worse_with:/better_with:/history: -> yes."""
        return self.walks_to("result", said, sites)

    def walks_to(self, goal: str, said: Mapping[str, str], sites: tuple[str, ...] = ("low_back",)) -> list[str]:
        """As above, to the first page whose name begins with `goal`."""
        seen: list[str] = []
        while not (name := self.page_name).startswith(goal):
            assert len(seen) < 60, seen
            assert name != "result", f"{goal} did not come: {seen}"
            seen.append(name)
            self.answers_page(name, said, sites)
        return seen

    def comes_to(
        self, goal: str, weeks: str, said: Mapping[str, str] | None = None, sites: tuple[str, ...] = ("low_back",)
    ) -> None:
        """As if she, so many weeks pregnant, walked to this page: where the way is not what is looked at. The first to
        go a way walks it, in whichever language; who comes after opens its last page with what was carried there.
        """
        way = (goal, weeks, frozenset((said or {}).items()), sites)
        if way not in _walked:
            self.starts()
            self.is_pregnant(weeks, said)
            self.walks_to(goal, said or {}, sites)
            _walked[way] = (self.page_name, json.dumps(self.carried, ensure_ascii=False))
            return
        page, state = _walked[way]
        self.opens(page, state)

    def opens(self, page: str, state: str) -> None:
        """Any page of the check, by its name and what is carried there."""
        self.posts({"again": "1", "page": page, "state": state})

    def posts(self, fields: Mapping[str, str], to: str = "/check") -> None:
        """A form of the check, as some page would send it."""
        if not self._page.url.startswith(self.site):
            self._page.goto(f"{self.site}/help-today")
        with self._page.expect_navigation():
            self._page.evaluate(SENDS, [f"{self.site}{to}", dict(fields)])

    def answers_page(self, name: str, said: Mapping[str, str], sites: tuple[str, ...] = ("low_back",)) -> None:
        if name.startswith(("q/", "c/")):
            self.answers(said)
        elif name == "private":
            self.page.locator("main button[name=skip]:not([tabindex])").click()
        else:
            if name == "where":
                for site in sites:
                    self.picks("sites", site)
                self.picks("onset", "gradual")
                self.picks("course", "steady")
                self.fills("started_weeks_ago", "6")
            for key in said:
                list_name, _, value = key.partition(":")
                if value and self.page.locator(f"input[name='{list_name}'][value='{value}']").count():
                    self.picks(list_name, value)
            self.goes_on()
