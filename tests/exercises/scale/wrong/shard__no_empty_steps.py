"""A process without a row skips the step.

caught by: test_fewer_rows_than_processes
says: an empty array where it gets no row
"""

import numpy as np


def shard(n, batch_size, rank, size, seed, epoch):
    order = np.random.default_rng([seed, epoch]).permutation(n)
    starts = range(0, n, batch_size)
    found = [order[at : at + batch_size][rank::size] for at in starts]
    return [rows for rows in found if len(rows)]
