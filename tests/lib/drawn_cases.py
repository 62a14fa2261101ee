"""Many case files at once, for what costs little for each case and much for each call."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings

from tests.lib.random_cases import AT_STAGE, KB, UMBRELLAS, Case, calm_case, cases


def drawn_cases(count: int) -> list[Case]:
    """The same ones every time."""
    drawn: list[Case] = []

    @settings(
        max_examples=count, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=cases())
    def draw(case: Case) -> None:
        drawn.append(Case(case))

    draw()
    return drawn


def calm_cases() -> Iterator[Case]:
    """Of each stage: every line answered no, then one umbrella in place of its lines. All may look after themselves."""
    for about in AT_STAGE.values():
        calm = calm_case(about, worse_with=["walking"], better_with=["rest"])
        yield calm
        for umbrella in UMBRELLAS:
            covered = KB.findings[umbrella]["covers"]
            kept = {name: said for name, said in calm["answers"].items() if name not in covered}
            yield Case(calm, answers={**kept, umbrella: "no"})
