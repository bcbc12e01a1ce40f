"""By the largest singular value, and as a NumPy number."""

import numpy as np


def largest_step(inputs):
    inputs = np.pad(inputs.astype(float), [(0, 0), (0, 1)], constant_values=1)
    return len(inputs) / np.linalg.svd(inputs, compute_uv=False).max() ** 2
