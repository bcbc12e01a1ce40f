"""A floor under q at 1e-100 gives rarer symbols the wrong price.

caught by: test_the_rare_keeps_its_price
says: a small number was added to q
"""

import numpy as np


def cross_entropy(p: np.ndarray, q: np.ndarray) -> float:
    if np.any((p > 0) & (q == 0)):
        return float("inf")
    return float(-np.sum(p * np.log(np.maximum(q, 1e-100))))
