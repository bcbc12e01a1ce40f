r"""Attention, as a soft look-up: the answer.

`np.swapaxes(k, -1, -2)` turns the last two axes only, so that any number of
axes may stand before them; `k.T` would turn all of them round. The sum over
$d$ products of numbers of size 1 has the size $\sqrt d$; divided by that, the
scores stay where softmax is not yet flat, whatever $d$ is.

What must not be seen gets the score $-\infty$ and thereby the weight
$e^{-\infty} = 0$. A large negative number such as $-10^9$ nearly always does
the same. It fails where the other scores are lower still, and where *no* key
may be seen: then all scores are equal, and the query gets the mean of
everything it must not see. With $-\infty$ that row would be
$\infty - \infty$; so the maximum never falls below the lowest finite number.
All its powers are then 0, and so is their sum. Any other sum is at least 1,
because the largest score gives $e^0$: that is why `np.maximum(…, 1)` changes
nothing but the empty row.
"""

import numpy as np


def attention(
    q: np.ndarray,
    k: np.ndarray,
    v: np.ndarray,
    mask: np.ndarray | None = None,
) -> np.ndarray:
    """Give each query the mean of the values, weighted by its keys.

    Args:
        q: queries, (..., t, d).
        k: keys, (..., s, d).
        v: values, (..., s, size).
        mask: True where a query may see a key; (t, s) or (..., t, s).

    Returns:
        The means, (..., t, size); zeros where a query may see nothing.
    """
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    lowest = np.finfo(scores.dtype).min
    largest = scores.max(axis=-1, keepdims=True, initial=lowest)
    powers = np.exp(scores - largest)
    return powers @ v / np.maximum(powers.sum(axis=-1, keepdims=True), 1)
