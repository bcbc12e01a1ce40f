"""Squares summed by einsum; a decorator takes lists, too, and a demo runs."""

import functools

import numpy as np


def of_floats(function):
    @functools.wraps(function)
    def wrapped(*points):
        return function(*(np.array(p, dtype=np.float64) for p in points))

    return wrapped


@of_floats
def pairwise_distances(a, b):
    differences = np.expand_dims(a, 1) - np.expand_dims(b, 0)
    return np.einsum("ijk,ijk->ij", differences, differences) ** 0.5


if __name__ == "__main__":
    for row in pairwise_distances([[0, 0], [3, 0]], [[0, 4]]):
        print(row)
