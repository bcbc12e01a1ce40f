"""A norm over the root of the size, as a NumPy number."""

import numpy as np


def typical_error(ours, true, lowest, highest, middle):
    miss = np.ravel(ours - true) * (highest - lowest) * 1000
    return np.linalg.norm(miss) / np.sqrt(miss.size)
