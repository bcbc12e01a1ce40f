r"""KL divergence: the cost of a wrong belief.

If you believe $q$ while $p$ is true, you pay more than the entropy of $p$.
The difference is the *KL divergence* (KL散度)

$$
D(p \,\|\, q) = \sum_j p_j \log \frac{p_j}{q_j} .
$$

Write `kl_divergence(p, q)` for many pairs at once: both are float arrays of
shape `(n, k)`, each row a distribution over $k$ symbols. Return one
divergence per row, in nats, an array of shape `(n,)`. As with the
cross-entropy, a symbol with $p_j = 0$ costs nothing, and one with $p_j > 0$
and $q_j = 0$ makes the row's divergence `inf`. Very small probabilities
are not zeros, not even $10^{-300}$, which only `float64` can tell from 0. Do
not loop, let no warning be printed, and leave the arrays as they were.

For example, the rows `[[0.5, 0.5]]` and `[[0.25, 0.75]]` give
$\tfrac12 \log 2 + \tfrac12 \log \tfrac23 \approx$ `[0.1438]`.

Minutes: 15 · Difficulty: 2
"""

import numpy as np


def kl_divergence(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Give the divergence of each row of q from the same row of p.

    Args:
        p: (n, k), true probabilities.
        q: (n, k), believed ones.

    Returns:
        The divergences in nats, (n,).
    """
    raise NotImplementedError
