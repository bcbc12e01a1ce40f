"""A callable dataclass, by averages."""

from dataclasses import dataclass

import numpy as np


@dataclass
class LinearGradient:
    factor: float = 2.0

    def __call__(self, x, y, w, b):
        residual = np.subtract(np.dot(x, w) + b, y, dtype=float)
        grad_w = self.factor * np.average(x * residual, axis=0)[:, None]
        return grad_w, self.factor * np.average(residual)


linear_gradient = LinearGradient()
