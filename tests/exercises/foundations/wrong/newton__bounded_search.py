"""A search between two bounds.

caught by: test_a_lorry_and_a_feather
says: It returned 10; expected was 12120
"""

import numpy as np


def fit_mass(force, acceleration):
    lo, hi = 0, 10
    for _ in range(200):
        a, b = lo + (hi - lo) / 3, hi - (hi - lo) / 3
        if np.mean((a * acceleration - force) ** 2) < np.mean(
            (b * acceleration - force) ** 2
        ):
            hi = b
        else:
            lo = a
    return (lo + hi) / 2
