"""Use case: what the lifting equation says of one lift, and the provisional limit in pregnancy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from carrywell.body.lifting import Lift, Worksheet, lifting_index, multipliers, recommended_weight, worksheet
from carrywell.body.lifting_pregnancy import PregnancyLimit, pregnancy_limit
from carrywell.model.text import Voice


@dataclass(frozen=True, slots=True)
class Lifted:
    """`index` is None without a load, or where nothing may be lifted; `pregnancy` is None without a week."""

    multipliers: dict[str, float]
    recommended_kg: float
    load_kg: float | None
    index: float | None
    on_paper: Worksheet
    pregnancy: PregnancyLimit | None


def judge_lift(lift: Lift, load_kg: float | None = None, weeks_pregnant: float | None = None) -> Lifted:
    recommended = recommended_weight(lift)
    return Lifted(
        multipliers(lift),
        recommended,
        load_kg,
        None if load_kg is None else lifting_index(load_kg, recommended),
        worksheet(lift, load_kg),
        None if weeks_pregnant is None else pregnancy_limit(lift, weeks_pregnant),
    )


def as_json(found: Lifted, voice: Voice) -> dict[str, Any]:
    """The keys of the contract; `reasons` says why a value is null, 0 or as it is."""
    limit = found.pregnancy.limit_kg if found.pregnancy else None
    return {
        "rwl_kg": round(found.recommended_kg, 3),
        "lifting_index": None if found.index is None else round(found.index, 3),
        "multipliers": {name: round(value, 4) for name, value in found.multipliers.items()},
        "pregnancy_limit_kg": None if limit is None else round(limit, 1),
        "worksheet": {
            "rwl_kg": found.on_paper.recommended,
            "lifting_index": found.on_paper.index,
            "multipliers": dict(found.on_paper.multipliers),
        },
        "reasons": reasons(found, voice),
        "careful": voice.phrase("lift.careful"),
    }


def reasons(found: Lifted, voice: Voice) -> dict[str, str]:
    """By the key of the result that they explain."""
    said = {}
    if not found.recommended_kg:
        said["rwl_kg"] = voice.phrase("lift.nothing_allowed")
    if found.index is None:
        said["lifting_index"] = voice.phrase("lift.no_load" if found.load_kg is None else "lift.nothing_allowed")
    why = f"why.{found.pregnancy.why}" if found.pregnancy else "no_week"
    said["pregnancy_limit_kg"] = voice.phrase(f"lift.{why}")
    return said


def as_text(found: Lifted, voice: Voice) -> list[str]:
    """Lines for the terminal."""
    why = reasons(found, voice)
    lines = [voice.phrase("lift.rwl", kg=f"{found.recommended_kg:.1f}")]
    lines += [why["rwl_kg"]] if "rwl_kg" in why else []
    if found.load_kg is not None and found.index is not None:
        lines.append(voice.phrase("lift.index", load=f"{found.load_kg:g}", index=f"{found.index:.1f}"))
    listed = voice.listed(f"{name} {value:.2f}" for name, value in found.multipliers.items())
    lines += [voice.phrase("lift.multipliers", list=listed)]
    lines += [voice.phrase("lift.worksheet", kg=f"{found.on_paper.recommended:.1f}")]
    if found.pregnancy is not None:
        limit = found.pregnancy.limit_kg
        said = "pregnancy_none" if limit is None else "pregnancy"
        lines.append(voice.phrase(f"lift.{said}", **({} if limit is None else {"kg": f"{limit:.1f}"})))
        lines.append(why["pregnancy_limit_kg"])
    return [*lines, voice.phrase("lift.careful")]
