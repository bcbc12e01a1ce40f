"""The last batch, which is shorter, is left out.

caught by: test_ten_rows_over_two_processes
says: are 3 steps in each process; process 0 has 2
"""

import numpy as np


def shard(n, batch_size, rank, size, seed, epoch):
    order = np.random.default_rng([seed, epoch]).permutation(n)
    whole = order[: n - n % batch_size].reshape(-1, batch_size)
    return [batch[rank::size] for batch in whole]
