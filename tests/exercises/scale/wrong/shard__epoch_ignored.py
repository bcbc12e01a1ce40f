"""Every epoch has the same order.

caught by: test_ten_rows_over_two_processes
says: the epoch plays no part
"""

import numpy as np


def shard(n, batch_size, rank, size, seed, epoch):
    order = np.random.default_rng(seed).permutation(n)
    starts = range(0, n, batch_size)
    return [order[at : at + batch_size][rank::size] for at in starts]
