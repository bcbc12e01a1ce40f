"""Unsigned whole numbers are not widened.

caught by: test_small_integers_do_not_overflow
says: the powers were taken in the array's own type
"""

import numpy as np


def polynomial_features(x: np.ndarray, degree: int) -> np.ndarray:
    if np.issubdtype(x.dtype, np.signedinteger) or x.dtype == np.float32:
        x = x.astype(np.float64)
    return np.hstack([x**k for k in range(1, degree + 1)]).astype(np.float64)
