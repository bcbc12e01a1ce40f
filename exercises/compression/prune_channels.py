r"""Take channels out of a network.

A convolution with weights `w`, of shape $(c, b, k, k)$, and bias `b`, $(c,)$,
makes $c$ channels. The layer after it, a convolution again, has weights
`w_next`, of shape $(d, c, l, l)$: its kernels have a slice for each of these
channels.

Write `prune_channels(w, b, w_next, keep)`, which keeps the `keep` strongest
of the $c$ channels, $1 \le$ `keep` $\le c$, and returns what is left of the
three arrays, `(w, b, w_next)`. A channel's strength is the sum of the
absolute values of its weights, without the bias. The channels that are kept
stay in their order, and so do their numbers; no two are equally strong.
The arguments stay as they were, and what you return shares no memory with
them.

For example, with $1 \times 1$ kernels and one input channel, `w` holding 2,
−5 and 3, and `keep = 2`, channels 1 and 2 stay, `w` holding −5 and 3, and of
the next layer's kernels the slices for channels 1 and 2.

Minutes: 15 · Difficulty: 2
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
    raise NotImplementedError
