"""The weight of the ones is left among the others.

caught by: test_three_points_by_hand
says: none for the ones
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.lstsq(a, y, rcond=None)[0]
    return theta, float(theta[-1, 0])
