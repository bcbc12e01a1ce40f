"""The batches are shuffled, and not the rows.

caught by: test_the_rows_are_shuffled
says: the batches were shuffled, and not the rows
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    for start in rng.permutation(np.arange(0, len(x), batch_size)):
        yield x[start : start + batch_size], y[start : start + batch_size]
