"""Of one symbol, or one row, an axis is lost.

caught by: test_no_rows_and_one_symbol
says: expected
"""

import numpy as np


def kl_divergence(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    p, q = np.squeeze(p), np.squeeze(q)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(p > 0, p * np.log(p / q), 0.0)
    return np.atleast_1d(terms.sum(axis=-1))
