"""All the digits that the simulation gives, as NumPy prints and computes."""

import numpy as np

ANSWERS = {
    "failures": np.float64(15.0),
    "young": np.sqrt(2 * 0.1 * 20),
    "best": 2.0,
    "daily": 580.2399541506576,
    "machines": np.float32(2.033870237116827),
}
