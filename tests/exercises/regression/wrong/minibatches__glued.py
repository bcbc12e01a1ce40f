"""x and y are glued together, which only works for tables.

caught by: test_pictures_with_labels
says: I called minibatches
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    both = np.hstack([x, y])
    rng.shuffle(both)
    for start in range(0, len(both), batch_size):
        part = both[start : start + batch_size]
        yield part[:, : x.shape[1]], part[:, x.shape[1] :]
