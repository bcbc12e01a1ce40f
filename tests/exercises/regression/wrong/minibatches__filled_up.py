"""The last batch is filled up from the first.

caught by: test_ten_rows_in_batches_of_four
says: the last batch was filled up
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    order = np.resize(order, -(-len(x) // batch_size) * batch_size)
    for start in range(0, len(order), batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows]
