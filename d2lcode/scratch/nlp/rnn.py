"""A recurrent network, and backpropagation through time (Elman, 1990)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def rnn(x: Array, h: Array, wx: Array, wh: Array, b: Array) -> Array:
    """Read a sequence step by step; each step makes a new state.

    Args:
        x: the sequence, (t, n, d).
        h: the state before it, (n, k).
        wx: weights of the input, (d, k).
        wh: weights of the state, (k, k).
        b: bias, (k,).

    Returns:
        The states, h first: (t + 1, n, k).
    """
    states = [h]
    for x_t in x:
        states.append(np.tanh(x_t @ wx + states[-1] @ wh + b))
    return np.stack(states)


def rnn_backward(
    x: Array, states: Array, wx: Array, wh: Array, slopes: Array
) -> dict[str, Array]:
    """Go back through time, from the last step to the first.

    Args:
        x: the sequence, (t, n, d).
        states: what `rnn` returned, (t + 1, n, k).
        wx: weights of the input, (d, k).
        wh: weights of the state, (k, k).
        slopes: of the loss for each state as an output, (t, n, k).

    Returns:
        The gradients by name: x, h, wx, wh and b.
    """
    later = np.zeros_like(states[0])
    dz = np.empty_like(slopes)
    for t in reversed(range(len(x))):
        dh = slopes[t] + later
        dz[t] = dh * (1 - states[t + 1] ** 2)
        later = dz[t] @ wh.T
    return {
        "x": dz @ wx.T,
        "h": later,
        "wx": np.einsum("tnd,tnk->dk", x, dz),
        "wh": np.einsum("tnj,tnk->jk", states[:-1], dz),
        "b": dz.sum(axis=(0, 1)),
    }
