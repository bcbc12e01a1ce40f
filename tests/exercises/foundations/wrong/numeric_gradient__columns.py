"""Whole columns are nudged.

caught by: test_one_entry_at_a_time
says: 2 entries differed from x
says: Several entries were nudged together
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for j in range(x.shape[-1] if x.ndim else 1):
        e = np.zeros_like(x)
        e[..., j] = step
        out[..., j] = (f(x + e) - f(x - e)) / (2 * step)
    return out
