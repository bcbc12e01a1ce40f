"""Small columns are taken for dependent.

caught by: test_columns_of_very_different_size
says: above the least that is possible
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.lstsq(a, y, rcond=1e-6)[0]
    return theta[:-1], theta[-1].item()
