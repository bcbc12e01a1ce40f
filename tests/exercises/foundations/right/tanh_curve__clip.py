"""Right: clipped at 20, where the curve is 1 to all digits."""

import numpy as np


def tanh_curve(values):
    z = np.clip(values, -20, 20)
    sinh, cosh = np.exp(z) - np.exp(-z), np.exp(z) + np.exp(-z)
    return sinh / cosh
