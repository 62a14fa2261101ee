"""A million cases at once, and ten thousand compared with the plain reading: `python -m benchmarks.many_cases`.

Also from `make bench`, there in a process of its own, so that the peak of memory is that of this work.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import polars as pl

from carrywell.app.engine import Engine, open_engine
from carrywell.batch.columns import columns, dtype
from carrywell.batch.decide import ManyCases
from carrywell.decide.assess import CAUTIOUS, COUNTS_AS_NO, Silence
from carrywell.decide.facts import Facts
from carrywell.decide.pain_class import classify
from carrywell.decide.triage import triage
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.case_kinds import Choice, Kind, Listed

MANY = 1_000_000
LIMIT_SECONDS = 2.0
COMPARED = 10_000
DRAWN = 50_000  # rows that are drawn one by one; the many are these over again
SEED = 20261125
# Of a question: yes, no, not sure, nothing. Mostly no, as in a cohort, so that every level is met.
ANSWERS = (0.01, 0.9, 0.005, 0.085)
LEFT_OUT = ("asked_on", "answers.pain_nrs", "answers.stage")


def main() -> None:
    engine = open_engine()
    drawn = random_frame(engine, DRAWN)
    _compare(engine, drawn.head(COMPARED))
    frame = pl.concat([drawn] * (MANY // DRAWN), rechunk=True)
    print(f"{frame.height} cases with {frame.width} columns take {frame.estimated_size('mb'):.0f} MB")
    for name, silence in (("no", COUNTS_AS_NO), ("cautious", CAUTIOUS)):
        _time(f"unanswered {name}", ManyCases(engine.knowledge, engine.book, silence), frame)
    print(f"peak of memory so far, the cases included: {_peak_gb():.1f} GB")
    text = frame.with_columns(pl.selectors.enum().cast(pl.String))
    _time("all answers as text", ManyCases(engine.knowledge, engine.book, COUNTS_AS_NO), text)
    print(f"peak of memory with the text: {_peak_gb():.1f} GB")


def _peak_gb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def in_its_own_process() -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.many_cases"], check=True)


def _time(what: str, many: ManyCases, frame: pl.DataFrame) -> None:
    many.decide(frame.head(1), "care.because")  # the rules are compiled here
    for reasons, name in ((None, "level, doors, class"), ("care.because", "and what decided")):
        begin, begin_used = time.perf_counter(), time.process_time()
        many.decide(frame, reasons)  # type: ignore[arg-type]
        seconds, used = time.perf_counter() - begin, time.process_time() - begin_used
        share = f"{seconds / LIMIT_SECONDS:.0%} of {LIMIT_SECONDS:g} s"
        print(f"{what}, {name}: {seconds:.2f} s = {share}; {used:.2f} s of the processor")


def _compare(engine: Engine, frame: pl.DataFrame) -> None:
    """Half of them with each silence: the plain reading takes its time."""
    half = frame.height // 2
    differ = 0
    for silence, part in ((CAUTIOUS, frame.head(half)), (COUNTS_AS_NO, frame.tail(half))):
        found = ManyCases(engine.knowledge, engine.book, silence).decide(part, "care.rules").to_dicts()
        pairs = zip(part.iter_rows(named=True), found, strict=True)
        differ += sum(row != _decided_alone(engine, case_of(values), silence) for values, row in pairs)
    print(f"{2 * half} random cases, together and each alone: {differ} decided otherwise")
    assert not differ


def _decided_alone(engine: Engine, case: Case, silence: Silence) -> dict[str, object]:
    facts = Facts(case, engine.knowledge, silence.triage, pain_unsaid=silence.pain)
    found = triage(facts, engine.book)
    return {
        "care.level": found.level.value,
        "care.doors": [door.value for door in found.doors],
        "care.rules": [deciding.rule.id for deciding in found.deciding],
        "pain_class.likely": classify(facts, engine.knowledge.classes).likely_id,
        "error": None,
    }


def case_of(values: dict[str, Any]) -> Case:
    """A row as a case, by the names of its columns."""
    case: dict[str, Any] = {"answers": {}, "day": {}}
    for name, value in values.items():
        part, _, key = name.partition(".")
        if value is not None and key:
            case.setdefault(part, {})[key] = Answer(value) if part == "answers" and isinstance(value, str) else value
        elif value is not None:
            case[part] = value
    return Case.model_validate({key: said for key, said in case.items() if key != "day" or said})


def random_frame(engine: Engine, rows: int) -> pl.DataFrame:
    """The same every time. Text stands as enumerations, which is how a frame is smallest and soonest read."""
    chance = random.Random(SEED)
    kinds = {name: kind for name, kind in columns(engine.knowledge).items() if name not in LEFT_OUT}
    old = {f"answers.{name}" for name in engine.knowledge.old_ids}
    drawn = {
        name: pl.Series(name, list(_values(name, kind, chance, rows)), dtype=dtype(kind), strict=False)
        for name, kind in kinds.items()
        if name not in old
    }
    return pl.DataFrame(drawn).with_columns(_one_clock())


def _values(name: str, kind: Kind, chance: random.Random, rows: int) -> Iterator[Any]:
    if isinstance(kind, Choice) and kind.answer:
        return iter(chance.choices(["yes", "no", "unsure", None], ANSWERS, k=rows))
    if isinstance(kind, Choice):
        return iter(chance.choices([*kind.values, None], k=rows))
    if isinstance(kind, Listed):
        return (_some(kind.values, chance) for _ in range(rows))
    lowest, highest = getattr(kind, "lowest", 0), getattr(kind, "highest", 0)
    drawn = (chance.uniform(lowest, highest) if chance.random() < 0.7 else None for _ in range(rows))
    return (round(value) if value is not None and getattr(kind, "whole", False) else value for value in drawn)


def _some(values: tuple[str, ...], chance: random.Random) -> list[str] | None:
    many = chance.choice([None, 0, 1, 1, 2, 3])
    return None if many is None else chance.sample(values, many)


def _one_clock() -> list[pl.Expr]:
    """Pregnant where the weeks of pregnancy were drawn, else after it; and nothing that does not go together."""
    pregnant = pl.col("about.weeks_pregnant").is_not_null()
    after = [f"about.{name}" for name in ("ended", "birth", "baby_with_me")]
    with_her = ~((pl.col("about.ended") == "loss") & (pl.col("about.baby_with_me") == "yes")).fill_null(False)
    kept = {name: ~pregnant & (with_her if name.endswith("baby_with_me") else True) for name in after}
    weeks = pl.when(~pregnant).then(pl.col("about.weeks_postpartum").fill_null(3.0)).alias("about.weeks_postpartum")
    return [weeks, *(pl.when(keep).then(pl.col(name)).alias(name) for name, keep in kept.items())]


if __name__ == "__main__":
    main()
