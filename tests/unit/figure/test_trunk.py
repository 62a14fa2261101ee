"""The trunk bends like a spine; the belly on it grows, and keeps its round shape when she bends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from carrywell.figure.proportions import Belly
from carrywell.figure.trunk import Slice, at_height, on_surface, slices
from carrywell.figure.vector import Frame, distance, dot
from carrywell.model.pose import Trunk

ROOT = Frame((0.0, 80.0, 0.0))
FLAT, LARGE = Belly(0.0, 1.5, 22.0), Belly(14.0, 1.5, 33.0)
UPRIGHT, SLUMPED = Trunk(), Trunk(lumbar=34, thoracic=30)


def fronts(stack: tuple[Slice, ...]) -> list[float]:
    return [cut.front for cut in stack]


def test_the_belly_adds_its_whole_depth_once_and_nothing_beyond_its_ends() -> None:
    added = [
        b - a for a, b in zip(fronts(slices(ROOT, UPRIGHT, FLAT)), fronts(slices(ROOT, UPRIGHT, LARGE)), strict=True)
    ]
    assert max(added) == pytest.approx(LARGE.out_cm)
    heights = [cut.height for cut in slices(ROOT, UPRIGHT, LARGE)]
    for height, more in zip(heights, added, strict=True):
        assert more == 0 or LARGE.bottom_cm < height < LARGE.top_cm


def test_the_back_does_not_grow() -> None:
    flat, large = slices(ROOT, UPRIGHT, FLAT), slices(ROOT, UPRIGHT, LARGE)
    assert [cut.back for cut in flat] == [cut.back for cut in large]


def test_bending_turns_the_chest_by_the_sum_of_the_regions() -> None:
    chest = at_height(ROOT, SLUMPED, 50.5)
    assert dot(chest.up, (0, 1, 0)) == pytest.approx(0.4384, abs=0.02), "cosine of 64 degrees"


def test_the_spine_keeps_its_length_when_it_bends() -> None:
    heights = [9.5 + step * 0.5 for step in range(73)]
    places = [at_height(ROOT, SLUMPED, height).origin for height in heights]
    long = sum(distance(a, b) for a, b in pairwise(places))
    assert long == pytest.approx(36, abs=0.1)


def test_a_large_belly_keeps_its_shape_in_a_bent_trunk() -> None:
    """Its slices stay in their order along the front: none is pushed through the next."""
    stack = [cut for cut in slices(ROOT, SLUMPED, LARGE) if 4 < cut.height < 30]
    ends = [cut.frame.at(cut.front) for cut in stack]
    up = stack[len(stack) // 2].frame.up
    along = [dot(end, up) for end in ends]
    assert along == sorted(along)
    assert along[-1] - along[0] > 12


@pytest.mark.parametrize(("around", "forward", "right"), [(0, 1, 0), (90, 0, 1), (180, -1, 0), (-90, 0, -1)])
def test_a_place_on_her_skin(around: float, forward: int, right: int) -> None:
    x, y, z = on_surface(slices(ROOT, UPRIGHT, FLAT), 20.0, around)
    assert y == pytest.approx(100)
    assert x * forward > 5 or (forward == 0 and abs(x) < 2)
    assert z * right > 5 or (right == 0 and abs(z) < 1e-6)


@pytest.mark.parametrize("height", [-30.0, 80.0])
def test_beyond_the_ends_of_the_trunk_the_last_slice_counts(height: float) -> None:
    stack = slices(ROOT, UPRIGHT, FLAT)
    _, y, _ = on_surface(stack, height, 0.0)
    assert y in (stack[0].frame.origin[1], stack[-1].frame.origin[1])
