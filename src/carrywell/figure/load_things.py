"""What she holds and what is round her in a task whose load is worked out, placed by her hands and her back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carrywell.figure.skeleton import Skeleton
from carrywell.figure.vector import Vec
from carrywell.model.load_task import LoadTask
from carrywell.model.pose import Prop, PropKind

Props = tuple[Prop, ...]
_Maker = Callable[[Skeleton, Vec], Props]

_CHAIR_HIP_CM, _LOW_HIP_CM, _CAR_HIP_CM = 51.5, 42.0, 58.0
_HIP_ABOVE_SEAT_CM = 9.5
_LOW_SEATS = frozenset({"sitting_stool", "feeding_slumped"})
_SOFT = frozenset({"feeding_slumped"})
_NEAR_CM = 13.0  # the edge of a table on this side of her hands


def hip_height_cm(task: LoadTask) -> float:
    """Of a woman who sits."""
    if task.id == "driving":
        return _CAR_HIP_CM
    return _LOW_HIP_CM if task.id in _LOW_SEATS else _CHAIR_HIP_CM


def things(task: LoadTask, her: Skeleton) -> Props:
    """`her`: without them. A task that nobody has drawn things for gets a box in her hands and a table under them."""
    palm = her.arms["right"].palm
    made = _DRAWN.get(task.id) or (_LOAD_ALONE if task.works_at is None else _AT_A_TABLE)[bool(task.loads)]
    return (*_seat(task, her), *made(her, palm))


def _seat(task: LoadTask, her: Skeleton) -> Props:
    if task.stance != "sitting":
        return ()
    hip = her.root.origin
    top = hip[1] - _HIP_ABOVE_SEAT_CM
    if task.id == "driving":
        return (Prop(kind="car", at=(hip[0] - 16, hip[1] - 9)), *_wheel(her))
    if task.id == "sitting_ball":
        return (Prop(kind="ball", at=(hip[0] - 2, top / 2 + 1), size=(top + 2, 0)),)
    if "backrest" in task.supports or task.id in _SOFT:
        kind: PropKind = "sofa" if task.id in _SOFT else "chair"
        return (Prop(kind=kind, at=(_back_of_her(her, top), top)),)
    return (Prop(kind="stool", at=(hip[0] - 2, top)),)


def _back_of_her(her: Skeleton, seat: float) -> float:
    """How far back her back reaches up to the height of a chair's back."""
    backs = [cut.frame.at(-cut.back) for cut in her.slices]
    return min(x for x, y, _ in backs if seat <= y <= seat + 44)


def _wheel(her: Skeleton) -> Props:
    x, y, _ = her.arms["right"].palm
    return (Prop(kind="stick", at=(x + 4, y - 11), to=(x - 5, y + 11)),)


def _edge(her: Skeleton, palm: Vec) -> float:
    """Where a table begins: on this side of her hands, and ahead of her belly at that height."""
    fronts = [cut.frame.at(cut.front) for cut in her.slices]
    belly = max((x for x, y, _ in fronts if abs(y - palm[1]) < 14), default=-99.0)
    return max(palm[0] - _NEAR_CM, belly + 1.5)


def _on(kind: PropKind, below_cm: float, size: float = 76, back_cm: float = 0.0) -> _Maker:
    """Something with a flat top on which her hands work."""

    def made(her: Skeleton, palm: Vec) -> Props:
        top = max(palm[1] - below_cm, 4.0)
        return (Prop(kind=kind, at=(_edge(her, palm) - back_cm, top), size=(size, 18 if kind == "bed" else 0)),)

    return made


def _held(
    kind: PropKind,
    ahead: float,
    up: float,
    turn: float = 0.0,
    size: tuple[float, float] | None = None,
    mirrored: bool = False,
) -> _Maker:
    def made(_her: Skeleton, palm: Vec) -> Props:
        at = (palm[0] + ahead, palm[1] + up)
        return (Prop(kind=kind, at=at, turn=turn, size=size, mirrored=mirrored, layer="held"),)

    return made


