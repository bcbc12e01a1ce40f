"""Right: counted by a function, with tuples of a kind of its own."""

from typing import NamedTuple


class Maps(NamedTuple):
    channels: int
    height: int
    width: int


class Row(NamedTuple):
    size: int


NAMES = (
    *("1 convolution", "2 pooling", "3 convolution", "4 pooling"),
    *("5 flatten", "6 dense", "7 dense", "8 dense"),
)


def follow(side):
    half = side // 2
    last = (half - 4) // 2
    maps = [(6, side), (6, half), (16, half - 4), (16, last)]
    rows = [16 * last**2, 120, 84, 10]
    shapes = [Maps(c, s, s) for c, s in maps] + [Row(n) for n in rows]
    return dict(zip(NAMES, shapes, strict=True))


GREY, COLOUR = follow(28), follow(32)
