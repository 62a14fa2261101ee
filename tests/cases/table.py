"""`make cases`: accuracy against the published cases, as it is, with every miss."""

from __future__ import annotations

from tests.lib.published_cases import CASES, OrdinaryResult, SeriousResult, ordinary_results, serious_results


def main() -> None:
    serious, ordinary = list(serious_results()), list(ordinary_results())
    if not serious and not ordinary:
        print(f"no published cases found at {CASES}: nothing judged")
        return
    _serious(serious)
    _ordinary(ordinary)


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
    print(f"  above the acceptable levels, unsure left out: {len(told)} ({len(told) / count:.1%}; at most 5 %)")
    print(f"  above, as they stand, one step allowed: {len(stands)} ({len(stands) / count:.1%}; at most 20 %)")
    print(f"  class among the acceptable: {len(accepted)} ({len(accepted) / count:.1%})")
    for result in told:
        print(f"  above (told): {result.published.file} got {result.told.value}")
    for result in stands:
        print(f"  above (as it stands): {result.published.file} got {result.as_it_stands.value}")
    for result in results:
        if not result.class_accepted:
            allowed = ", ".join(result.published.entry["acceptable_classes"])
            print(f"  class: {result.published.file} got {result.likely}, acceptable {allowed}")


if __name__ == "__main__":
    main()
