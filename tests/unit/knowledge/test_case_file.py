"""A case file is read strictly: nothing is guessed or dropped, and every fault names place, found and allowed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.case_file import case_in, read_case_file, read_case_text
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.yaml_text import Document
from carrywell.model.answer import Answer
from carrywell.model.case import Case

ABOUT = "about: {weeks_pregnant: 23}\n"


def read(content: str, file: str = "case.yaml") -> Case:
    return read_case_text(file, content, open_engine().knowledge)


def faults(content: str, file: str = "case.yaml") -> list[str]:
    with pytest.raises(Faulty) as caught:
        read(content, file)
    return [str(fault) for fault in caught.value.faults]


def fault(content: str, file: str = "case.yaml") -> str:
    (one,) = faults(content, file)
    return one


class TestRight:
    def test_the_case_of_the_contract(self) -> None:
        case = read("""
            asked_on: 2026-11-22
            about:
              weeks_pregnant: 23
              age_years: 29
              height_cm: 163
              weight_kg: 68
              weight_before_pregnancy_kg: 60
              babies: 1
              births_before: 0
            answers:
              saddle_numbness: no
              fever: unsure
              blood_pressure_upper: 128.5
            pain:
              sites: [low_back, pelvis_back]
              side: both
              now: 5
              worst_week: 7
              onset: gradual
              course: steady
              started_weeks_ago: 3
              worse_with: [standing_long, bending]
              better_with: [rest]
            history: [back_pain_before, disc_herniation]
            day:
              mopping: 30
        """)
        assert case.asked_on == date(2026, 11, 22)
        assert (case.about.weeks_pregnant, case.about.babies) == (23.0, 1)
        assert case.answers == {
            "saddle_numbness": Answer.NO,
            "fever": Answer.UNSURE,
            "blood_pressure_upper": 128.5,
        }
        assert case.pain.sites == ("low_back", "pelvis_back")
        assert (case.pain.now, case.pain.started_weeks_ago) == (5, 3.0)
        assert case.history == ("back_pain_before", "disc_herniation")
        assert case.day == {"mopping": 30.0}

    def test_after_birth(self) -> None:
        about = read("about: {weeks_postpartum: 3.5, ended: birth, birth: caesarean, baby_with_me: yes}\n").about
        assert (about.weeks_postpartum, about.birth, about.baby_with_me) == (3.5, "caesarean", "yes")

    @pytest.mark.parametrize("yes", ["yes", "true", "True", "TRUE"])
    @pytest.mark.parametrize("no", ["no", "false", "False"])
    def test_true_and_false_count_as_yes_and_no(self, yes: str, no: str) -> None:
        answers = read(f"{ABOUT}answers: {{fever: {yes}, flank_pain: {no}}}\n").answers
        assert answers == {"fever": Answer.YES, "flank_pain": Answer.NO}

    def test_empty_sections_say_nothing(self) -> None:
        assert read(f"{ABOUT}answers:\nday:\n") == Case.model_validate(
            {"about": {"weeks_pregnant": 23}, "answers": {}, "day": {}}
        )

    def test_rather_not_say_to_an_intimate_question(self) -> None:
        answers = read(f"{ABOUT}answers: {{genital_sensation_loss: rather_not_say}}\n").answers
        assert answers == {"genital_sensation_loss": Answer.RATHER_NOT_SAY}

    def test_unsure_about_a_number(self) -> None:
        answers = read(f"{ABOUT}answers: {{blood_pressure_upper: unsure}}\n").answers
        assert answers == {"blood_pressure_upper": Answer.UNSURE}

    @pytest.mark.parametrize("reading", [60, 260])
    def test_the_ends_of_a_range_belong_to_it(self, reading: int) -> None:
        answers = read(f"{ABOUT}answers: {{blood_pressure_upper: {reading}}}\n").answers
        assert answers == {"blood_pressure_upper": reading}

    @pytest.mark.parametrize("amount", [0, 1440])
    def test_the_ends_of_a_day_belong_to_it(self, amount: int) -> None:
        assert read(f"{ABOUT}day: {{mopping: {amount}}}\n").day == {"mopping": amount}


class TestOldIds:
    """An id of the evidence stays accepted, with its meaning there: `kb/old_ids.yaml`."""

    OLD = "arm_weakness_tingling"

    def parts(self) -> tuple[str, ...]:
        return open_engine().knowledge.old_ids[self.OLD]

    @pytest.mark.parametrize("said", ["yes", "unsure"])
    def test_a_yes_stands_for_the_most_cautious_part(self, said: str) -> None:
        assert read(f"{ABOUT}answers: {{{self.OLD}: {said}}}\n").answers == {self.parts()[0]: Answer(said)}

    def test_a_no_is_a_no_to_every_part(self) -> None:
        answers = read(f"{ABOUT}answers: {{{self.OLD}: no}}\n").answers
        assert answers == dict.fromkeys(self.parts(), Answer.NO)
        assert len(answers) > 1

    def test_what_is_said_about_a_part_itself_stands(self) -> None:
        first, second = self.parts()
        for lines in (f"{self.OLD}: no, {first}: yes", f"{first}: yes, {self.OLD}: no"):
            answers = read(f"{ABOUT}answers: {{{lines}}}\n").answers
            assert answers == {first: Answer.YES, second: Answer.NO}

    def test_a_wrong_answer_is_told_under_the_name_that_was_used(self) -> None:
        told = fault(f"{ABOUT}answers: {{{self.OLD}: a bit}}\n")
        assert told == f"case.yaml:2:34 {self.OLD}: found 'a bit'; allowed: yes, no, unsure"


class TestPainNow:
    """`answers.pain_nrs`, an id of the evidence, is `pain.now`."""

    @pytest.mark.parametrize("pain", ["", "pain: {side: both}\n", "pain: {now: 5}\n"])
    @pytest.mark.parametrize("said", ["5", "5.0"])
    def test_is_the_pain_now(self, pain: str, said: str) -> None:
        case = read(f"{ABOUT}answers: {{pain_nrs: {said}}}\n{pain}")
        assert case.pain.now == 5
        assert case.answers == {}

    @pytest.mark.parametrize("strength", [0, 10])
    def test_the_ends_of_the_scale_belong_to_it(self, strength: int) -> None:
        assert read(f"{ABOUT}answers: {{pain_nrs: {strength}}}\n").pain.now == strength
        assert read(f"{ABOUT}answers: {{pain_nrs: {strength}}}\npain: {{now: {strength}}}\n").pain.now == strength

    def test_leaves_the_rest_of_the_pain_as_it_was_said(self) -> None:
        pain = read(f"{ABOUT}answers: {{pain_nrs: 5}}\npain: {{side: both}}\n").pain
        assert (pain.now, pain.side) == (5, "both")

    @pytest.mark.parametrize("said", ["11", "-1", "5.5", "strong", "nan", "unsure"])
    def test_is_a_whole_number(self, said: str) -> None:
        told = fault(f"{ABOUT}answers: {{pain_nrs: {said}}}\n")
        assert told == f"case.yaml:2:21 pain_nrs: found {said!r}; allowed: a whole number from 0 to 10"

    def test_said_twice_the_two_must_agree(self) -> None:
        told = fault(f"{ABOUT}answers: {{pain_nrs: 5}}\npain: {{now: 6}}\n")
        assert told == "case.yaml:2:21 pain_nrs and pain.now differ; allowed is one value"

    def test_with_a_wrong_pain_there_is_one_fault(self) -> None:
        told = fault(f"{ABOUT}answers: {{pain_nrs: 5}}\npain: strong\n")
        assert told.startswith("case.yaml:3:7 pain: found 'strong'; allowed: a mapping with the keys sites, side, now")


class TestStage:
    """`answers.stage`, an id of the evidence, says the weeks once more."""

    @pytest.mark.parametrize(
        "case",
        [
            "about: {weeks_pregnant: 23}\nanswers: {stage: 23}\n",
            "about: {weeks_postpartum: 3.5}\nanswers: {stage: 3.5}\n",
            "about: {weeks_postpartum: 0}\nanswers: {stage: 0}\n",
        ],
    )
    def test_agrees_with_the_weeks(self, case: str) -> None:
        assert read(case).answers == {}

    @pytest.mark.parametrize("said", ["24", "second_trimester"])
    def test_anything_else_is_a_fault(self, said: str) -> None:
        told = fault(f"{ABOUT}answers: {{stage: {said}}}\n")
        assert told == f"case.yaml:2:18 stage: found {said!r}; allowed: the weeks of about"


class TestWrong:
    def test_an_unknown_key_at_the_top(self) -> None:
        told = fault(f"{ABOUT}mood: sad\n")
        assert told == "case.yaml:2:1 unknown key 'mood'; allowed: asked_on, about, answers, pain, history, day"

    def test_an_unknown_key_in_a_section(self) -> None:
        assert fault("about:\n  weeks_pregnant: 23\n  shoe_size: 38\n").startswith(
            "case.yaml:3:3 unknown key 'shoe_size'; allowed: weeks_pregnant, weeks_postpartum, age_years"
        )
        assert fault(f"{ABOUT}pain:\n  place: back\n").startswith(
            "case.yaml:3:3 unknown key 'place'; allowed: sites, side, now"
        )

    def test_an_unknown_id_names_those_that_are_near(self) -> None:
        told = fault(f"{ABOUT}answers:\n  fevr: yes\n")
        assert told == "case.yaml:3:3 unknown id 'fevr'; allowed: the finding ids of the knowledge base (near: fever)"

    def test_an_unknown_id_that_is_near_to_nothing(self) -> None:
        told = fault(f"{ABOUT}answers:\n  zzz: yes\n")
        assert told == "case.yaml:3:3 unknown id 'zzz'; allowed: the finding ids of the knowledge base"

    @pytest.mark.parametrize("said", ["maybe", "Yes", "1", "''", "rather_not_say"])
    def test_an_answer(self, said: str) -> None:
        found = said.strip("'")
        told = fault(f"{ABOUT}answers:\n  fever: {said}\n")
        assert told == f"case.yaml:3:10 fever: found {found!r}; allowed: yes, no, unsure"

    def test_an_answer_to_an_intimate_question(self) -> None:
        told = fault(f"{ABOUT}answers: {{genital_sensation_loss: no comment}}\n")
        assert told.endswith("found 'no comment'; allowed: yes, no, unsure, rather_not_say")

    @pytest.mark.parametrize("said", [["yes"], {"now": "yes"}])
    def test_an_answer_that_is_more_than_a_word(self, said: object) -> None:
        told = fault(f"{ABOUT}answers:\n  fever: {json.dumps(said)}\n")
        assert told == f"case.yaml:3:10 fever: found {said!r}; allowed: yes, no, unsure"

    @pytest.mark.parametrize("said", ["59", "260.5", "high", "yes", "nan", "inf", "rather_not_say"])
    def test_a_number(self, said: str) -> None:
        told = fault(f"{ABOUT}answers: {{blood_pressure_upper: {said}}}\n")
        assert (
            told == f"case.yaml:2:33 blood_pressure_upper: found {said!r}; allowed: a number from 60 to 260, or unsure"
        )

    @pytest.mark.parametrize(
        ("about", "found"), [("weeks_pregnant: 23, weeks_postpartum: 3", "both"), ("age_years: 29", "neither")]
    )
    def test_both_or_neither_of_the_week_keys(self, about: str, found: str) -> None:
        told = fault(f"about: {{{about}}}\n")
        assert (
            told == f"case.yaml:1:8 about: exactly one of weeks_pregnant and weeks_postpartum is needed, {found} found"
        )

    def test_no_about(self) -> None:
        assert fault("answers: {fever: yes}\n") == "case.yaml:1:1 the key 'about' is missing"

    @pytest.mark.parametrize(
        ("weeks", "allowed"),
        [
            ("45.1", "less than or equal to 45"),
            ("-1", "greater than or equal to 0"),
            ("nan", "a finite number"),
            ("inf", "a finite number"),
            ("1e999", "a finite number"),
            ("many", "a valid number"),
        ],
    )
    def test_weeks(self, weeks: str, allowed: str) -> None:
        told = fault(f"about: {{weeks_pregnant: {weeks}}}\n")
        assert told == f"case.yaml:1:25 about.weeks_pregnant: found {weeks!r}; allowed: {allowed}"

    @pytest.mark.parametrize("name", ["age_years", "height_cm", "weight_kg"])
    @pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
    def test_a_number_that_is_none(self, name: str, value: str) -> None:
        told = fault(f"about:\n  weeks_pregnant: 23\n  {name}: {value}\n")
        assert told.startswith(f"case.yaml:3:{len(name) + 5} about.{name}: found {value!r}; allowed: ")

    def test_a_date(self) -> None:
        told = fault(f"asked_on: 1764000000\n{ABOUT}")
        assert told == "case.yaml:1:11 asked_on: a day is expected, written like 2026-11-22 (found '1764000000')"

    @pytest.mark.parametrize(
        ("pain", "place", "says"),
        [
            ("{sites: [low_back, elbow]}", "2:26", "pain.sites.1: found 'elbow'; allowed: 'upper_back', 'mid_back'"),
            ("{sites: low_back}", "2:15", "pain.sites: found 'low_back'; allowed: a list"),
            ("{sites: [foot, foot]}", "2:15", "pain.sites: the same value stands twice in this list"),
            ("{side: top}", "2:14", "pain.side: found 'top'; allowed: 'left', 'right', 'both' or 'middle'"),
            ("{now: 11}", "2:13", "pain.now: found '11'; allowed: less than or equal to 10"),
            ("{now: 5.5}", "2:13", "pain.now: found '5.5'; allowed: a valid integer"),
            ("{side: null}", "2:14", "pain.side: found 'null'; allowed: 'left'"),
            ("strong", "2:7", "pain: found 'strong'; allowed: a mapping with the keys sites, side"),
        ],
    )
    def test_pain(self, pain: str, place: str, says: str) -> None:
        assert fault(f"{ABOUT}pain: {pain}\n").startswith(f"case.yaml:{place} {says}")

    def test_history(self) -> None:
        told = fault(f"{ABOUT}history: [arthritis, flu]\n")
        assert told.startswith("case.yaml:2:22 history.1: found 'flu'; allowed: 'back_pain_before'")

    def test_an_unknown_task(self) -> None:
        told = fault(f"{ABOUT}day:\n  juggling: 30\n")
        assert told.startswith("case.yaml:3:3 unknown task 'juggling'; allowed: bathing_baby, ")

    @pytest.mark.parametrize("said", ["lots", "-1", "1441", "nan", "yes"])
    def test_how_much_of_a_task(self, said: str) -> None:
        told = fault(f"{ABOUT}day: {{mopping: {said}}}\n")
        assert told == (
            f"case.yaml:2:16 mopping: found {said!r}; allowed: minutes or times a day, a number from 0 to 1440"
        )

    @pytest.mark.parametrize("section", ["answers", "day"])
    @pytest.mark.parametrize("value", ["yes", "[fever]"])
    def test_a_section_that_is_no_mapping(self, section: str, value: str) -> None:
        told = fault(f"{ABOUT}{section}: {value}\n")
        assert told.startswith(f"case.yaml:2:{len(section) + 3} {section}: a mapping is expected (found ")

    @pytest.mark.parametrize("content", ["- a\n", "just words\n", "[]", "3\n"])
    def test_a_file_that_is_no_mapping(self, content: str) -> None:
        told = fault(content)
        assert told == "case.yaml:1:1 a case is a mapping; allowed keys: asked_on, about, answers, pain, history, day"

    def test_every_fault_is_told_in_the_order_of_the_file(self) -> None:
        told = faults("about: {weeks_pregnant: 60}\nanswers: {fevr: yes, fever: maybe}\nday: {mopping: lots}\n")
        assert [line.split(" ")[0] for line in told] == [
            "case.yaml:1:25",
            "case.yaml:2:11",
            "case.yaml:2:29",
            "case.yaml:3:16",
        ]


class TestTextThatIsNoCase:
    """What YAML itself refuses stands in test_yaml_text.py; here is that a case is read through it."""

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("", "1:1 the file is empty"),
            ("about: [1, 2\n", "2:1 not YAML: did not find expected ',' or ']'"),
            (f"{ABOUT}answers:\n  fever: yes\n  fever: no\n", "4:3 the key 'fever' stands twice; allowed is once"),
            ("about: &a {x: *a}\n", "1:8 an alias that contains itself"),
            (f"{ABOUT}pain: {'[' * 10_000}", "2:56 nested too deeply; allowed are 50 levels"),
        ],
    )
    def test_is_refused(self, content: str, told: str) -> None:
        assert fault(content) == f"case.yaml:{told}"

    def test_a_merge_key_is_a_key_like_any_other(self) -> None:
        told = fault("about: {weeks_pregnant: 23, <<: {babies: 2}}\n")
        assert told.startswith("case.yaml:1:29 unknown key '<<'; allowed: weeks_pregnant")


class TestJson:
    def test_is_read(self) -> None:
        case = read('{"about":{"weeks_pregnant":23},"answers":{"fever":true,"flank_pain":false}}', "case.json")
        assert case.answers == {"fever": Answer.YES, "flank_pain": Answer.NO}

    def test_may_be_laid_out_with_tabs(self) -> None:
        case = read('{\t"about":\t{\n\t\t"weeks_pregnant":\t23\n\t}\n}\n', "case.json")
        assert case.about.weeks_pregnant == 23

    def test_faults_keep_their_place_among_tabs(self) -> None:
        told = fault('{\n\t"about": {"weeks_pregnant": 60}\n}\n', "case.json")
        assert told == "case.json:2:30 about.weeks_pregnant: found '60'; allowed: less than or equal to 45"

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ('{"about": {"weeks_pregnant": 23,}}', "1:33 not JSON: Expecting property name"),
            ('{"about":\n {"weeks_pregnant": 23}} x', "2:26 not JSON: Extra data"),
            ("about: {weeks_pregnant: 23}", "1:1 not JSON: Expecting value"),
            ("", "1:1 not JSON: Expecting value"),
        ],
    )
    def test_that_is_none_is_refused_at_its_place(self, content: str, told: str) -> None:
        assert fault(content, "case.json").startswith(f"case.json:{told}")

    def test_a_key_that_stands_twice(self) -> None:
        told = fault('{"about": {"weeks_pregnant": 23, "weeks_pregnant": 24}}', "case.json")
        assert told == "case.json:1:34 the key 'weeks_pregnant' stands twice; allowed is once"

    @pytest.mark.parametrize(("value", "found"), [("NaN", "NaN"), ("Infinity", "Infinity")])
    def test_numbers_that_only_python_calls_json(self, value: str, found: str) -> None:
        told = fault(f'{{"about": {{"weeks_pregnant": {value}}}}}', "case.json")
        assert told == f"case.json:1:30 about.weeks_pregnant: found {found!r}; allowed: a finite number"

    @pytest.mark.parametrize("opening", ["[", '{"a":'])
    def test_nested_too_deeply(self, opening: str) -> None:
        assert "nested too deeply; allowed are 50 levels" in fault(opening * 100_000, "case.json")


class TestFile:
    def test_is_read_from_disk_whatever_its_first_bytes(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text(ABOUT, encoding="utf-8-sig")
        assert read_case_file(path, open_engine().knowledge).about.weeks_pregnant == 23

    def test_faults_name_the_file_as_it_was_given(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("about: {}\n", encoding="utf-8")
        with pytest.raises(Faulty, match="neither found") as caught:
            read_case_file(path, open_engine().knowledge)
        assert caught.value.faults[0].file == str(path)

    def test_a_picture(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
        with pytest.raises(Faulty, match=r"case.yaml:1:1 not UTF-8 text; allowed is a case as YAML or JSON"):
            read_case_file(path, open_engine().knowledge)

    @pytest.mark.parametrize("name", ["nowhere.yaml", "."])
    def test_that_cannot_be_read_is_no_fault_of_the_case(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(OSError, match=r"No such file|Is a directory"):
            read_case_file(tmp_path / name, open_engine().knowledge)


def test_a_case_of_a_page_is_read_as_strictly() -> None:
    knowledge = open_engine().knowledge
    page = {"about": {"weeks_pregnant": "23"}, "answers": {"fever": "yes"}, "pain": {"now": 5, "sites": ["low_back"]}}
    assert case_in(Document("page", page), knowledge).answers == {"fever": Answer.YES}
    with pytest.raises(Faulty, match=r"page:1:1 pain.sites.0: found 'elbow'"):
        case_in(Document("page", {**page, "pain": {"sites": ["elbow"]}}), knowledge)
