from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import Engine, open_engine
from carrywell.app.replay import Replay, for_programs, replay, replay_file
from carrywell.app.result import Check, as_json, decide
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.result_file import read_result_text
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from tests.lib.cases import ORDINARY, all_no, also, postpartum, pregnant
from tests.lib.other_knowledge import engine_with, engine_without

ENGINE = open_engine()
FEVER = pregnant(31, fever="yes", sites=["low_back"])
CALM = all_no(pregnant(23, **ORDINARY))
PRIVATE = pregnant(31, fever="yes", unsafe_at_home="yes", injury="yes", self_harm_thoughts="unsure")


def result(*cases: Case, unanswered: Unanswered = "no", interview: bool = False, private: bool = False) -> Any:
    found = decide(ENGINE, ENGINE.voice(), Check(cases, unanswered, interview))
    return as_json(ENGINE, ENGINE.voice(), found, private)


def replayed(written: Any, engine: Engine = ENGINE) -> Replay:
    return replay(engine, read_result_text("result.json", json.dumps(written, indent=1)))


def edited(edit: Callable[[Any], object], *cases: Case, private: bool = False) -> Replay:
    written = result(*(cases or (FEVER,)), private=private)
    edit(written)
    return replayed(written)


def differences(found: Replay) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {one.place: (one.then, one.now) for one in found.differences}


class TestTheSame:
    @pytest.mark.parametrize("unanswered", ["cautious", "no", "interviewed", "asked"])
    @pytest.mark.parametrize("case", [FEVER, CALM, pregnant(8), postpartum(3, birth="caesarean", baby_with_me="yes")])
    def test_one_case(self, case: Case, unanswered: Unanswered) -> None:
        found = replayed(result(case, unanswered=unanswered))
        assert (found.same, found.same_knowledge, found.same_program, found.same_reasons) == (True,) * 4
        assert found.level_then == found.level_now

    def test_several_moments(self) -> None:
        moments = [pregnant(30 + at, sites=["low_back"], now=3 + 2 * at, fever="no") for at in range(3)]
        assert replayed(result(*moments)).same

    def test_an_interview(self) -> None:
        assert replayed(result(CALM, unanswered="interviewed", interview=True)).same

    @pytest.mark.parametrize("private", [True, False])
    def test_with_private_results_and_without(self, private: bool) -> None:
        assert replayed(result(PRIVATE, private=private)).same
        assert replayed(result(pregnant(30), PRIVATE, private=private)).same

    def test_after_the_private_key_was_taken_out(self) -> None:
        assert edited(lambda written: written.pop("private"), PRIVATE, private=True).same

    def test_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "result.json"
        path.write_text(json.dumps(result(FEVER)), encoding="utf-8")
        assert replay_file(ENGINE, path).same


class TestAnEditedFile:
    def test_another_level(self) -> None:
        found = edited(lambda written: written["care"].update(level="self_care"))
        assert (found.same, found.same_knowledge, found.same_reasons) == (False, True, True)
        assert (found.level_then, found.level_now) == ("self_care", "same_day_maternity")
        assert differences(found) == {"care.level": (("self_care",), ("same_day_maternity",))}

    def test_a_reason_that_was_taken_out(self) -> None:
        found = edited(lambda written: written["care"]["because"].clear())
        assert not found.same_reasons
        assert differences(found) == {"care.because": ((), ("fever: same_day_maternity",))}

    @pytest.mark.parametrize(
        ("place", "edit"),
        [
            ("care.doors", lambda written: written["care"]["doors"].append("ambulance")),
            ("care.level_if_unanswered", lambda written: written["care"].update(level_if_unanswered="routine")),
            ("pain_class.likely", lambda written: written["pain_class"].update(likely="lumbago")),
            ("causes", lambda written: written["causes"].pop()),
            ("plan.posture", lambda written: written["plan"]["posture"].append({"id": "handstand"})),
            ("plan.not_for_you", lambda written: written["plan"]["not_for_you"].pop()),
            ("seek_help_if", lambda written: written["seek_help_if"].pop()),
            ("recheck.in_hours", lambda written: written["recheck"].update(in_hours=672)),
            ("sequence.levels", lambda written: written.update(sequence={"levels": ["routine"], "new": []})),
        ],
    )
    def test_anything_else_that_was_decided(self, place: str, edit: Callable[[Any], object]) -> None:
        found = edited(edit)
        assert place in differences(found)
        assert found.level_then == found.level_now

    def test_entries_in_another_order(self) -> None:
        found = edited(lambda written: written["plan"]["posture"].reverse())
        (then, now) = differences(found)["plan.posture"]
        assert then == tuple(reversed(now))

    def test_an_answer_that_decided(self) -> None:
        found = edited(lambda written: written["trace"]["case"]["answers"].update(fever="no"))
        assert (found.level_then, found.level_now) == ("same_day_maternity", "routine")

    @pytest.mark.parametrize(
        "edit",
        [
            lambda items: items.update({"findings/fever": "0" * 12}),
            lambda items: items.update({"findings/fevr": "0" * 12}),
            lambda items: items.pop("findings/fever"),
        ],
    )
    def test_an_item_in_the_trace(self, edit: Callable[[dict[str, str]], object]) -> None:
        found = edited(lambda written: edit(written["trace"]["items"]))
        assert set(differences(found)) == {"trace.items"}

    def test_a_private_answer(self) -> None:
        found = edited(
            lambda written: written["private"][0]["answers"].update(self_harm_thoughts="no"), PRIVATE, private=True
        )
        assert "private" in differences(found)
        assert found.level_then == found.level_now

    def test_an_answer_that_this_very_knowledge_base_does_not_know_is_refused(self) -> None:
        with pytest.raises(Faulty, match="unknown id 'fevr'"):
            edited(lambda written: written["trace"]["case"]["answers"].update(fevr="yes"))

    def test_moments_that_run_backwards_are_refused_with_their_place(self) -> None:
        with pytest.raises(Faulty, match=r"^result\.json:\d+:\d+ the weeks run backwards") as found:
            edited(lambda written: written["trace"]["moments"].reverse(), pregnant(30), pregnant(31))
        assert ":1:1 " not in str(found.value)