def _both(*makers: _Maker) -> _Maker:
    return lambda her, palm: tuple(prop for maker in makers for prop in maker(her, palm))


def _lying_baby(up: float = 0.0) -> _Maker:
    """On what her hands work at, the head away from her."""

    def made(_her: Skeleton, palm: Vec) -> Props:
        return (
            Prop(kind="baby_lying", at=(palm[0] + 6, max(palm[1] - 6.5, 4.0) + up), mirrored=True, layer="between"),
        )

    return made


def _on_the_floor(her: Skeleton, palm: Vec) -> Props:
    mat = Prop(kind="mat", at=(palm[0] + 16, 1.6), size=(96, 0))
    return (mat, Prop(kind="baby_lying", at=(palm[0] + 6, 1.6), mirrored=True, layer="between"))


def _pole(kind: PropKind, ahead: float, beyond: float, end: float = 0.0) -> _Maker:
    """From a little above her hands down to the floor ahead."""

    def made(_her: Skeleton, palm: Vec) -> Props:
        floor = (palm[0] + ahead, end)
        top = (palm[0] - (floor[0] - palm[0]) * beyond, palm[1] + (palm[1] - floor[1]) * beyond)
        return (Prop(kind=kind, at=top, to=floor, layer="held"),)

    return made


def _cot(high: bool) -> _Maker:
    """The mattress under her hands; the rail next to her."""
    deep = 42.0 if high else 14.0

    def made(her: Skeleton, palm: Vec) -> Props:
        mattress = palm[1] - 11
        cot = Prop(kind="cot", at=(palm[0] - (29 if high else 24), mattress + deep), size=(70, deep))
        return (cot, Prop(kind="baby_lying", at=(palm[0] + 6, mattress + 1), mirrored=True, layer="between"))

    return made


def _machine(_her: Skeleton, palm: Vec) -> Props:
    machine = Prop(kind="washing_machine", at=(palm[0] + 8, 0))
    return (machine, Prop(kind="basket", at=(palm[0] - 10, 0), size=(30, 18), layer="between"))


def _in_a_hand(kind: PropKind, up: float, *sides: str, size: tuple[float, float] | None = None) -> _Maker:
    """Seen from the front: her right is on the left of the picture."""

    def made(her: Skeleton, _palm: Vec) -> Props:
        palms = [her.arms[side].palm for side in sides]
        return tuple(Prop(kind=kind, at=(-z, y + up), size=size, layer="held") for _, y, z in palms)

    return made


def _car_seat(her: Skeleton, _palm: Vec) -> Props:
    """Seen from the front, by its handle, the baby in it."""
    _, y, z = her.arms["right"].palm
    return (
        Prop(kind="bucket", at=(-z, y - 33), layer="held"),
        Prop(kind="baby", at=(-z + 2, y - 13), turn=-10, layer="between"),
        Prop(kind="basket", at=(-z, y - 33), size=(44, 18), layer="held"),
    )


def _on_her_hip(her: Skeleton, _palm: Vec) -> Props:
    _, y, z = her.root.at(up=10.0, right=-28.0)
    return (Prop(kind="toddler_hip", at=(-z, y), layer="held"),)


def _on_her_back(her: Skeleton, _palm: Vec) -> Props:
    x, y, _ = her.chest.at(forward=-9.0, up=-12.0)
    return (
        Prop(kind="backpack", at=(x, y), turn=-5, layer="between"),
        Prop(kind="backpack_strap", at=(x, y), turn=-5, layer="front"),
    )


def _on_her_chest(her: Skeleton, _palm: Vec) -> Props:
    x, y, _ = her.chest.at(forward=24.0, up=-12.0)
    return (Prop(kind="carrier", at=(x + 0.12 * her.belly.out_cm, y), layer="held"),)


