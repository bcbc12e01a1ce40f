"""The epoch is dealt out, and each part cut into batches.

caught by: test_ten_rows_over_two_processes
says: Cut the batches first
"""

import numpy as np


def shard(n, batch_size, rank, size, seed, epoch):
    order = np.random.default_rng([seed, epoch]).permutation(n)
    mine = np.array_split(order, size)[rank]
    steps = -(-n // batch_size)
    return list(np.array_split(mine, steps))
