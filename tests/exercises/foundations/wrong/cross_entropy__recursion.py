"""One symbol a call, which ends at about a thousand.

caught by: test_thousands_of_symbols
says: calls itself
"""

import numpy as np


def cross_entropy(p: np.ndarray, q: np.ndarray) -> float:
    if len(p) == 0:
        return 0.0
    rest = cross_entropy(p[1:], q[1:])
    if p[0] == 0:
        return rest
    return rest + (float("inf") if q[0] == 0 else float(-p[0] * np.log(q[0])))
