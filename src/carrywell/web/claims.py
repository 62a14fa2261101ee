"""The page of what she may have read. It is the same for everyone, takes no answer, and works without a script.

What she looks for stands in the address, as a word and never as an answer of hers; no log holds addresses.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from carrywell.app.claims import claim_groups
from carrywell.app.engine import open_engine
from carrywell.model.claim import Claim
from carrywell.model.knowledge import Knowledge
from carrywell.web.language import render, voice_of
from carrywell.web.presenters import Ground

LONGEST_SEARCH = 80


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    engine = open_engine()
    searched = " ".join(request.GET.get("q", "").split())[:LONGEST_SEARCH]
    groups = claim_groups(engine.knowledge, voice_of(request), searched)
    context = {
        "searched": searched,
        "groups": groups,
        "count": sum(len(group.claims) for group in groups),
        "knowledge": engine.knowledge,
        "ground": {claim.id: _ground(claim, engine.knowledge) for group in groups for claim in group.claims},
    }
    return render(request, "claims.html", context)


def _ground(claim: Claim, knowledge: Knowledge) -> Ground:
    sources = tuple(knowledge.sources[source] for source in claim.sources)
    return Ground(claim.basis, claim.strength, sources, claim.id, gentle=False)
