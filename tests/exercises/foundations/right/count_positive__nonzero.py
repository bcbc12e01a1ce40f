"""NumPy counts what is not False, in an array of integers."""

import numpy as np


def count_positive(numbers: np.ndarray) -> int:
    positive = np.greater(numbers, 0).astype(np.int64)
    return int(np.count_nonzero(positive))
