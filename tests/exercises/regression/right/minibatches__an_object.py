"""An object with __getitem__; a list of numbers is shuffled."""

import numpy as np


class Epoch:
    def __init__(self, x, y, size, rng):
        self.x, self.y, self.size = x, y, size
        self.rows = list(range(len(y)))
        rng.shuffle(self.rows)

    def __len__(self):
        return -(-len(self.rows) // self.size)

    def __getitem__(self, i):
        if i >= len(self):
            raise IndexError(i)
        rows = self.rows[i * self.size : (i + 1) * self.size]
        return np.stack([self.x[r] for r in rows]), np.stack(
            [self.y[r] for r in rows]
        )


def minibatches(x, y, batch_size, rng):
    return iter(Epoch(x, y, batch_size, rng))
