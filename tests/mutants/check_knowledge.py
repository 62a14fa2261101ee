"""First check: what `carrywell knowledge check` refuses, on items that are no files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from carrywell.knowledge import references
from carrywell.knowledge.contraindications import check_contraindications
from carrywell.knowledge.floors import check_floors
from carrywell.knowledge.yaml_text import Document
from carrywell.model.knowledge import Knowledge
from tests.mutants.mutant import Mutant
from tests.mutants.only_changed import RULES, only_changed

LEVELS = frozenset({"findings", "combinations", "facts", "floors"})
CLOSING = frozenset({"advice", "home_tests", "gates", "facts", "contraindications"})

# The parts that look at more than names; names only go missing where an item is gone.
_BEYOND_NAMES = (
    references._unknown_conditions,
    references._screens,
    references._umbrellas,
    references._warnings,
    references._circles,
    references._stages,
)


def refused(mutant: Mutant, knowledge: Knowledge) -> Iterator[str]:
    """`knowledge`: with the change in it."""
    documents: Mapping[tuple[str, str], Document] = defaultdict(lambda: Document("kb"))
    yield from _by_the_item(mutant)
    gone = any(item is None for _, _, item in mutant.items())
    if gone:
        yield from (fault.says for fault in references.check(knowledge, documents, frozenset()))
    else:
        for part in _BEYOND_NAMES:
            yield from (fault.says for fault in part(knowledge, documents))
    if mutant.folders() & LEVELS:
        yield from (fault.says for fault in check_floors(only_changed(mutant, knowledge, RULES), documents))
    if mutant.folders() & CLOSING:
        yield from (fault.says for fault in check_contraindications(knowledge, documents))


def _by_the_item(mutant: Mutant) -> Iterator[str]:
    """What the model of an item refuses: `model_copy` does not ask it."""
    for _, _, item in mutant.items():
        if item is not None:
            try:
                item.model_post_init(None)
            except ValueError as error:
                yield str(error)
