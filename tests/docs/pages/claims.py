"""docs/reference/claims.md: every claim that people read, with its verdict, ground and what it covers; the pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from carrywell.app.claims import claim_groups
from carrywell.model.claim import VERDICTS, Claim
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice
from tests.docs.pages.markdown import code, counted, page, stages, table


def written(knowledge: Knowledge) -> dict[str, str]:
    claims = list(knowledge.claims.values())
    verdicts = Counter(claim.verdict for claim in claims)
    pairs = sorted({tuple(sorted((claim.id, other))) for claim in claims for other in claim.contradicts})
    intro = (
        "What people say and write about back pain in pregnancy and after birth, as the page *What you may have read* "
        f"tells it, in its order. {counted(len(claims), 'claim', 'claims')} cover "
        f"{sum(len(claim.covers) for claim in claims)} claims of two evidence dossiers: "
        f"{', '.join(f'{verdicts[verdict]} {verdict}' for verdict in VERDICTS)}. Where several are merged the most "
        "careful verdict counts. *Covers* is the dossier and the place in its list."
    )
    groups = claim_groups(knowledge, Voice(knowledge.phrases))
    sections = [f"## {knowledge.phrases[group.title].english}\n\n{_table(group.claims)}" for group in groups]
    return {
        "docs/reference/claims.md": page(
            "Claims",
            intro,
            *sections,
            "## What contradicts what\n\n" + table(["One", "The other"], [_pair(pair, knowledge) for pair in pairs]),
        )
    }


def _table(claims: Sequence[Claim]) -> str:
    heads = ["Id", "As people say it", "Verdict", "Better", "Said of", "Advice", "Danger signs", "Covers", "Ground"]
    return table(heads, [_row(claim) for claim in claims])


def _row(claim: Claim) -> list[str]:
    verdict = f"{claim.verdict}: {claim.harm.english}" if claim.harm else claim.verdict
    ground = f"{claim.basis}, {claim.strength}" + (f", {code(claim.sources)}" if claim.sources else "")
    lists = [code(names) for names in (claim.advice, claim.findings, claim.covers)]
    said = [f"`{claim.id}`", claim.belief.english, verdict, claim.better.english, stages(claim.stages)]
    return [*said, *lists, ground]


def _pair(pair: Sequence[str], knowledge: Knowledge) -> list[str]:
    return [f"`{name}`: {knowledge.claims[name].belief.english}" for name in pair]
