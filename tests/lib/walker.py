"""Walks through the check in a browser as a woman would, page by page."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page


class Walker:
    """One woman in front of the pages. Each step answers the page she is on."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def starts(self) -> None:
        self.page.goto(self.site)
        self.page.get_by_role("button", name="Check my pain").click()

    def is_pregnant(self, weeks: str) -> None:
        self.page.get_by_role("button", name="I am pregnant").click()
        self.page.get_by_label("How many weeks are you?").fill(weeks)
        self.goes_on()

    def gave_birth(self, weeks: str, birth: str = "vaginal", baby: str = "yes") -> None:
        self.page.get_by_role("button", name="The pregnancy has ended").click()
        self.page.get_by_label("How many weeks ago?").fill(weeks)
        self.picks("ended", "birth")
        self.picks("birth", birth)
        self.picks("baby_with_me", baby)
        self.goes_on()

    def lost_the_pregnancy(self, weeks: str) -> None:
        self.page.get_by_role("button", name="The pregnancy has ended").click()
        self.page.get_by_label("How many weeks ago?").fill(weeks)
        self.picks("ended", "loss")
        self.goes_on()

    def goes_on(self) -> None:
        self.page.locator("main button[type=submit]:not([name]):not([tabindex])").last.click()

    def picks(self, name: str, value: str) -> None:
        self.page.locator(f"input[name='{name}'][value='{value}']").check(force=True)

    @property
    def page_name(self) -> str:
        field = self.page.locator("input[name=page]")
        return field.first.get_attribute("value") or "" if field.count() else ""

    def answers(self, said: Mapping[str, str]) -> None:
        """Answers the question page: what is in `said`, no to everything else."""
        mine = {name: said[name] for name in self.lines() if name in said}
        for name, value in mine.items():
            self.picks(name, value)
        none = self.page.locator("button[name=none]")
        if not mine and none.count():
            none.click()
            return
        for name in self.lines():
            if name not in mine and not none.count():
                self.picks(name, "no")
        self.goes_on()

    def lines(self) -> list[str]:
        return self.page_name.split("/")[2].split(",") if self.page_name.startswith(("q/", "c/")) else []

    def walks_to_the_result(self, said: Mapping[str, str], sites: tuple[str, ...] = ("low_back",)) -> list[str]:
        """Every page on the way, by name. `said`: finding -> button, and worse_with:/better_with:/history: -> yes."""
        seen = []
        while (name := self.page_name) != "result":
            assert len(seen) < 60, seen
            seen.append(name)
            self.answers_page(name, said, sites)
        return seen

    def answers_page(self, name: str, said: Mapping[str, str], sites: tuple[str, ...]) -> None:
        if name.startswith(("q/", "c/")):
            self.answers(said)
        elif name == "private":
            self.page.locator("main button[name=skip]:not([tabindex])").click()
        else:
            if name == "where":
                for site in sites:
                    self.picks("sites", site)
            for key in said:
                list_name, _, value = key.partition(":")
                if value and self.page.locator(f"input[name='{list_name}'][value='{value}']").count():
                    self.picks(list_name, value)
            self.goes_on()
