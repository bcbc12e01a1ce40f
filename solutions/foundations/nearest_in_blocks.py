r"""The nearest point, in blocks: the answer.

What has to be in memory at once? The differences of a few points of `a` from
all of `b`, no more; each point of `a` is done with as soon as its nearest is
known. So the loop runs over blocks of rows of `a`, and each turn is the
exercise before. The root is not needed: of two distances the smaller one has
the smaller square.

The block is made as long as a million differences allow, 8 MB, whatever `m`
and `d` are. Longer blocks gain nothing: once the arrays are large, the time
goes with the number of elements, as the curves of the page show; and arrays
that no longer fit into the processor's cache are slower. Even a block of one
row does well here, because each turn still meets a thousand points.

A slice that reaches beyond the end stops there. So the last block may be
shorter, and needs no line of its own. A loop that counts whole blocks,
`range(n // block)`, forgets it.
"""

import numpy as np


def nearest(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Find the nearest point of b for each point of a.

    Args:
        a: points, (n, d).
        b: points, (m, d).

    Returns:
        The row in b of the nearest to each, (n,), integers.
    """
    block = 1 + 1_000_000 // b.size
    found = np.empty(len(a), dtype=int)
    for start in range(0, len(a), block):
        rows = slice(start, start + block)
        differences = a[rows, None] - b
        squares = np.sum(differences**2, axis=2)
        found[rows] = np.argmin(squares, axis=1)
    return found
