"""Right: compared with np.tanh where the file is run by itself."""

import numpy as np


def tanh_curve(x: np.ndarray) -> np.ndarray:
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * ((1 - e) / (1 + e))


if __name__ == "__main__":
    x = np.linspace(-10, 10, 101)
    print(np.abs(tanh_curve(x) - np.tanh(x)).max())
