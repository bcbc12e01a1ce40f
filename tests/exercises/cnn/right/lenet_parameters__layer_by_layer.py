"""Right: every layer's pairs of shapes, with numbers of NumPy."""

import numpy as np


def lenet_parameters(classes, channels, side):
    side = np.int64(side)
    for shrinks in (0, 4):
        side = (side - shrinks) // 2
    shapes = [(6, channels, 5, 5), (16, 6, 5, 5)]
    shapes += [(120, 16 * side**2), (84, 120), (classes, 84)]
    return sum(np.prod(shape) + shape[0] for shape in shapes)
