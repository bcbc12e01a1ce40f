"""A loop over the rows, which nothing forbids; math.copysign."""

import math

import numpy as np


def huber_gradient(inputs, targets, weights, bias, limit):
    slope_w, slope_b = np.zeros(weights.shape), np.zeros(1)
    for row, (target,) in zip(inputs, targets, strict=True):
        r = float(np.dot(row, weights[:, 0])) + bias - target
        pull = 2 * (r if abs(r) < limit else math.copysign(limit, r))
        slope_w += pull * row.reshape(-1, 1) / len(inputs)
        slope_b += pull / len(inputs)
    return slope_w, slope_b
