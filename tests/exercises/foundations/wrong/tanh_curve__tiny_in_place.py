"""A line is added for entries near zero that works on the caller's array.

caught by: test_a_few_by_hand
says: expected was
"""

import numpy as np


def tanh_curve(x):
    flat = x.reshape(-1)
    flat[np.abs(flat) < 1e-12] = 0.0
    power = np.exp(-2 * np.abs(flat))
    return (np.sign(flat) * (1 - power) / (1 + power)).reshape(x.shape)
