"""The script that works without a network, run in node on many cases, beside what the server says to the same.

`python -m tests.lib.offline_script 100000` compares so many made-up cases and prints the first that differ.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.app.offline import packed_bundle
from carrywell.app.steps import next_step
from carrywell.model.assessment import Assessment
from carrywell.model.case import Case
from carrywell.report.as_json import TOPICS
from carrywell.web.presenters import ResultPage, present
from tests.lib.deciding import read
from tests.lib.drawn_cases import calm_cases, drawn_cases
from tests.lib.random_cases import PRIVATE
from tests.lib.tree import ROOT

ENGINE = open_engine()
SCRIPT = ROOT / "src" / "carrywell" / "web" / "static" / "carrywell" / "offline.js"
TODAY = date(2026, 11, 25)
FORMS = ("where", "changes", "day")
Json = dict[str, Any]

# One line in, one line out, so that no answer waits for all.
_RUN = """
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
const [script, bundle, words] = process.argv.slice(1);
const { askerOf, assess, nextStep, prepare, present, Voice } = await import(pathToFileURL(script));
const rules = prepare(JSON.parse(readFileSync(bundle, "utf8")));
const [asker, voice] = [askerOf(rules), new Voice(rules)];
const today = new Date(2026, 10, 25);
const ids = (ones) => ones.map((one) => one.id);
const step = ({ name, screen, lines }) => [name, screen?.id ?? null, screen?.title ?? null, ids(lines ?? [])];
const decided = (found) => [
  found.level.id, ids(found.doors), found.deciding.map(({ rule, certain }) => [rule.id, certain]),
  found.pain.likely?.one.id ?? null, found.pain.also.map((scored) => scored.one.id), ids(found.causes),
  ids(found.plan.today), found.plan.topics.map((topic) => [topic.name, ids(topic.advice)]),
  found.plan.leftOut.map((left) => [
    left.advice.id, left.byLevel, left.reasons.map((reason) => [reason.fact, reason.certain, reason.askFirst]),
  ]),
  found.recheck.id,
];
const shown = (page) => [
  page.title, page.do, page.howSoon, page.then, page.doors, page.say, page.urgent, page.explained,
  [...page.reasons, ...page.moreReasons].map(({ signs, certain }) => [signs, certain]),
  page.likely?.name ?? null, page.likelyIs, page.speaksFor, page.speaksAgainst, page.also,
  page.causes.map((cause) => cause.says), page.today.map(({ title, says, careful }) => [title, says, careful]),
  page.leftOut.map(({ title, because, askFirst }) => [title, because, askFirst]), page.leftOpen, page.leftByLevel,
  page.recheckWhen, page.recheckDay, page.recheckWhy, page.saidLater, page.signs, page.moreSigns,
];
for await (const line of createInterface({ input: process.stdin })) {
  const { case: one, done } = JSON.parse(line);
  const found = assess(rules, one);
  const page = words === "words" ? shown(present(rules, voice, found, today)) : null;
  process.stdout.write(`${JSON.stringify([step(nextStep(asker, one, done)), decided(found), page])}\\n`);
}
"""


def needs_node() -> None:
    if shutil.which("node") is None:
        assert not os.environ.get("CI"), "node is missing: see docs/how-to/run-on-a-server.md"
        pytest.skip("node is missing, so the script of the page cannot be run")


def told_by_script(asked: Sequence[Json], language: str, bundle_path: str, words: bool = True) -> list[list[Any]]:
    """`asked`: each a case file and the forms seen. Of each: the next step, what is decided, and the page in words."""
    needs_node()
    with open(bundle_path, "wb") as bundle:
        bundle.write(packed_bundle(language).content)
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _RUN, str(SCRIPT), bundle_path, "words" if words else ""],
        input="\n".join(json.dumps(one) for one in asked),
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def told_by_server(case: Case, done: Sequence[str], language: str, words: bool = True) -> list[Any]:
    """The same, by the program. As a list of what JSON can hold."""
    found = check_case(ENGINE, case, "asked")
    page = _shown(present(found, ENGINE, ENGINE.voice(language), TODAY)) if words else None
    return json.loads(json.dumps([_step(case, done, language), _decided(found), page]))


def _step(case: Case, done: Sequence[str], language: str) -> list[Any]:
    step = next_step(ENGINE, case, {*done, "private"})
    if step.questions is None:
        return [step.name, None, None, []]
    screen, lines = step.questions.screen, step.questions.lines
    return [step.name, screen.id, ENGINE.voice(language)(screen.title), [line.id for line in lines]]


def _decided(found: Assessment) -> list[Any]:
    plan = found.plan
    return [
        found.triage.level,
        found.triage.doors,
        [(deciding.rule.id, deciding.certain) for deciding in found.triage.deciding],
        found.pain.likely.pain_class.id if found.pain.likely else None,
        [scored.pain_class.id for scored in found.pain.also],
        [cause.id for cause in found.causes],
        [advice.id for advice in plan.today],
        [(topic, [one.id for one in plan.by_topic[topic]]) for topic in _topics(found)],
        [
            (left.advice.id, left.by_level, [(one.fact, one.said == 2, one.ask_first) for one in left.reasons])
            for left in plan.not_for_you
        ],
        found.follow_up.recheck.id,
    ]


def _topics(found: Assessment) -> list[str]:
    return [topic for topic in TOPICS if topic in found.plan.by_topic]


def _shown(page: ResultPage) -> list[Any]:
    return [
        page.title, page.do, page.how_soon, page.then, page.doors, page.say, page.urgent, page.explained,
        [(reason.signs, reason.certain) for reason in (*page.reasons, *page.more_reasons)],
        page.likely, page.likely_is, page.speaks_for, page.speaks_against, page.also,
        [cause.says for cause in page.causes], [(one.title, one.says, one.careful) for one in page.today],
        [(left.title, left.because, left.ask_first) for left in page.left_out], page.left_open_questions,
        page.left_by_level, page.recheck_when, page.recheck_day, page.recheck_why, page.left_open, page.signs,
        page.more_signs,
    ]  # fmt: skip


def varied(cases: Sequence[Json], count: int, seed: int) -> Iterator[Json]:
    """Case files made of parts of these: who she is of one, the pain of another, and some answers turned."""
    chance = random.Random(seed)
    for _ in range(count):
        one, other = chance.choice(cases), chance.choice(cases)
        answers = dict(chance.choice((one, other))["answers"])
        for name in chance.sample(sorted(answers), min(len(answers), chance.randrange(4))):
            if isinstance(answers[name], str):
                answers[name] = chance.choice(("yes", "no", "unsure", "unsure"))
        for name in chance.sample(sorted(answers), chance.randrange(3) if len(answers) > 3 else 0):
            del answers[name]
        yield {**one, "answers": answers, "pain": other.get("pain", {})}


def public_cases(drawn: int) -> list[Json]:
    """Drawn and calm cases, without an answer that is for her alone: the phone never has one."""
    cases = [*drawn_cases(drawn), *calm_cases()]
    return [
        {**case, "answers": {name: said for name, said in case["answers"].items() if name not in PRIVATE}}
        for case in cases
    ]


def with_forms(cases: Iterable[Json], seed: int) -> list[Json]:
    """Each with some of the forms seen already."""
    chance = random.Random(seed)
    return [{"case": case, "done": chance.sample(FORMS, chance.randrange(4))} for case in cases]


def differing(asked: Sequence[Json], language: str = "en", words: bool = True) -> list[str]:
    """Each case on which script and server differ, with the first part in which they do."""
    with tempfile.TemporaryDirectory() as folder:
        told = told_by_script(asked, language, f"{folder}/bundle.json", words)
    found = []
    for one, said in zip(asked, told, strict=True):
        expected = told_by_server(read(one["case"]), one["done"], language, words)
        if said != expected:
            found.append(f"{json.dumps(one)}\n  {_first_difference(expected, said)}")
    return found


def _first_difference(server: Any, script: Any) -> str:
    if isinstance(server, list) and isinstance(script, list) and len(server) == len(script):
        return next(_first_difference(one, other) for one, other in zip(server, script, strict=True) if one != other)
    return f"server: {server}\n  script: {script}"


def main() -> None:
    count, batch, failed = int(sys.argv[1]), 5000, 0
    base = public_cases(2000)
    for start in range(0, count, batch):
        asked = with_forms(varied(base, min(batch, count - start), seed=start), seed=start)
        found = differing(asked, words=False)
        failed += len(found)
        print(f"{min(start + batch, count)} cases, {failed} differ", flush=True)
        print(*found[:3], sep="\n", end="" if not found else "\n", flush=True)
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
