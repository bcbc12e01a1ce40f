"""The seed is set inside.

caught by: test_each_epoch_has_an_order_of_its_own
says: the seed is set inside the function
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    order = np.random.default_rng(42).permutation(len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows]
