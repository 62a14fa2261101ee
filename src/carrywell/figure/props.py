"""What is round her: furniture and things, each a small drawing at its place on the picture."""

from __future__ import annotations

from carrywell.figure import babies, furniture, things
from carrywell.figure.skeleton import Skeleton
from carrywell.figure.sketch import Sketch
from carrywell.figure.vector import Camera
from carrywell.model.pose import Prop

_DRAWN = {**furniture.DRAWN, **things.DRAWN, **babies.DRAWN}


def sketched(prop: Prop, her: Skeleton, eye: Camera) -> Sketch:
    """The drawing of one thing. What goes along with the belly stands further off the more it has grown."""
    shift = prop.with_belly * her.belly.out_cm
    if prop.kind == "belt":
        return things.belt(her, eye)
    sheet = Sketch(prop.at[0] + shift, prop.at[1], prop.turn, -1.0 if prop.mirrored else 1.0)
    moved = prop if prop.to is None else prop.model_copy(update={"to": (prop.to[0] + shift, *prop.to[1:])})
    _DRAWN[prop.kind](sheet, moved)
    return sheet
