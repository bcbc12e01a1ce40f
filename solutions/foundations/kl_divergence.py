r"""KL divergence, the cost of a wrong belief: the answer.

In a table of rows you cannot simply leave symbols out, since every row has
others that never come. Instead the logarithm is taken only where both
probabilities are positive (`where=`), and zero stands elsewhere. What is left
is the case of a symbol that comes although it was believed impossible; those
rows are set to infinity at the end.
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
    both = (p > 0) & (q > 0)
    ratio = np.divide(p, q, out=np.ones_like(p), where=both)
    total = np.sum(p * np.log(ratio), axis=1)
    impossible = np.any((p > 0) & (q == 0), axis=1)
    return np.where(impossible, np.inf, total)
