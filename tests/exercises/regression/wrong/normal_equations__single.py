"""Rounds x to float32, in which the columns hardly depend.

caught by: test_columns_that_depend_on_each_other
says: solve in float64, as x came
"""

import numpy as np


def normal_equations(x, y):
    a = np.c_[x, np.ones(len(x))].astype(np.float32)
    theta = np.linalg.lstsq(a, y.astype(np.float32), rcond=None)[0]
    return theta[:-1], theta[-1].item()
