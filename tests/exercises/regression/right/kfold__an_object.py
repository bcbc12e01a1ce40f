"""An object with __iter__; cuts by rounding, shuffled in place."""

import numpy as np


class Folds:
    def __init__(self, n, k, rng):
        if k < 2 or n < k:
            raise ValueError(f"no cross-validation with k = {k}")
        self.order = np.arange(n, dtype=np.int32)
        rng.shuffle(self.order)
        self.cuts = [round(i * n / k) for i in range(k + 1)]

    def __iter__(self):
        for a, b in zip(self.cuts, self.cuts[1:], strict=False):
            inside = np.zeros(len(self.order), bool)
            inside[a:b] = True
            yield self.order[~inside], self.order[inside]


def kfold(n, k, rng):
    return Folds(n, k, rng)
