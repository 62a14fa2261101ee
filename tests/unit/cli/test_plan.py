"""`carrywell plan` on files: exit codes, the weeks as JSON and to read, the calendar, one message for wrong input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main

CASE = """\
asked_on: 2026-11-20
about: {weeks_pregnant: 31}
answers: {worse_moving_better_rest: yes}
pain: {sites: [pelvis_back], worse_with: [turning_in_bed, stairs], better_with: [rest]}
history: [desk_work]
"""


def plan(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["plan", *map(str, arguments)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return written(tmp_path / "case.yaml", CASE)


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def told(*arguments: object) -> dict[str, Any]:
    done = plan(*arguments, "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def refused(*arguments: object) -> str:
    done = plan(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    return done.stderr


class TestForPrograms:
    def test_so_many_weeks_as_were_asked_for(self, case: Path) -> None:
        found = told(case, "--unanswered", "no", "--weeks", "4")
        assert [week["from"] for week in found["weeks"]] == ["2026-11-20", "2026-11-27", "2026-12-04", "2026-12-11"]
        assert len(told(case, "--unanswered", "no")["weeks"]) == 1

    def test_the_first_day_may_be_given(self, case: Path) -> None:
        assert told(case, "--unanswered", "no", "--start", "2026-12-01")["weeks"][0]["from"] == "2026-12-01"

    def test_without_a_day_there_are_no_dates(self, tmp_path: Path) -> None:
        undated = written(tmp_path / "undated.yaml", CASE.partition("\n")[2])
        assert told(undated, "--unanswered", "no")["weeks"][0]["from"] is None

    def test_what_she_has_wants_and_did_changes_it(self, case: Path, tmp_path: Path) -> None:
        wishes = written(
            tmp_path / "wishes.yaml",
            "dislikes: [clam]\nlast_week: {activity: {days: 3, minutes_a_day: 20, went: worse}}\n",
        )
        before, after = (told(case, "--unanswered", "no", *more)["weeks"][0] for more in ((), ("--wishes", wishes)))
        assert "clam" in {one["id"] for one in before["exercises"]}
        assert "clam" not in {one["id"] for one in after["exercises"]}
        assert after["moving"]["minutes_a_day"] == 10

    def test_the_same_twice(self, case: Path) -> None:
        assert told(case, "--unanswered", "no", "--weeks", "3") == told(case, "--unanswered", "no", "--weeks", "3")

    def test_by_default_open_questions_come_first(self, case: Path) -> None:
        found = told(case)
        assert (found["care"]["level"], found["weeks"]) == ("emergency_now", [])


class TestToRead:
    def test_the_first_week_in_full_and_the_later_ones_by_what_changes(self, case: Path) -> None:
        done = plan(case, "--unanswered", "no", "--weeks", "2")
        assert (done.exit_code, done.stderr) == (0, "")
        first, _, second = done.stdout.partition("Week 2: 32 weeks pregnant, from 27 November 2026")
        assert "Week 1: 31 weeks pregnant, from 20 November 2026" in first
        for heading in (
            "What you go for",
            "How you lie at night",
            "One change at work",
            "What someone else takes over",
        ):
            assert heading in first
            assert heading not in second
        assert "Five minutes more a day than last week." in " ".join(second.split())
        assert "Not for you now" in second

    def test_where_care_comes_first(self, case: Path) -> None:
        said = " ".join(plan(case).stdout.split())
        assert "Have this looked at first." in said
        assert "The plan needs a clear no to the danger signs first." in said
        fever = case.with_name("fever.yaml")
        written(fever, CASE.replace("answers: {", "answers: {fever: yes, "))
        certain = " ".join(plan(fever, "--unanswered", "no").stdout.split())
        assert "Have this looked at first." in certain
        assert "clear no" not in certain

    def test_a_quiet_week(self, case: Path) -> None:
        quiet = written(case.with_name("quiet.yaml"), CASE.replace("answers: {", "answers: {getting_worse_fast: yes, "))
        assert told(quiet, "--unanswered", "no")["care"]["level"] == "within_2_days"
        said = " ".join(plan(quiet, "--unanswered", "no", "--weeks", "2").stdout.split())
        assert "Until you have been seen this week holds rest and position only." in said
        assert "No walking plan until you have been seen." in said
        assert "Day by day" not in said

    def test_near_the_birth_it_stops(self, case: Path) -> None:
        late = written(case.with_name("late.yaml"), CASE.replace("31", "41"))
        assert "The plan stops here." in plan(late, "--unanswered", "no", "--weeks", "4").stdout

    def test_a_pool_is_named_on_its_days(self, case: Path, tmp_path: Path) -> None:
        wishes = written(tmp_path / "wishes.yaml", "things: [pool]\nactive_minutes_a_week: 100\n")
        said = " ".join(plan(case, "--unanswered", "no", "--wishes", wishes).stdout.split())
        assert "In the water on" in said
        assert "In its place: Move in water, or swim." in said

    def test_what_she_dislikes_leaves_no_walking(self, case: Path, tmp_path: Path) -> None:
        wishes = written(tmp_path / "wishes.yaml", "dislikes: [walk]\n")
        assert "You like none of the ways to move" in plan(case, "--unanswered", "no", "--wishes", wishes).stdout


class TestTheCalendar:
    def test_is_written_beside_the_plan(self, case: Path, tmp_path: Path) -> None:
        done = plan(case, "--unanswered", "no", "--weeks", "2", "--ics", tmp_path / "plan.ics")
        assert done.exit_code == 0
        text = (tmp_path / "plan.ics").read_bytes().decode()
        assert f"{text.count('BEGIN:VEVENT')} entries written to" in done.stderr
        assert text.count("BEGIN:VEVENT") > 14

    def test_needs_a_day_to_begin(self, tmp_path: Path) -> None:
        undated = written(tmp_path / "undated.yaml", CASE.partition("\n")[2])
        assert "give --start YYYY-MM-DD" in refused(undated, "--ics", tmp_path / "plan.ics")

    def test_that_cannot_be_written(self, case: Path, tmp_path: Path) -> None:
        assert "cannot be written" in refused(case, "--unanswered", "no", "--ics", tmp_path / "none" / "plan.ics")


class TestWrongInput:
    def test_a_case_with_a_fault_names_its_place(self, tmp_path: Path) -> None:
        wrong = written(tmp_path / "case.yaml", "about: {weeks_pregnant: 61}\n")
        assert "case.yaml:1:25" in refused(wrong)

    def test_wishes_with_a_fault_name_their_place(self, case: Path, tmp_path: Path) -> None:
        wishes = written(tmp_path / "wishes.yaml", "likes: [jogging]\n")
        assert "wishes.yaml:1:9 unknown id 'jogging'" in refused(case, "--wishes", wishes)

    def test_files_that_are_not_there(self, case: Path, tmp_path: Path) -> None:
        assert "cannot be read" in refused(tmp_path / "none.yaml")
        assert "cannot be read" in refused(case, "--wishes", tmp_path / "none.yaml")

    @pytest.mark.parametrize("weeks", ["0", "13", "many"])
    def test_a_number_of_weeks_that_is_not_allowed(self, case: Path, weeks: str) -> None:
        assert plan(case, "--weeks", weeks).exit_code == 2
