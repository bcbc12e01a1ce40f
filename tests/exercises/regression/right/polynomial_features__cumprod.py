"""Running products of a stack; in Fortran's order."""

import numpy as np


def polynomial_features(x, degree):
    stack = np.repeat(x.astype(np.float64)[None], degree, axis=0)
    return np.asfortranarray(
        np.concatenate(tuple(np.cumprod(stack, axis=0)), axis=1)
    )
