"""docs/reference/accepted.md: what the proofs accept, each with its reason."""

from __future__ import annotations

from carrywell.model.knowledge import Knowledge
from tests.docs.pages.markdown import code, condition, page, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {"docs/reference/accepted.md": _accepted(knowledge)}


def _accepted(knowledge: Knowledge) -> str:
    intro = (
        "`carrywell knowledge prove` refuses a question that can be missed, a danger sign that gets lost at a "
        "boundary, and a rule without effect, unless it stands here. It refuses an entry that is no longer needed. "
        "[How the proofs work](../explanation/proof.md)."
    )
    presupposed = [
        [f"`{one.id}`", condition(one.when), one.because] for one in knowledge.presupposes.values()
    ]  # fmt: skip
    across = [
        [f"`{one.id}`", f"{one.asked} {one.boundary}", code(one.findings), one.because]
        for one in knowledge.not_asked_across.values()
    ]
    idle = [[f"`{one.id}`", code(one.rules), one.because] for one in knowledge.no_effect.values()]
    return page(
        "Accepted by the proofs",
        intro,
        "## Questions that presuppose something\n\n" + table(["Question", "Presupposes", "Because"], presupposed),
        "## Danger signs on one side of a boundary\n\n" + table(["Entry", "Asked", "Signs", "Because"], across),
        "## Rules without an effect of their own\n\n" + table(["Entry", "Rules", "Because"], idle),
    )
