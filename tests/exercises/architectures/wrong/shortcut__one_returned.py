"""Only the last layer comes back.

caught by: test_it_reaches_points_that_it_has_not_seen
says: expected were three arrays
"""

import numpy as np

from d2lcode.scratch.deep_network import descend, relu, start


def block(h: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    """Add to h what two layers make of it."""
    return h + relu(h @ w1) @ w2


def block_gradient(
    h: np.ndarray, w1: np.ndarray, w2: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Go back through `block`: to h, w1 and w2."""
    a = relu(h @ w1)
    g_inside = g @ w2.T * (a > 0)
    return g + g_inside @ w1.T, h.T @ g_inside, a.T @ g


def train(
    x: np.ndarray, y: np.ndarray, blocks: int, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Train the mended network; its blocks start at zero."""
    first, inner, last = start(blocks, seed)
    inner[:, 1] = 0
    return descend((first, inner, last), x, y, block, block_gradient)[2]
