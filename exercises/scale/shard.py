r"""Each process its rows.

Two processes that train together must see different rows, and together every
row. They could ask each other before each step. It is simpler to let each
work out the same list and take its own part: no word is exchanged, and
nothing can arrive too late.

Write `shard(n, batch_size, rank, size, seed, epoch)`. It returns a list with
one array of row numbers for each step of the epoch: the rows that process
`rank` of `size` processes computes with in that step. They are found so:

1. The order of the epoch is
   `np.random.default_rng([seed, epoch]).permutation(n)`, in every process.
2. It is cut into batches of `batch_size` rows; the last one is shorter if
   they do not divide evenly. That gives the steps, the *same number* in every
   process, for a process that has one step fewer would leave the others
   waiting.
3. Each batch is dealt out. Every row of it goes to exactly one process, and
   the numbers of rows that two processes get differ by one at most. Which
   process gets which rows is up to you. A batch may have fewer rows than
   there are processes; then some get an empty array of integers.

`n`, `batch_size` and `size` are 1 or more, `rank` is from 0 to `size - 1`.

For example, 10 rows in batches of 4 over 2 processes make 3 steps: each
process gets 2, 2 and then 1 row.

Minutes: 15 · Difficulty: 2
"""

import numpy as np


def shard(
    n: int, batch_size: int, rank: int, size: int, seed: int, epoch: int
) -> list[np.ndarray]:
    """The rows of one process in each step of an epoch.

    Args:
        n: how many rows there are in all.
        batch_size: rows in a step, over all processes.
        rank: which process this is, from 0.
        size: how many processes there are.
        seed: of the order.
        epoch: each has an order of its own.

    Returns:
        For each step an array of row numbers, in a list.
    """
    raise NotImplementedError
