r"""Take channels out of a network: the answer.

A channel is a row of three arrays at once: its kernel, its bias, and a slice
of every kernel of the next layer. Whoever forgets the third has arrays that
no longer fit; whoever sorts by strength and does not sort back has arrays
that fit and, unless all three are taken in the same order, compute something
else.

`argsort` gives the places from the weakest to the strongest; the last `keep`
of them, sorted, are the channels in their old order. Indexing with an array
copies.
"""

import numpy as np


def prune_channels(
    w: np.ndarray, b: np.ndarray, w_next: np.ndarray, keep: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Keep the strongest channels between two convolutions.

    Args:
        w: weights of the first, (c, b, k, k).
        b: its bias, (c,).
        w_next: weights of the second, (d, c, l, l).
        keep: how many channels to keep, 1 to c.

    Returns:
        Weights and bias with (keep, …), and the next weights, (d, keep, l, l).
    """
    strength = np.abs(w).sum(axis=(1, 2, 3))
    kept = np.sort(np.argsort(strength)[len(w) - keep :])
    return w[kept], b[kept], w_next[:, kept]
