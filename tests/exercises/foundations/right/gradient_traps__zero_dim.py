"""Read off the engine, whose gradients are arrays of shape ()."""

import numpy as np

ANSWERS = {
    "1": np.array(8.0),
    "2": np.array(18.0),
    "3": np.ones((10, 4)).sum(axis=0)[0],
    "4": np.full((10, 4), 1 / 40).sum(axis=0)[0],
    "5": np.array(3.0),
    "6": np.array(2.0),
}
