from __future__ import annotations

import pytest

from carrywell.app.day import Day, UnknownWay, weigh_day
from carrywell.app.engine import Engine, open_engine
from carrywell.body.day import Help, ImpossibleDay
from carrywell.model.answer import Answer
from carrywell.model.case import About, Case, Pain
from tests.lib.refusals import refused

ABOUT = About(weeks_pregnant=28, height_cm=163, weight_before_pregnancy_kg=60)
NO_HELP = Help()
LOW_BACK = Pain(sites=("low_back",), worse_with=("bending",))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine()


def _weighed(engine: Engine, help_: Help = NO_HELP, *without: str, **day: float) -> Day:
    return weigh_day(engine, Case(about=ABOUT, pain=LOW_BACK, day=day), help_, without)


def test_the_shares_are_of_the_whole_day_the_heaviest_first(engine: Engine) -> None:
    found = _weighed(engine, mopping=30, standing_long=30, desk_work=60)
    shares = [found.share(task) for task in found.tasks]
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert found.tasks[0].id == "mopping"


def test_times_count_with_the_minutes_of_one_time(engine: Engine) -> None:
    found = _weighed(engine, lifting_child=15)
    assert found.tasks[0].minutes == pytest.approx(15 * engine.knowledge.tasks["lifting_child"].minutes_each)


def test_more_help_never_makes_a_day_worse(engine: Engine) -> None:
    day = {"mopping": 30.0, "cooking": 40.0, "desk_work": 60.0}
    falls = [_weighed(engine, Help(minutes), **day).fall.middle for minutes in (0, 10, 20, 40, 70)]
    assert falls == sorted(falls)
    assert falls[0] == 0 < falls[1]
    assert falls[-1] < 1  # nobody sits at her desk for her


def test_the_fall_has_an_interval_and_is_the_sum_of_its_parts(engine: Engine) -> None:
    found = _weighed(engine, Help(20, 10, 2), mopping=30, cooking=60, laundry=20)
    assert found.fall.low <= found.fall.middle <= found.fall.high
    assert found.fall.low < found.fall.high
    assert sum(map(found.falls_by, found.tasks)) == pytest.approx(found.fall.middle)


def test_late_in_pregnancy_a_spell_is_shorter(engine: Engine) -> None:
    early, late = (
        weigh_day(engine, Case(about=About(weeks_pregnant=weeks), day={"standing_long": 60}), Help())
        for weeks in (20, 34)
    )
    assert (early.help.spell_minutes, late.help.spell_minutes) == (30, 20)


def test_kneeling_is_proposed_only_where_it_is_clearly_fine(engine: Engine) -> None:
    """At the tub: kneeling loads least, and a small tub on a table is the other way."""
    about = About(weeks_postpartum=5, baby_with_me="yes")
    day = {"bathing_baby": 20.0}
    sore = weigh_day(engine, Case(about=about, pain=Pain(sites=("pubic_bone",)), day=day), Help(changes=1))
    assert sore.tasks[0].ways[-1].id == "bathing_high"
    assert sore.left_out == ("bathing_kneeling",)
    names = {
        name
        for way in engine.knowledge.load_tasks.values()
        for when in way.not_when
        for name in _findings(engine, when)
    }
    clear = Case(about=about, pain=LOW_BACK, day=day, answers=dict.fromkeys(names, Answer.NO))
    fine = weigh_day(engine, clear, Help(changes=1))
    assert fine.tasks[0].ways[-1].id == "bathing_kneeling"
    assert fine.left_out == ()


def _findings(engine: Engine, when: object) -> set[str]:
    return set(engine.knowledge.rests_on(when)) & set(engine.knowledge.findings)  # type: ignore[arg-type]


def test_a_way_that_is_not_wanted_is_not_proposed(engine: Engine) -> None:
    usual, without = (_weighed(engine, Help(changes=1), *names, carrying_child=30) for names in ((), ("child_climbs",)))
    assert usual.tasks[0].ways[1].id == "child_climbs"
    assert without.tasks[0].ways[1].id == "child_hip"


def test_an_empty_day_is_no_error(engine: Engine) -> None:
    for day in ({}, {"mopping": 0.0}):
        found = weigh_day(engine, Case(about=ABOUT, day=day), Help(60))
        assert (found.tasks, found.fall.middle, found.lifts) == ((), 0, None)


def test_what_cannot_be_is_said(engine: Engine) -> None:
    with refused(ImpossibleDay, "day: found 2000 minutes of tasks; allowed: at most 1440"):
        _weighed(engine, mopping=1000, desk_work=1000)
    with refused(UnknownWay, "unknown way 'flying'; allowed: arms_front, "):
        _weighed(engine, Help(), "flying", mopping=10)


def test_a_very_small_woman_gets_no_way_out_of_her_reach(engine: Engine) -> None:
    """At 1 m a worktop of 98 cm is too high to wash up at, and a desk too far."""
    small = About(weeks_pregnant=28, height_cm=100)
    cooking = weigh_day(engine, Case(about=small, day={"cooking": 30}), Help(changes=1))
    assert [way.id for way in cooking.tasks[0].ways] == ["sink_bent", "sink_hand"]
    with refused(ImpossibleDay, "day: hands: found 72 cm high and 45 cm ahead"):
        weigh_day(engine, Case(about=small, day={"desk_work": 30}), NO_HELP)


def test_lifts_add_up_in_damage(engine: Engine) -> None:
    few, many = (_weighed(engine, lifting_child=times).lifts for times in (5, 50))
    assert few is not None
    assert many is not None
    assert many[0] == pytest.approx(10 * few[0])
    assert 0 < few[1] < many[1] < 1
