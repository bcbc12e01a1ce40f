"""Positive and negative entries are filled in separately, by masks."""

import numpy as np


def positive(x):
    power = np.exp(-2 * x)
    return (1 - power) / (1 + power)


def tanh_curve(x):
    x = np.asarray(x)
    result = np.zeros(x.shape, dtype=x.dtype)
    right, left = x > 0, x < 0
    result[right] = positive(x[right])
    result[left] = -positive(-x[left])
    return result
