"""Each batch is written over the one before.

caught by: test_ten_rows_in_batches_of_four
says: the second was written over the first
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    xs, ys = np.empty_like(x[:batch_size]), np.empty_like(y[:batch_size])
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        xs[: len(rows)], ys[: len(rows)] = x[rows], y[rows]
        yield xs[: len(rows)], ys[: len(rows)]
