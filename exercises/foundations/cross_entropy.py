r"""Cross-entropy: the cost of a belief.

A source emits symbol $j$ with probability $p_j$; you believe that the
probabilities are $q_j$. Your average surprise, in nats, is the
*cross-entropy* (交叉熵)

$$
H(p, q) = -\sum_j p_j \log q_j .
$$

Write `cross_entropy(p, q)` for two distributions over $k$ symbols, float
arrays of shape `(k,)` that sum to one. It returns one number. Two cases need
thought, because $\log 0$ has no value:

- a symbol that never comes, $p_j = 0$, costs nothing, whatever you believe;
- a symbol that does come although you believed it impossible, $p_j > 0$ and
  $q_j = 0$, costs infinitely much: return `inf`.

Very small probabilities are not zeros, not even $10^{-300}$, which only
`float64` can tell from 0. No warning is printed in either case, whether you
avoid it or silence it, and the arrays stay as they were.

For example, `cross_entropy([0.5, 0.5], [0.25, 0.75])` (as arrays) is
$\tfrac12 \log 4 + \tfrac12 \log \tfrac43 \approx 0.8370$.

Minutes: 10 · Difficulty: 1
"""

import numpy as np


def cross_entropy(p: np.ndarray, q: np.ndarray) -> float:
    """Give the average surprise of a believer in q, when p is true.

    Args:
        p: (k,), the true probabilities.
        q: (k,), the believed ones.

    Returns:
        The cross-entropy in nats, `inf` if the impossible happens.
    """
    raise NotImplementedError
