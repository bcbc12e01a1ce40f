"""The last process gets all that is left over.

caught by: test_batches_that_do_not_divide
says: all go to one process
"""

import numpy as np


def shard(n, batch_size, rank, size, seed, epoch):
    order = np.random.default_rng([seed, epoch]).permutation(n)
    shares = []
    for start in range(0, n, batch_size):
        batch = order[start : start + batch_size]
        each = len(batch) // size
        end = len(batch) if rank == size - 1 else (rank + 1) * each
        shares.append(batch[rank * each : end])
    return shares
