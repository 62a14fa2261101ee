"""From a task and the setting of its sliders to what its page shows: words, bar and picture first, newtons last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import ceil

from django.utils.safestring import SafeString

from carrywell.app.engine import Engine, open_engine
from carrywell.app.load import Loaded, load_of
from carrywell.app.load_list import with_a_baby
from carrywell.body.person import ImpossibleBody
from carrywell.body.reach import OutOfReach
from carrywell.figure.draw import Scene
from carrywell.figure.load_pose import STANDS_FOR
from carrywell.figure.proportions import Body
from carrywell.figure.render import Box
from carrywell.model.case import About
from carrywell.model.knowledge import Knowledge
from carrywell.model.load_task import LoadTask
from carrywell.model.rules import Fact
from carrywell.model.text import Voice
from carrywell.report.week_words import WeekSpeaker
from carrywell.web.forms.load import LAST_WEEK, Asked, Slider, held_kg, load_ends_kg, sliders
from carrywell.web.load_figure import drawn, picture
from carrywell.web.presenters import Ground, ground

# The nearest of these is said. What lies beyond the last is said to be more.
_SAID = (
    (0.25, "quarter"), (0.5, "half"), (0.75, "three_quarters"), (1.0, "same"), (1.25, "quarter_more"),
    (1.5, "half_more"), (1.75, "three_quarters_more"), (2.0, "twice"), (2.25, "twice_more"), (2.5, "two_half"),
    (3.0, "three"), (3.25, "three_more"), (3.5, "three_half"), (4.0, "four"), (5.0, "five"), (6.0, "six"),
)  # fmt: skip
_MOST_SAID = 6.5
_LEAST_SCALE = 2.5  # the bar is at least so many times her standing long, so that standing has a place for its name
_NO_BOX = Box(-60, -170, 60, 5)


def in_words(share: float) -> str:
    """The name of the nearest plain word for a share of her standing."""
    return "more" if share > _MOST_SAID else min(_SAID, key=lambda said: abs(said[0] - share))[1]


def capital(name: str) -> str:
    """A task's name as it begins a line."""
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Bar:
    """`low`, `middle`, `high`: shares of her own standing, as `carrywell load --json` has them. `scale`: its length."""

    low: float
    middle: float
    high: float
    scale: float

    def percent(self, share: float) -> str:
        return f"{min(share / self.scale, 1.0) * 100:.1f}%"

    @property
    def band(self) -> str:
        """How broad the band is."""
        return f"{(min(self.high, self.scale) - min(self.low, self.scale)) / self.scale * 100:.1f}%"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing a task. `bar` is None where her hands do not reach the place."""

    id: str
    name: str
    says: str
    bar: Bar | None
    picture: SafeString | None
    not_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadPage:
    this: Way
    less: Way | None
    others: tuple[tuple[str, str], ...]
    matters: str
    newtons: tuple[str, ...]
    checked: str
    whose: str
    ground: Ground
    sliders: tuple[Slider, ...]
    asked: Asked


class LoadPresenter:
    """`about`: who she is, where she came from her result; else a woman of middle size."""

    def __init__(self, engine: Engine, voice: Voice, about: About | None = None) -> None:
        self.engine, self.voice, self.about = engine, voice, about
        self.speak = WeekSpeaker(engine.knowledge, voice)
        self.hers = about is not None and (about.height_cm is not None or about.weight_kg is not None)

    def page(self, task: LoadTask, asked: Asked, *, both: bool = True) -> LoadPage:
        """`both`: with the way of less load, which need not be worked out anew for each move of a slider."""
        loaded = self._loaded(task, asked)
        better = better_way(self.engine.knowledge, task)
        return LoadPage(
            this=self._way(task, loaded, asked, *_frame_of(task, better)),
            less=self.less(task, asked) if both else None,
            others=tuple((other.id, self._name(other)) for other in self._others(task, better)),
            matters="" if loaded is None else self._matters(loaded),
            newtons=() if loaded is None else self._newtons(loaded),
            checked=self.voice.phrase(f"load_page.checked.{task.checked_by}"),
            whose=self.voice.phrase(f"load_page.whose.{'hers' if self.hers else 'nobody'}"),
            ground=ground(task, None, self.engine.knowledge, self.gentle),
            sliders=tuple(sliders(task, asked)),
            asked=asked,
        )

    def less(self, task: LoadTask, asked: Asked) -> Way | None:
        """The way with less load, in the same week; None where none is known."""
        better = better_way(self.engine.knowledge, task)
        if better is None:
            return None
        then = _same_load(asked, task, better)
        return self._way(better, self._loaded(better, then), then, *_frame_of(task, better))

    @property
    def gentle(self) -> bool:
        return self.about is not None and self.about.ended == "loss"

    def _loaded(self, task: LoadTask, asked: Asked) -> Loaded | None:
        """None where she does not reach the place. Numbers of her body that do not go together are left aside."""
        if self.about is not None:
            where = (asked.height_cm, asked.reach_cm, asked.load_kg)
            try:
                return load_of(self.engine, task.id, asked.of_her(self.about), None, *where)
            except OutOfReach:
                return None
            except ImpossibleBody:
                self.hers = False
        return _of_nobody(task.id, asked)

    def _way(self, task: LoadTask, loaded: Loaded | None, asked: Asked, box: Box, scale: float) -> Way:
        name = self._name(task)
        not_for = tuple(
            self.voice.sentence(self.speak.fact(when.name)) for when in task.not_when if isinstance(when, Fact)
        )
        if loaded is None:
            return Way(task.id, name, self.voice.phrase("load_page.out_of_reach"), None, None, not_for)
        found = loaded.found
        low, middle, high = (each["relative_to_standing"] for each in (found.low, found.middle, found.high))
        seen = drawn(self.engine, loaded, _body(asked))
        says = self.voice.phrase(f"load_says.{in_words(middle)}")
        desc = self.voice.phrase(f"load_page.{'drawn_for' if task.id in STANDS_FOR else 'drawn'}")
        shown = picture(seen, box, name, desc)
        return Way(task.id, name, says, Bar(low, middle, high, scale), shown, not_for)

    def _name(self, task: LoadTask) -> str:
        return capital(self.voice(task.name))

    def _others(self, task: LoadTask, better: LoadTask | None) -> Iterator[LoadTask]:
        """Ways of doing the same, and the ways that this one is better than."""
        for other in sorted(self.engine.knowledge.load_tasks.values(), key=lambda other: other.order):
            same = task.task is not None and other.task == task.task
            linked = other.id in task.better or task.id in other.better
            if (same or linked) and other not in (task, better) and not (self.gentle and with_a_baby(other)):
                yield other

    def _matters(self, loaded: Loaded) -> str:
        what = self.voice.phrase(f"load.depends.{loaded.found.matters_most}")
        return self.voice.phrase("load.matters", what=what)

    def _newtons(self, loaded: Loaded) -> tuple[str, ...]:
        found = loaded.found
        newtons = {name: f"{getattr(found, name)['compression_n']:.0f}" for name in ("middle", "low", "high")}
        says = [
            self.voice.phrase(
                "load.newtons", level=loaded.level, n=newtons["middle"], low=newtons["low"], high=newtons["high"]
            ),
            self.voice.phrase("load.orientation"),
        ]
        if found.beyond_strength:
            says.append(self.voice.phrase("load.beyond_strength"))
        return tuple(self.voice.sentence(each) for each in says)


def better_way(knowledge: Knowledge, task: LoadTask) -> LoadTask | None:
    """The first way with less load that is for everyone; else the first."""
    ways = [knowledge.load_tasks[name] for name in task.better]
    return next((way for way in ways if not way.not_when), ways[0] if ways else None)


def _same_load(asked: Asked, task: LoadTask, better: LoadTask) -> Asked:
    """The other way at its own usual height and reach; with what she holds, where it is the same thing."""
    same = held_kg(task) == held_kg(better)
    return Asked(asked.when, asked.weeks, None, None, asked.load_kg if same else None)


def _body(asked: Asked) -> Body:
    pregnant = asked.when == "pregnant"
    return Body(weeks_pregnant=asked.weeks) if pregnant else Body(weeks_postpartum=asked.weeks)


@lru_cache(maxsize=2048)
def _of_nobody(name: str, asked: Asked) -> Loaded | None:
    """Of a woman of middle size, so nothing of anybody is kept."""
    where = (asked.height_cm, asked.reach_cm, asked.load_kg)
    try:
        return load_of(open_engine(), name, asked.of_nobody(), None, *where)
    except OutOfReach:
        return None


def _frame_of(task: LoadTask, better: LoadTask | None) -> tuple[Box, float]:
    return _frame(task.id, better.id if better else None)


@lru_cache(maxsize=256)
def _frame(name: str, better: str | None) -> tuple[Box, float]:
    """What stays while the sliders move: the frame of both pictures, and the length of both bars."""
    engine = open_engine()
    tasks = [engine.knowledge.load_tasks[each] for each in (name, better) if each is not None]
    scenes: list[Scene] = []
    most = _LEAST_SCALE
    ends = [(each.id, asked) for each in tasks for asked in _ends(each)]
    for each, asked in ends:
        loaded = _of_nobody(each, asked)
        if loaded is not None:
            most = max(most, loaded.found.high["relative_to_standing"])
            bodies = (_body(asked), Body(weeks_pregnant=0))
            scenes += [seen for body in bodies if (seen := drawn(engine, loaded, body)) is not None]
    box = scenes[0].box if scenes else _NO_BOX
    for seen in scenes[1:]:
        box = box.joined(seen.box)
    return box, ceil(2 * most) / 2


def _ends(task: LoadTask) -> Iterator[Asked]:
    """The corners of its sliders, late in pregnancy, where the load and the picture are largest."""
    heights = (None,) if task.works_at is None else task.works_at.height_cm[::2]
    reaches = (None,) if task.works_at is None else task.works_at.reach_cm[::2]
    most_kg = load_ends_kg(task)[1] if task.loads else None
    for height, reach in product(heights, reaches):
        yield Asked("pregnant", LAST_WEEK, height, reach, most_kg)
