"""Both powers divided by the larger one, in a class that can be called."""

import numpy as np


class Curve:
    def __call__(self, x):
        largest = np.abs(x)
        up, down = np.exp(x - largest), np.exp(-x - largest)
        return (up - down) / (up + down)


tanh_curve = Curve()
