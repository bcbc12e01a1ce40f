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
$\infty - \infty$; so we subtract 0 there in place of the maximum, get nothing
but zeros, and divide them by 1 in place of their sum.
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
    largest = scores.max(axis=-1, keepdims=True)
    powers = np.exp(scores - np.where(np.isfinite(largest), largest, 0))
    total = powers.sum(axis=-1, keepdims=True)
    return powers / np.where(total > 0, total, 1) @ v
