"""The matrix is squared again and again; plain rows of Python."""

import numpy as np


def largest_step(x):
    rows = [[*map(float, row), 1.0] for row in x]
    h = 2 * np.array(rows).T @ np.array(rows) / len(rows)
    logs = 0.0
    share = 1.0
    for _ in range(60):
        size = np.linalg.norm(h)
        logs += share * np.log(size)
        h = (h / size) @ (h / size)
        share /= 2
    return 2 / np.exp(logs)