class TestAnotherProgram:
    def test_is_named_and_changes_nothing_by_itself(self) -> None:
        found = edited(lambda written: written.update(carrywell="0.0.9"))
        assert (found.same, found.same_program, found.then.program) == (True, False, "0.0.9")

    def test_may_name_other_items(self) -> None:
        def older(written: Any) -> None:
            written["carrywell"] = "0.0.9"
            del written["trace"]["items"]["findings/fever"]

        assert edited(older).same


class TestAnotherKnowledgeBase:
    def test_that_decides_the_same(self) -> None:
        advice = ENGINE.knowledge.advice["walk_daily"]
        found = replayed(result(CALM), engine_with("advice", walk_daily={"note": f"{advice.note} read again"}))
        assert (found.same, found.same_knowledge) == (True, False)
        assert found.items.changed == ("advice/walk_daily",)
        assert (found.then.knowledge, found.now.knowledge) == (ENGINE.knowledge.version, "another")

    def test_in_which_only_something_else_has_changed(self) -> None:
        found = replayed(
            result(CALM), engine_with("prognosis", **{next(iter(ENGINE.knowledge.prognosis)): {"note": "?"}})
        )
        assert found.same
        assert not found.same_knowledge
        assert found.items.changed == found.items.gone == found.items.new == ()

    def test_that_decides_otherwise(self) -> None:
        lower = {"level": CareLevel.EMERGENCY_NOW, "level_by_stage": {}}
        found = replayed(result(FEVER), engine_with("findings", fever=lower))
        assert (found.level_then, found.level_now) == ("same_day_maternity", "emergency_now")
        assert not found.same_reasons
        assert "findings/fever" in found.items.changed
        assert "care_levels/emergency_now" in found.items.new

    def test_in_which_a_finding_counts_that_did_not(self) -> None:
        quiet = next(name for name in CALM.answers if ENGINE.knowledge.findings[name].kind == "context")
        told = {"level": CareLevel.WITHIN_2_DAYS, "level_by_stage": {}}
        found = replayed(result(also(CALM, **{quiet: "yes"})), engine_with("findings", **{quiet: told}))
        assert found.level_now == "within_2_days"
        assert f"findings/{quiet}" in (*found.items.new, *found.items.changed)

    def test_in_which_an_item_is_gone(self) -> None:
        found = replayed(result(CALM), engine_without("advice", "walk_daily"))
        assert found.items.gone == ("advice/walk_daily",)
        assert not found.same
        assert found.same_reasons

    def test_that_cannot_read_an_answer_any_more(self) -> None:
        written = result(FEVER)
        written["trace"]["knowledge_digest"] = "0" * 64
        written["trace"]["case"]["answers"]["a_sign_of_old"] = "yes"
        found = replayed(written)
        assert (found.same, found.level_now, found.same_reasons) == (False, None, False)
        assert "unknown id 'a_sign_of_old'" in str(found.unreadable[0])


class TestForPrograms:
    def test_says_both_versions_whole(self) -> None:
        found = for_programs(replayed(result(FEVER)))
        assert found["knowledge"]["now"]["digest"] == ENGINE.knowledge.digests.whole
        assert (found["same"], found["differences"], found["unreadable"]) == (True, [], [])
        assert json.loads(json.dumps(found)) == found

    def test_says_what_differs_and_what_changed(self) -> None:
        found = for_programs(replayed(result(CALM), engine_without("advice", "walk_daily")))
        assert found["items"]["gone"] == ["advice/walk_daily"]
        assert found["level"] == {"then": "self_care", "now": "self_care"}
        assert {one["place"] for one in found["differences"]} <= {"plan.today", "plan.movement", "plan.not_for_you"}
