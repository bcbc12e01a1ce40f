"""The order is drawn from the global generator.

caught by: test_the_order_comes_from_rng
says: NumPy's global generator
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    order = np.random.permutation(len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows]
