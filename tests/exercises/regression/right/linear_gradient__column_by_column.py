"""A loop over the few columns, none over the rows; an array of one for b."""

import numpy as np


def linear_gradient(inputs, targets, weights, bias):
    r = np.einsum("ij,jk->ik", inputs, weights) + bias - targets
    slopes = [[2 * np.mean(column * r[:, 0])] for column in inputs.T]
    return [np.array(slopes), 2 * r.mean(axis=0)]
