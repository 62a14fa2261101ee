"""The hostile review, R021, R029 and R030: one verdict, and no source that a clinician would not accept."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from carrywell.app.engine import open_engine
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import KB, read_knowledge
from carrywell.model.care import CareLevel
from tests.lib.cases import level, pregnant
from tests.lib.sentences import says, speaks_of, texts_in

KNOWLEDGE = open_engine().knowledge
ADVICE = KNOWLEDGE.advice
NOW = CareLevel.EMERGENCY_NOW


def test_r021_severe_pain_or_another_sign_is_enough_each_alone() -> None:
    assert level(pregnant(30, severe_pain="yes")).is_today
    assert level(pregnant(30, fever="yes")).is_today


def test_r021_the_same_topic_has_the_same_verdict_wherever_it_stands() -> None:
    oils = [says(ADVICE[name]) for name in ("mass_oils", "essential_oils")]
    assert all(speaks_of(text, "before 13 weeks", "only if") for text in oils)
    needle = KNOWLEDGE.causes["needle_soreness"].belief
    assert needle is not None
    assert speaks_of(needle.english, "trial does not")  # true for lasting pain
    assert speaks_of(needle.english, "help at once|call at once")  # and dangerous as a reason to wait
    bed = (KNOWLEDGE.causes["nerve_root"].evidence.english, ADVICE["rest_not_bed"].says.english)
    assert speaks_of(bed[0], "bed rest is not advised")
    assert speaks_of(bed[1], "in bed[^.]* does not help")


def test_r021_what_is_hidden_in_one_place_is_not_printed_in_another() -> None:
    assert KNOWLEDGE.prognosis["epidural_backache_6_weeks"].shown is False
    assert KNOWLEDGE.prognosis["epidural_backache_day_1"].shown is False
    printed = " ".join(texts_in(KNOWLEDGE.causes["needle_soreness"])) + says(ADVICE["epidural_after"])
    assert not re.search(r"\b(14|53|43)\b", printed)


@pytest.mark.parametrize("sign", ["leg_pain_both", "legs_numb_both", "saddle_numbness"])
def test_r021_both_legs_or_a_numb_seat_is_never_called_ordinary(sign: str) -> None:
    assert level(pregnant(30, **{sign: "yes"})) is NOW
    belief = KNOWLEDGE.causes["nerve_root"].belief
    assert belief is not None
    assert speaks_of(belief.english, "both legs", "never ordinary", "emergency")


BARRED = [
    "droracle.ai", "www.droracle.ai", "iatrox.com", "paperexplained.cn", "capsulehealth.one", "herbal-organic.com",
    "themasterpiecemom.com", "slidelegend.com",
]  # fmt: skip


def test_r029_the_reader_refuses_sources_of_answer_machines_and_content_farms(tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    shutil.copytree(KB, kb)
    for at, host in enumerate(BARRED):
        planted = {
            "id": f"planted_{at}",
            "title": "Signs of abruption",
            "by": host,
            "url": f"https://{host}/articles/1",
            "kind": "expert",
            "read": "full",
        }
        (kb / "sources" / f"planted_{at}.yaml").write_text(yaml.safe_dump(planted), encoding="utf-8")
    with pytest.raises(Faulty) as refused:
        read_knowledge(kb)
    faults = [(fault.file, fault.says) for fault in refused.value.faults]
    assert len(faults) == len(BARRED)
    for at, host in enumerate(BARRED):
        assert (
            f"sources/planted_{at}.yaml",
            f"{host.removeprefix('www.')} is barred as a source; name the primary one",
        ) in faults


def test_r029_none_of_the_nine_sources_is_left() -> None:
    gone = {
        "ABRUPTION_POST", "ABSCESS_SUMMARY", "NG126_SUMMARY", "TRAUMA_233", "ABRUPTION_ENC", "INCARC_SUMMARY",
        "SPONDYL_NOFEVER", "NHS_PGP_COPY", "RCOG_PGP_2015",
    }  # fmt: skip
    assert not gone & set(KNOWLEDGE.sources)
    assert not any("kidneydiseaseclinic" in source.url for source in KNOWLEDGE.sources.values())


@pytest.mark.parametrize("name", ["vertebral_canal_haematoma", "spinal_epidural_abscess"])
def test_r029_what_hung_on_them_is_nowhere_printed(name: str) -> None:
    text = " ".join(texts_in(KNOWLEDGE.conditions[name]))
    assert not re.search(r"\b(8|12|eight|twelve) (to (12|twelve) )?hours?\b", text)
    assert not re.search(r"\b(a|one) third\b|\bin 3\b|\bper cent\b|%", text)


# What the evidence lists as unknown, or as a limit that differs from place to place.
DOUBTED = [
    ("findings", "leg_weakness_one"),
    ("findings", "thigh_pain_both"),
    ("findings", "sudden_midback_pain_trivial_strain"),
    ("findings", "groin_pain_on_step"),
    ("findings", "weight_bearing_sacral_pain"),
    ("findings", "fewer_movements"),
    ("findings", "fever"),
    ("findings", "no_urine_6h"),
    ("findings", "heavy_bleeding"),
    ("findings", "severe_pain"),
    ("findings", "new_strong_hip_buttock_pain_one"),
    ("findings", "new_groin_thigh_pain_one"),
    ("findings", "burning_frequent_urine"),
    ("conditions", "progressive_radiculopathy_foot_drop"),
    ("conditions", "vertebral_canal_haematoma"),
    ("conditions", "pyelonephritis"),
    ("conditions", "urinary_retention"),
    ("conditions", "plo_vertebral_fracture"),
    ("conditions", "transient_osteoporosis_hip"),
    ("conditions", "sacral_stress_fracture"),
    ("conditions", "spinal_malignancy"),
    ("advice", "std_limit"),
]


@pytest.mark.parametrize(("folder", "name"), DOUBTED)
def test_r030_what_the_evidence_calls_unknown_is_not_called_sourced(folder: str, name: str) -> None:
    assert getattr(KNOWLEDGE, folder)[name].basis != "sourced"
