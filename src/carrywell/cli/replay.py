"""`carrywell replay`: does a result come out the same, and if not, which item of the knowledge base has changed?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from carrywell.cli.cells import say
from carrywell.cli.engine import engine_or_refuse, read_or_refuse, say_if_partly_english
from carrywell.cli.output import language
from carrywell.cli.spoken import argument, command, lang_option, option
from carrywell.model.told import told as said

if TYPE_CHECKING:
    from carrywell.app.replay import Difference, Replay
    from carrywell.model.text import Voice

NOT_THE_SAME = 1


@command("help_replay.about", "help_replay.more")
@argument("result", type=click.Path(path_type=Path))
@option("--json", "as_json", is_flag=True, help="help_replay.json")
@option("--kb", type=click.Path(path_type=Path), default=None, help="help_replay.kb")
@lang_option
def replay(result: Path, as_json: bool, kb: Path | None) -> None:
    """Exit code 0: it comes out the same. 1: something differs."""
    from carrywell.app.replay import for_programs

    engine = engine_or_refuse(kb)
    say_if_partly_english(engine, language())
    found = _replayed(engine, result)
    if as_json:
        click.echo(json.dumps(for_programs(found), ensure_ascii=False, indent=1))
    else:
        say(told(found, engine.voice(language())))
    if not found.same:
        sys.exit(NOT_THE_SAME)


def _replayed(engine: Any, path: Path) -> Replay:
    from carrywell.app.replay import replay_file

    return read_or_refuse(lambda: replay_file(engine, path), path, said("wanted.result_of_check"))


def told(found: Replay, voice: Voice) -> Iterator[str]:
    yield from _versions(found, voice)
    yield ""
    if found.same:
        yield voice.phrase("replay.same", level=found.level_now)
    else:
        yield from _outcome(found, voice)
    if not found.same_knowledge:
        yield from _items(found, voice)


def _versions(found: Replay, voice: Voice) -> Iterator[str]:
    then, now = found.then, found.now
    if found.same_knowledge:
        yield voice.phrase("replay.knowledge.same", version=now.knowledge, digest=now.short)
    else:
        shown = {"then": then.knowledge, "then_digest": then.short, "now": now.knowledge, "now_digest": now.short}
        yield voice.phrase("replay.knowledge.other", **shown)
    if found.same_program:
        yield voice.phrase("replay.program.same", version=now.program)
    else:
        yield voice.phrase("replay.program.other", then=then.program, now=now.program)


def _outcome(found: Replay, voice: Voice) -> Iterator[str]:
    if found.unreadable:
        yield voice.phrase("replay.unreadable")
        yield from (f"  {fault.spoken(voice)}" for fault in found.unreadable)
        return
    if found.level_then == found.level_now:
        yield voice.phrase("replay.level.same", level=found.level_now)
    else:
        yield voice.phrase("replay.level.other", then=found.level_then, now=found.level_now)
    yield voice.phrase("replay.reasons.same" if found.same_reasons else "replay.reasons.other")
    yield ""
    yield voice.phrase("replay.differs")
    for difference in found.differences:
        yield from _difference(difference, voice)
    if found.same_knowledge:
        yield ""
        yield voice.phrase("replay.file_or_error" if found.same_program else "replay.program_or_file")


def _difference(found: Difference, voice: Voice) -> Iterator[str]:
    if sorted(found.then) == sorted(found.now):
        yield f"  {voice.labelled(found.place, voice.phrase('replay.order'))}"
        return
    yield f"  {found.place}"
    for key, lines in (("replay.then", found.then), ("replay.now", found.now)):
        if lines:
            yield f"    {voice.phrase(key, lines=voice.apart(lines))}"


def _items(found: Replay, voice: Voice) -> Iterator[str]:
    yield ""
    items = found.items
    if not (items.changed or items.gone):
        yield voice.phrase("replay.items.none")
    for key, names in (("changed", items.changed), ("gone", items.gone), ("new", items.new)):
        if names:
            yield voice.phrase(f"replay.items.{key}")
            yield from (f"  {name}" for name in names)
