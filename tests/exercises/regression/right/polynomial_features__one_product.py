"""Each block is the one before times x; the float64 array is made first."""

import numpy as np


def polynomial_features(inputs, highest):
    n, d = inputs.shape
    out = np.ones((n, d * (highest + 1)))
    for start in range(d, out.shape[1], d):
        block = out[:, start : start + d]
        np.multiply(out[:, start - d : start], inputs, out=block)
    return out[:, d:]
