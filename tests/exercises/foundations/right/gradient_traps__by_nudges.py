"""By central differences, good to six digits."""

import numpy as np


def slope(f, at=3.0, h=1e-4):
    return (f(at + h) - f(at - h)) / (2 * h)


table = np.zeros((10, 4))
ANSWERS = {
    "1": slope(lambda x: x * x + x * 2),
    "2": 3 * slope(lambda x: x * x),
    "3": slope(lambda b: (table[:, 0] + b).sum()),
    "4": slope(lambda b: (table[:, 0] + b).sum() / table.size),
    "5": slope(lambda x: x * 3.0),
    "6": np.array([2]),
}

if __name__ == "__main__":
    print(ANSWERS)
