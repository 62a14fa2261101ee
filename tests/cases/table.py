"""`make cases`: accuracy against the published cases, as it is, with every miss."""

from __future__ import annotations

import os
from collections import Counter
from statistics import mean, median

import django

from carrywell.app.engine import open_engine
from carrywell.app.play_interview import play_interview
from carrywell.model.care import CareLevel
from tests.lib.published_cases import (
    CASES,
    MOST_STANDING_ABOVE,
    MOST_TOLD_ABOVE,
    TOLD_ABOVE,
    OrdinaryResult,
    SeriousResult,
    ordinary_results,
    published,
    serious_results,
)


def main() -> None:
    serious, ordinary = list(serious_results()), list(ordinary_results())
    if not serious and not ordinary:
        print(f"no published cases found at {CASES}: nothing judged")
        return
    _serious(serious)
    _ordinary(ordinary)
    _interview()


def _serious(results: list[SeriousResult]) -> None:
    must = [result for result in results if result.must_hold]
    missed = [result for result in results if result.below_floor]
    print(f"serious cases, --unanswered no: {len(results)} files, {len(results) - len(missed)} at or above their floor")
    print(f"  separable yes, confidence high: {len(must)} files, {sum(r.below_floor for r in must)} below their floor")
    for result in missed:
        entry = result.published.entry
        print(
            f"  below: {entry['file']} floor {entry['floor']}, got {result.level.value}, "
            f"separable {entry['separable']}, confidence {entry['confidence']}: {entry['diagnosis']}"
        )


def _ordinary(results: list[OrdinaryResult]) -> None:
    count = len(results)
    told = [result for result in results if result.told_above]
    stands = [result for result in results if result.stands_above]
    accepted = [result for result in results if result.class_accepted]
    print(f"ordinary cases, --unanswered no: {count} files")
    print(f"  above the acceptable levels, unsure left out: {_beside(len(told) / count, MOST_TOLD_ABOVE, len(told))}")
    print(f"  above, as they stand, one step allowed: {_beside(len(stands) / count, MOST_STANDING_ABOVE, len(stands))}")
    print(f"  class among the acceptable: {len(accepted)} ({len(accepted) / count:.1%})")
    for result in told:
        why = TOLD_ABOVE.get(result.published.file, "no reason known")
        print(f"  above (told): {result.published.file} got {result.told.value}: {why}")
    for result in stands:
        print(f"  above (as it stands): {result.published.file} got {result.as_it_stands.value}")
    for result in results:
        if not result.class_accepted:
            allowed = ", ".join(result.published.entry["acceptable_classes"])
            print(f"  class: {result.published.file} got {result.likely}, acceptable {allowed}")


def _beside(share: float, most: float, count: int) -> str:
    return f"{count} ({share:.1%}; at most {most:.0%}{'' if share <= most else ': missed'})"


def _interview() -> None:
    """How much is asked before the result; the words are those that the pages show without unfolding."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carrywell.web.settings")
    django.setup()
    from tests.lib.pages_read import words_read

    engine = open_engine()
    ended, late, read = Counter[int](), list[str](), list[int]()
    for found in (*published("serious"), *published("ordinary")):
        played = play_interview(engine, found.case)
        if played.assessment.triage.level is CareLevel.EMERGENCY_NOW:
            ended[len(played.steps)] += 1
            read.append(words_read(engine, found.case))
            late += [f"{found.file} on screen {len(played.steps)}"] * (len(played.steps) > 2)
    print(f"interview (--interview): {sum(ended.values())} emergencies end on screen, her weeks included:")
    print("  " + ", ".join(f"screen {screen}: {count}" for screen, count in sorted(ended.items())))
    print(f"  after the second: {', '.join(late) or 'none'}")
    print(f"  words read before an emergency: mean {mean(read):.0f}, most {max(read)}")
    ordinary = [found.case for found in published("ordinary")]
    plays = [play_interview(engine, case) for case in ordinary]
    for name, counts in (
        ("screens", [len(played.steps) for played in plays]),
        ("decisions", [played.decisions for played in plays]),
        ("questions", [len(played.asked) for played in plays]),
        ("words read", [words_read(engine, case) for case in ordinary]),
    ):
        print(f"  ordinary cases, {name}: median {median(counts):g}, most {max(counts)}")


if __name__ == "__main__":
    main()
