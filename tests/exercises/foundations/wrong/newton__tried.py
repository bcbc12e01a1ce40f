"""The best of many candidates, as on the page.

caught by: test_a_lorry_and_a_feather
says: It returned 5; expected was 12120
says: the best of many candidates
"""

import numpy as np


def fit_mass(force, acceleration):
    candidates = np.linspace(0, 5, 5001)
    misses = candidates[:, None] * acceleration - force
    return float(candidates[(misses**2).mean(axis=1).argmin()])
