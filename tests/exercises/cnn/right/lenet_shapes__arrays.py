"""Every shape as an array, also those of one number."""

import numpy as np

NAMES = [
    "1 convolution",
    "2 pooling",
    "3 convolution",
    "4 pooling",
    "5 flatten",
    "6 dense",
    "7 dense",
    "8 dense",
]


def walk(side):
    yield 6, side, side
    yield 6, side // 2, side // 2
    yield 16, side // 2 - 4, side // 2 - 4
    yield 16, (side // 2 - 4) // 2, (side // 2 - 4) // 2
    for n in (16 * ((side // 2 - 4) // 2) ** 2, 120, 84, 10):
        yield (n,)


def arrays(side):
    shapes = zip(NAMES, walk(side), strict=True)
    return {name: np.array(shape) for name, shape in shapes}


GREY = arrays(28)
COLOUR = arrays(32)
