"""The safety properties, one module each, in the order in which they are told."""

from __future__ import annotations

from carrywell.proof.properties import (
    boundaries,
    contraindications,
    floors,
    interview,
    never_lowers,
    one_level,
    plan_parts,
    rules_matter,
    self_care,
)
from carrywell.proof.property import Property

PROPERTIES: tuple[Property, ...] = (
    one_level.PROPERTY,
    never_lowers.PROPERTY,
    floors.PROPERTY,
    interview.PROPERTY,
    contraindications.PROPERTY,
    boundaries.PROPERTY,
    rules_matter.PROPERTY,
    plan_parts.PROPERTY,
    self_care.PROPERTY,
)
