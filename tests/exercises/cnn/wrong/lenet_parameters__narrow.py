"""Counted in 16 bits, which overflow.

caught by: test_larger_pictures
says: It returned
"""

import numpy as np


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    layers = [
        6 * (25 * in_channels + 1),
        16 * (25 * 6 + 1),
        120 * (16 * side * side + 1),
        84 * 121,
        classes * 85,
    ]
    return int(np.array(layers).sum(dtype=np.uint16))
