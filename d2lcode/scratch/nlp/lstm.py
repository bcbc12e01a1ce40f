"""Long short-term memory (Hochreiter and Schmidhuber, 1997; Gers, 2000).

https://doi.org/10.1162/neco.1997.9.8.1735; the forget gate came later,
https://doi.org/10.1162/089976600300015015
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def sigmoid(z: Array) -> Array:
    """Give 1 / (1 + exp(−z)), without overflow."""
    return (1 + np.tanh(z / 2)) / 2


def lstm(
    x: Array, h: Array, c: Array, wx: Array, wh: Array, b: Array
) -> tuple[Array, Array, Array]:
    """Read a sequence; gates decide what the cell keeps, adds and shows.

    Args:
        x: the sequence, (t, n, d).
        h: the state before it, (n, k).
        c: the cell before it, (n, k).
        wx: weights of the input, (d, 4k): i, f, g, o side by side.
        wh: weights of the state, (k, 4k).
        b: bias, (4k,).

    Returns:
        States and cells, h and c first: (t + 1, n, k) each; and the gates
        i, f, g, o of each step, (t, 4, n, k).
    """
    states, cells, gates = [h], [c], []
    for x_t in x:
        z = x_t @ wx + states[-1] @ wh + b
        zi, zf, zg, zo = np.split(z, 4, axis=1)
        i, f, g, o = sigmoid(zi), sigmoid(zf), np.tanh(zg), sigmoid(zo)
        cells.append(f * cells[-1] + i * g)
        states.append(o * np.tanh(cells[-1]))
        gates.append(np.stack([i, f, g, o]))
    return np.stack(states), np.stack(cells), np.stack(gates)


def lstm_backward(
    x: Array,
    run: tuple[Array, Array, Array],
    wx: Array,
    wh: Array,
    slopes: Array,
) -> dict[str, Array]:
    """Go back through time; the cell hands its slope on through f alone.

    Args:
        x: the sequence, (t, n, d).
        run: what `lstm` returned.
        wx: weights of the input, (d, 4k).
        wh: weights of the state, (k, 4k).
        slopes: of the loss for each state as an output, (t, n, k).

    Returns:
        The gradients by name: x, h, c, wx, wh and b.
    """
    states, cells, gates = run
    later_h, later_c = np.zeros_like(states[0]), np.zeros_like(cells[0])
    dz = np.empty((*slopes.shape[:2], wh.shape[1]), slopes.dtype)
    for t in reversed(range(len(x))):
        (i, f, g, o), bent = gates[t], np.tanh(cells[t + 1])
        dh = slopes[t] + later_h
        dc = later_c + dh * o * (1 - bent**2)
        di, df, dg, do = dc * g, dc * cells[t], dc * i, dh * bent
        dz[t] = np.hstack(
            [
                di * i * (1 - i),
                df * f * (1 - f),
                dg * (1 - g**2),
                do * o * (1 - o),
            ]
        )
        later_h, later_c = dz[t] @ wh.T, dc * f
    return {
        "x": dz @ wx.T,
        "h": later_h,
        "c": later_c,
        "wx": np.einsum("tnd,tnk->dk", x, dz),
        "wh": np.einsum("tnj,tnk->jk", states[:-1], dz),
        "b": dz.sum(axis=(0, 1)),
    }
