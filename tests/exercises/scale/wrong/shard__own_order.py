"""Each process shuffles by a seed of its own.

caught by: test_ten_rows_over_two_processes
says: the order depends on the rank
"""

import numpy as np


def shard(n, batch_size, rank, size, seed, epoch):
    order = np.random.default_rng([seed + rank, epoch]).permutation(n)
    starts = range(0, n, batch_size)
    return [order[at : at + batch_size][rank::size] for at in starts]
