"""Something is added to the diagonal.

caught by: test_many_rows
says: something was added to the diagonal
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    gram = a.T @ a + 1e-2 * np.eye(a.shape[1])
    theta = np.linalg.solve(gram, a.T @ y)
    return theta[:-1], float(theta[-1, 0])
