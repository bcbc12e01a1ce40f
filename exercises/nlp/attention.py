r"""Attention, as a soft look-up.

A dictionary gives you the value of the one key that matches. *Attention*
(注意力) asks with a vector, the query; compares it with every key; and gives
the mean of all values, in which the keys that match best weigh most. For the
queries $Q$, keys $K$ and values $V$, one in each row,

$$
\operatorname{attention}(Q, K, V) =
\operatorname{softmax}\!\left(\frac{Q K^{\mathsf T}}{\sqrt d}\right) V ,
$$

where $d$ is the number of columns of $Q$ and of $K$, and softmax makes the
scores of each query add up to one.

Write `attention(q, k, v, mask=None)`. `q` is an array of shape `(..., t, d)`,
`k` `(..., s, d)`, `v` `(..., s, size)`, of float64 or float32, with the same
axes before the last two: none, one for the batch, one more for the heads.
Every axis has at least one entry. Return the means, `(..., t, size)`; five
digits are enough.

`mask`, if there is one, is a bool array of shape `(t, s)` or `(..., t, s)`:
True where a query may see a key. Keys that may not be seen have no weight at
all. A query that may see nothing gets zeros. Scores may be large, $\pm
10^{12}$ and beyond, without an overflow. The arrays stay as they were.

For example, the query `[[0.0]]` with the keys `[[1.0], [2.0]]` and the values
`[[10.0], [20.0]]` gives `[[15.0]]`; with the mask `[[False, True]]`, it
gives `[[20.0]]`.

Minutes: 20 · Difficulty: 2
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
    raise NotImplementedError
