r"""Cross-entropy, the cost of a belief: the answer.

Only the symbols that come, $p_j > 0$, have a part in the sum, so the others
are left out before any logarithm is taken. That makes $0 \cdot \log 0$ the
zero that it should be, instead of `nan`. Where the impossible comes, the sum
is infinite, and saying so first keeps the logarithm from being taken of zero.
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
    comes = p > 0
    if np.any(q[comes] == 0):
        return float("inf")
    return float(-np.sum(p[comes] * np.log(q[comes])))
