"""The gated recurrent unit (Cho et al., 2014), as both frameworks have it.

https://arxiv.org/abs/1406.1078. There the reset gate scales the state
before its weights; here, and in PyTorch and Paddle, after them and a bias.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode.scratch.nlp.lstm import sigmoid

Array = NDArray[Any]


def gru(
    x: Array, h: Array, wx: Array, wh: Array, bx: Array, bh: Array
) -> tuple[Array, Array]:
    """Read a sequence; the gate z mixes the old state with a new one.

    Args:
        x: the sequence, (t, n, d).
        h: the state before it, (n, k).
        wx: weights of the input, (d, 3k): r, z, candidate side by side.
        wh: weights of the state, (k, 3k).
        bx: bias of the input, (3k,).
        bh: bias of the state, (3k,); r scales its last third.

    Returns:
        The states, h first, (t + 1, n, k); and r, z, the candidate and
        what r scaled, at each step, (t, 4, n, k).
    """
    states, gates = [h], []
    for x_t in x:
        xr, xz, xg = np.split(x_t @ wx + bx, 3, axis=1)
        hr, hz, hg = np.split(states[-1] @ wh + bh, 3, axis=1)
        r, z = sigmoid(xr + hr), sigmoid(xz + hz)
        g = np.tanh(xg + r * hg)
        states.append(z * states[-1] + (1 - z) * g)
        gates.append(np.stack([r, z, g, hg]))
    return np.stack(states), np.stack(gates)


def gru_backward(
    x: Array, run: tuple[Array, Array], wx: Array, wh: Array, slopes: Array
) -> dict[str, Array]:
    """Go back through time, along z and through the candidate.

    Args:
        x: the sequence, (t, n, d).
        run: what `gru` returned.
        wx: weights of the input, (d, 3k).
        wh: weights of the state, (k, 3k).
        slopes: of the loss for each state as an output, (t, n, k).

    Returns:
        The gradients by name: x, h, wx, wh, bx and bh.
    """
    states, gates = run
    later = np.zeros_like(states[0])
    dx = np.empty((*slopes.shape[:2], wh.shape[1]), slopes.dtype)
    dh = np.empty_like(dx)
    for t in reversed(range(len(x))):
        r, z, g, hg = gates[t]
        slope = slopes[t] + later
        dg = slope * (1 - z) * (1 - g**2)
        dz = slope * (states[t] - g) * z * (1 - z)
        dr = dg * hg * r * (1 - r)
        dx[t] = np.hstack([dr, dz, dg])
        dh[t] = np.hstack([dr, dz, dg * r])
        later = slope * z + dh[t] @ wh.T
    return {
        "x": dx @ wx.T,
        "h": later,
        "wx": np.einsum("tnd,tnk->dk", x, dx),
        "wh": np.einsum("tnj,tnk->jk", states[:-1], dh),
        "bx": dx.sum(axis=(0, 1)),
        "bh": dh.sum(axis=(0, 1)),
    }