def _on_her_lap(her: Skeleton, _palm: Vec) -> Props:
    x, y, _ = her.root.at()
    ahead = x + 22 + 0.5 * her.belly.out_cm
    return (Prop(kind="baby", at=(ahead, y + 23), turn=-84, layer="held"),)


def _nothing(_her: Skeleton, _palm: Vec) -> Props:
    return ()


_BOX = _held("box", 6, -20, size=(30, 24))
_LOAD_ALONE: Mapping[bool, _Maker] = {True: _BOX, False: _nothing}
_AT_A_TABLE: Mapping[bool, _Maker] = {True: _both(_on("table", 22), _BOX), False: _on("table", 3)}
_BASKET = _held("basket", 8, -20)
_MOP, _BROOM = _pole("mop", 26, 0.35), _pole("mop", 18, 0.2)
_TODDLER = _held("toddler", 8, -46)
_BABY = _held("baby", -5, 4, turn=-72)
_IN_A_TUB = _both(_on("bath", -8, 84, 6), _held("baby", 10, 0, turn=-12, mirrored=True))
_IRONING = _both(_on("table", 8), _held("iron", 2, -7))

# By task. What stands here is what the task's name says she holds or works at.
_DRAWN: Mapping[str, _Maker] = {
    "reaching_up": lambda her, palm: (
        Prop(kind="shelf", at=(palm[0] - 4, palm[1] - 5), size=(40, 0)),
        Prop(kind="box", at=(palm[0] + 16, palm[1] - 5), size=(24, 16)),
    ),
    "sink_bent": _on("sink", -2, 58),
    "sink_hand": _on("sink", -2, 58),
    "sink_high": _on("sink", -2, 58),
    "mopping_bent": _MOP,
    "mopping_upright": _MOP,
    "sweeping": _BROOM,
    "sweeping_upright": _pole("vacuum", 34, 0.06, 3.0),
    "ironing_standing": _IRONING,
    "ironing_sitting": _IRONING,
    "laundry_floor": _BASKET,
    "laundry_squat": _BASKET,
    "laundry_table": _both(_on("table", 20), _BASKET),
    "machine_bent": _machine,
    "machine_kneeling": _machine,
    "bag_one_hand": _in_a_hand("shopping_bag", 1, "left", size=(1.25, 1.15)),
    "bags_both_hands": _in_a_hand("shopping_bag", 1, "left", "right"),
    "bag_in_front": _held("box", 8, -14, size=(26, 28)),
    "backpack": _on_her_back,
    "child_front": _held("toddler", 10, -42),
    "child_hip": _on_her_hip,
    "child_climbs": _on_her_lap,
    "child_floor_bent": _TODDLER,
    "child_floor_squat": _TODDLER,
    "lift_table": _BOX,
    "desk_arms_free": _on("desk", 2.5, 78),
    "desk_arms_supported": _on("desk", 2.5, 78),
    "nappy_floor": _on_the_floor,
    "nappy_bed": _both(_on("bed", 6.5, 110), _lying_baby()),
    "nappy_sofa_kneeling": _both(_on("bed", 6.5, 100), _lying_baby()),
    "nappy_table": _both(_on("table", 6.5), _lying_baby()),
    "bathing_tub": _IN_A_TUB,
    "bathing_kneeling": _IN_A_TUB,
    "bathing_high": _both(
        _on("table", 12), _held("basket", 14, -12, size=(56, 14)), _held("baby", 8, 0, turn=-12, mirrored=True)
    ),
    "cot_high_side": _cot(high=True),
    "cot_low_side": _cot(high=False),
    "feeding_slumped": _held("baby", -4, 4, turn=14),
    "feeding_supported": _both(_held("pillow", -3, -8, size=(40, 17)), _held("baby", -4, 4, turn=4)),
    "carrier": _on_her_chest,
    "arms_front": _BABY,
    "car_seat": _car_seat,
    "pram_bent": _held("pram", 2, 0),
    "pram_pushing": _held("pram", 2, 0),
    "pram_lifting": _held("pram", 2, 0),
}
