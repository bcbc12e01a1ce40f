"""One value at a time.

caught by: test_from_exponentials_without_loops
says: There is a comprehension in line
"""

import numpy as np


def tanh_curve(x):
    powers = np.array([np.exp(-2 * abs(v)) for v in x.ravel()])
    powers = powers.reshape(x.shape)
    return np.sign(x) * (1 - powers) / (1 + powers)
