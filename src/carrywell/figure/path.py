"""Smooth closed and open lines, written as short SVG path data in whole millimetres."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from carrywell.figure.vector import Flat, flat_distance

MM = 10.0  # user units in a centimetre
_ROUND = 1 / 3  # a cubic's handle as a share of the way to the next point
_TOO_NEAR_CM = 0.25

Handles = tuple[Flat, Flat]  # before and after a point


def closed(points: Sequence[Flat], sharp: Collection[Flat] = ()) -> str:
    """A smooth outline through the points, always turning the same way round, so that outlines can be united.

    At the `sharp` points it has a corner.
    """
    ring = _apart([*points, points[0]])[:-1]
    if len(ring) < 3:
        return ""
    if area(ring) < 0:
        ring.reverse()
    count = len(ring)
    handles = [_handles(ring[at - 1], ring[at], ring[(at + 1) % count], sharp) for at in range(count)]
    return _curve([*ring, ring[0]], [*handles, handles[0]]) + "z"


def opened(points: Sequence[Flat], sharp: Collection[Flat] = ()) -> str:
    """A smooth line from the first point to the last; filled, it closes straight, and that edge has no line."""
    line = _apart(points)
    if len(line) < 2:
        return ""
    if area(line) < 0:
        line.reverse()
    handles = [(line[0], line[0])]
    handles += [_handles(a, b, c, sharp) for a, b, c in zip(line, line[1:], line[2:], strict=False)]
    handles.append((line[-1], line[-1]))
    return _curve(line, handles)


def rounded(points: Sequence[Flat], radius: float) -> str:
    """A polygon with round corners: its edges stay straight, and it never leaves the polygon."""
    ring = list(points)
    if len(ring) < 3:
        return ""
    if area(ring) < 0:
        ring.reverse()
    count = len(ring)
    last = _whole(_toward(ring[0], ring[-1], radius))
    text = f"M{last[0]} {last[1]}"
    for at, corner in enumerate(ring):
        begin = _whole(_toward(corner, ring[at - 1], radius))
        turn, end = _whole(corner), _whole(_toward(corner, ring[(at + 1) % count], radius))
        if begin != last:
            text += _numbers("l", begin[0] - last[0], begin[1] - last[1])
        text += _numbers("q", turn[0] - begin[0], turn[1] - begin[1], end[0] - begin[0], end[1] - begin[1])
        last = end
    return text + "z"


def _toward(here: Flat, other: Flat, by: float) -> Flat:
    far = flat_distance(here, other)
    share = min(by / far, 0.5) if far > 1e-9 else 0.0
    return (here[0] + (other[0] - here[0]) * share, here[1] + (other[1] - here[1]) * share)


def straight(points: Sequence[Flat], *, close: bool = False) -> str:
    """Straight strokes from point to point."""
    begin, *rest = [_whole(point) for point in points]
    text, last = f"M{begin[0]} {begin[1]}", begin
    for point in rest:
        text += _numbers("l", point[0] - last[0], point[1] - last[1])
        last = point
    return text + "z" if close else text


def _apart(points: Sequence[Flat]) -> list[Flat]:
    kept = [points[0]]
    for point in points[1:-1]:
        if flat_distance(point, kept[-1]) > _TOO_NEAR_CM:
            kept.append(point)
    return [*kept, *points[1:][-1:]]


def _handles(before: Flat, here: Flat, after: Flat, sharp: Collection[Flat]) -> Handles:
    """Tangent of a parabola through the three points (non-uniform Catmull-Rom): no loops where points lie uneven."""
    first, second = flat_distance(before, here), flat_distance(here, after)
    if first < 1e-9 or second < 1e-9 or here in sharp:
        return here, here
    weigh = 1 / (first + second)
    x = ((here[0] - before[0]) / first * second + (after[0] - here[0]) / second * first) * weigh
    y = ((here[1] - before[1]) / first * second + (after[1] - here[1]) / second * first) * weigh
    return (
        (here[0] - x * first * _ROUND, here[1] - y * first * _ROUND),
        (here[0] + x * second * _ROUND, here[1] + y * second * _ROUND),
    )


def _curve(points: Sequence[Flat], handles: Sequence[Handles]) -> str:
    last = _whole(points[0])
    text = f"M{last[0]} {last[1]}"
    for at in range(1, len(points)):
        one, two, end = _whole(handles[at - 1][1]), _whole(handles[at][0]), _whole(points[at])
        x, y = last
        text += _numbers("c", one[0] - x, one[1] - y, two[0] - x, two[1] - y, end[0] - x, end[1] - y)
        last = end
    return text


def _whole(point: Flat) -> tuple[int, int]:
    return round(point[0] * MM), round(point[1] * MM)


def _numbers(letter: str, *numbers: int) -> str:
    text = letter
    for at, number in enumerate(numbers):
        text += f"{number}" if at == 0 or number < 0 else f" {number}"
    return text


def area(ring: Sequence[Flat]) -> float:
    """Twice the area within; the sign says which way round the points go."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def hull(points: Sequence[Flat]) -> list[Flat]:
    """The convex outline round the points."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return list(ordered)
    lower: list[Flat] = []
    upper: list[Flat] = []
    for half, line in ((lower, ordered), (upper, ordered[::-1])):
        for point in line:
            while len(half) >= 2 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
    return lower[:-1] + upper[:-1]


def _turn(a: Flat, b: Flat, c: Flat) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crossing(first: Sequence[Flat], second: Sequence[Flat]) -> tuple[int, int, Flat] | None:
    """Where two lines cross first, as seen along the first: the points before it on each, and the place."""
    for i in range(len(first) - 1):
        for j in range(len(second) - 1):
            found = _meet(first[i], first[i + 1], second[j], second[j + 1])
            if found:
                return i, j, found
    return None


def _meet(a: Flat, b: Flat, c: Flat, d: Flat) -> Flat | None:
    bx, by, dx, dy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    lean = bx * dy - by * dx
    if abs(lean) < 1e-12:
        return None
    s = ((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / lean
    t = ((c[0] - a[0]) * by - (c[1] - a[1]) * bx) / lean
    return (a[0] + bx * s, a[1] + by * s) if 0 <= s <= 1 and 0 <= t <= 1 else None
