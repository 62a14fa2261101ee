"""The result for people on the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.cli.result_text import MOST_REASONS, print_result
from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.report.as_json import MOST_CAUSES, MOST_SIGNS
from tests.lib.cases import all_no, assessed, postpartum, pregnant

ENGINE = open_engine()
PHRASE = ENGINE.voice().phrase
CALM = all_no(
    pregnant(31, sites=["low_back"], worse_with=["bending"], better_with=["rest"], history=["back_pain_before"])
)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """What stands on a wide terminal, without its layout."""
    monkeypatch.setenv("COLUMNS", "2000")

    def tell(of: Case | Assessment, unanswered: str = "no", **extra: object) -> str:
        found = assessed(of, unanswered) if isinstance(of, Case) else of  # type: ignore[arg-type]
        print_result(ENGINE.knowledge, ENGINE.voice(), found, unanswered, extra)
        return capsys.readouterr().out

    return tell


def title(level: str) -> str:
    return ENGINE.knowledge.care_levels[CareLevel(level)].title.english


class TestCareCard:
    @pytest.mark.parametrize(
        ("case", "level", "door"),
        [
            (pregnant(31, saddle_numbness="yes"), "emergency_now", "hospital_spine"),
            (pregnant(31, fever="yes"), "same_day_maternity", "maternity_unit"),
            (postpartum(20, fever="yes"), "same_day_gp_or_ed", "gp_urgent"),
            (pregnant(31, dizzy_spell="yes"), "within_2_days", "midwife_or_gp"),
            (pregnant(31), "routine", "midwife_or_gp"),
        ],
    )
    def test_says_what_to_do_whom_to_contact_and_what_to_say(
        self, told: Any, case: Case, level: str, door: str
    ) -> None:
        shown = told(case)
        words = ENGINE.knowledge.care_levels[level]
        assert f"{words.title.english} · {level}" in shown
        assert words.do.english in shown
        assert f"{PHRASE('result.whom')}: {ENGINE.knowledge.doors[door].name.english}" in shown
        assert PHRASE("result.what_to_say") in shown

    def test_why_in_her_own_words_with_the_sources(self, told: Any) -> None:
        shown = told(pregnant(31, fever="yes"))
        fever = ENGINE.knowledge.findings["fever"]
        assert f"· {fever.me.english}\n" in shown
        assert f"[{', '.join(fever.sources)}]" in shown

    def test_what_rests_on_no_source_names_none(self, told: Any) -> None:
        found = assessed(pregnant(31, fever="yes"))
        (fever,) = found.triage.deciding
        bare = replace(fever, rule=replace(fever.rule, sources=()))
        shown = told(replace(found, triage=replace(found.triage, deciding=(bare,))))
        assert ENGINE.knowledge.findings["fever"].me.english in shown
        assert fever.rule.sources[0] not in shown

    def test_what_is_not_certain_is_marked(self, told: Any) -> None:
        fever = ENGINE.knowledge.findings["fever"].me.english
        assert f"· {fever} ({PHRASE('result.not_certain')})" in told(pregnant(31, fever="unsure"))

    def test_silence_is_summed_up_and_not_told_sign_by_sign(self, told: Any) -> None:
        shown = told(pregnant(31), "cautious")
        assert PHRASE("result.open_questions") in shown
        assert PHRASE("result.counts_unanswered", level=title("routine")) in shown
        assert ENGINE.knowledge.findings["saddle_numbness"].me.english not in shown
        assert PHRASE("result.open_questions") not in told(pregnant(31, fever="yes"))

    def test_no_more_reasons_than_can_be_read(self, told: Any) -> None:
        signs = [name for name, finding in ENGINE.knowledge.findings.items() if finding.level == "emergency_now"]
        signs = [name for name in signs if not ENGINE.knowledge.findings[name].private][: MOST_REASONS + 4]
        shown = told(pregnant(31, **dict.fromkeys(signs, "yes")))
        why = shown[shown.index(PHRASE("result.why")) : shown.index(PHRASE("result.plan_urgent"))]
        assert why.count("· ") == MOST_REASONS

    def test_without_any_sign_that_is_said(self, told: Any) -> None:
        assert PHRASE("result.no_sign") in told(CALM)


class TestPain:
    def test_what_it_probably_is_and_what_speaks_for_it(self, told: Any) -> None:
        shown = told(CALM)
        lumbar = ENGINE.knowledge.classes["lumbar"]
        assert f"{lumbar.name.english}. {lumbar.is_.english}" in shown
        assert f"+ {lumbar.speaks_for[0].says.english}" in shown

    def test_what_speaks_against_it_and_what_it_could_also_be(self, told: Any) -> None:
        case = pregnant(31, sites=["low_back", "lower_leg"], worse_with=["bending", "turning_in_bed"])
        pain, shown = assessed(case).pain, told(case)
        assert pain.likely is not None
        assert pain.likely.speaks_against
        assert pain.also
        for says in pain.likely.speaks_against:
            assert f"- {says.english}" in shown
        for scored in pain.also:
            assert f"{PHRASE('result.could_also_be')}: {scored.pain_class.name.english}" in shown

    def test_within_two_days_she_is_seen_first(self, told: Any) -> None:
        shown = told(pregnant(31, dizzy_spell="yes", sites=["low_back"]))
        assert PHRASE("result.seen_first") in shown
        assert PHRASE("result.causes") not in shown

    def test_when_it_is_unclear_that_is_said(self, told: Any) -> None:
        assert PHRASE("result.unclear") in told(pregnant(31))

    def test_at_the_levels_of_today_neither_pattern_nor_causes_are_told(self, told: Any) -> None:
        shown = told(pregnant(31, fever="yes", sites=["low_back"]))
        assert PHRASE("result.probably") not in shown
        assert PHRASE("result.causes") not in shown

    def test_three_causes_each_with_how_sure(self, told: Any) -> None:
        shown = told(CALM)
        causes = assessed(CALM).causes
        assert all(cause.says.english in shown for cause in causes[:MOST_CAUSES])
        assert not any(cause.says.english in shown for cause in causes[MOST_CAUSES:])
        assert all(cause.evidence.english in shown for cause in causes[:MOST_CAUSES])


class TestPlan:
    def test_three_things_for_today_then_the_rest_by_topic(self, told: Any) -> None:
        shown, plan = told(CALM), assessed(CALM).plan
        for at, entry in enumerate(plan.today, start=1):
            assert f"{at}. {entry.title.english}. {entry.says.english}" in shown
        assert plan.by_topic
        for entries in plan.by_topic.values():
            for entry in entries:
                mark = {"do": "·", "limit": "≤", "avoid": "×"}[entry.kind]
                assert f"{mark} {entry.title.english}. {entry.says.english}" in shown

    def test_what_was_left_out_and_why(self, told: Any) -> None:
        case = all_no(pregnant(31, sites=["low_back"], weak_cervix="yes"))
        out = assessed(case).plan.not_for_you[0]
        because = "; ".join(reason.says.english for reason in out.reasons if reason.says)
        assert f"– {out.advice.title.english} ({because})" in told(case)
        assert PHRASE("result.not_for_you") in told(case)

    def test_when_nothing_was_left_out_there_is_no_such_heading(self, told: Any) -> None:
        assert PHRASE("result.not_for_you") not in told(pregnant(31, dizzy_spell="yes"))

    def test_at_the_levels_of_today_only_what_to_avoid(self, told: Any) -> None:
        case = pregnant(31, fever="yes", sites=["low_back"])
        shown, plan = told(case), assessed(case).plan
        assert PHRASE("result.plan_urgent") in shown
        assert PHRASE("result.today") not in shown.splitlines()
        for entries in plan.by_topic.values():
            for entry in entries:
                assert (f"× {entry.title.english}" in shown) is (entry.kind == "avoid"), entry.id

    def test_without_anything_for_today_that_is_said(self, told: Any) -> None:
        found = assessed(CALM)
        empty = replace(found, plan=replace(found.plan, today=()))
        assert PHRASE("result.today_none") in told(empty)
        assert PHRASE("result.today_none") not in told(found)


class TestWatch:
    def test_five_signs_and_when_to_look_again(self, told: Any) -> None:
        shown, follow_up = told(CALM), assessed(CALM).follow_up
        assert [net.says.english in shown for net in follow_up.signs].count(True) == MOST_SIGNS
        assert follow_up.recheck.says.english in shown

    def test_no_clinician_has_reviewed_it_and_that_is_said(self, told: Any) -> None:
        assert PHRASE("result.not_reviewed") in told(CALM)


def sequence(levels: list[str], **parts: Any) -> dict[str, Any]:
    """What several moments have shown, as the JSON has it."""
    nothing: dict[str, Any] = {"new": [], "pain_stronger": False, "worse": [], "better": [], "derived": [], "kept": []}
    return {"levels": levels, **nothing, **parts}


class TestExtras:
    def test_the_levels_so_far_and_what_is_new(self, told: Any) -> None:
        shown = told(CALM, sequence=sequence(["routine", "emergency_now"], new=["saddle_numbness"]))
        assert PHRASE("terminal.levels", levels=f"{title('routine')} → {title('emergency_now')}") in shown
        assert PHRASE("terminal.new", new=ENGINE.knowledge.findings["saddle_numbness"].me.english) in shown

    def test_nothing_new_is_not_told(self, told: Any) -> None:
        shown = told(CALM, sequence=sequence(["routine"]))
        assert PHRASE("terminal.levels", levels=title("routine")) in shown
        assert PHRASE("terminal.new", new="") not in shown

    def test_what_is_worse_better_and_shown_by_time(self, told: Any) -> None:
        derived = [{"finding": "worse_over_weeks", "because": "worse_over_weeks", "says": "It has grown."}]
        parts = {
            "worse": [{"what": "site", "id": "foot", "says": "Also the foot."}],
            "better": [{"says": "Less at night."}],
        }
        shown = told(
            CALM, sequence=sequence(["routine", "routine"], derived=derived, new=["worse_over_weeks"], **parts)
        )
        for sentence in ("It has grown.", "Also the foot.", "Less at night."):
            assert sentence in shown
        assert ENGINE.knowledge.findings["worse_over_weeks"].me.english not in shown  # she did not say it
        assert PHRASE("since.seen") not in shown

    def test_nothing_is_told_twice(self, told: Any) -> None:
        worse = [{"what": "over_time", "id": "new_sign", "says": "This is new."}]
        assert "This is new." not in told(CALM, sequence=sequence(["routine"], worse=worse))

    def test_a_sign_that_outlasts_her_no_and_how_she_takes_it_back(self, told: Any) -> None:
        kept = [{"finding": "fever", "because": "infection", "says": "It still counts."}]
        shown = told(CALM, sequence=sequence(["routine"], kept=kept))
        assert "It still counts." in shown
        assert PHRASE("since.seen") in shown

    def test_what_was_asked_in_a_played_interview(self, told: Any) -> None:
        shown = told(CALM, interview={"screens": 6, "questions": 41, "asked": []})
        assert PHRASE("terminal.asked", screens=6, questions=41) in shown
