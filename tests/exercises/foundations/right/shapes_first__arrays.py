"""Arrays of axes."""

import numpy as np

SHAPES = {
    "1": np.array((8, 5), dtype=int),
    "2": np.array((3,), dtype=int),
    "3": "error",
    "4": np.array((8, 3), dtype=int),
    "5": np.array((8,), dtype=int),
    "6": np.array((8, 8), dtype=int),
    "7": np.array((8, 8, 3), dtype=int),
    "8": np.array((), dtype=int),
}
