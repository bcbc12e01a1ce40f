r"""Mend a deep network: the answer.

Two things make it learn. The shortcut gives the gradient a way back that no
weight can close: whatever arrives at a block's output arrives at its input,
and what comes through the two layers is added. Forgotten in `block_gradient`,
the shortcut is worth little. The last blocks learn, and nothing arrives at the
first ones.

The second is the start. With He's weights a block adds as much as it is given,
so that the signal doubles its variance in every block, a million times in
twenty. Here the second matrix of every block starts at zero, and the whole
network starts as its first and last layer. The blocks come in as far as they
are of use.
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
    return descend((first, inner, last), x, y, block, block_gradient)
