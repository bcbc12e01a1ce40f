"""What is nan is taken for one.

caught by: test_large_numbers_do_not_overflow
says: It returned
"""

import numpy as np


def tanh_curve(x):
    up, down = np.exp(x), np.exp(-x)
    return np.nan_to_num((up - down) / (up + down), nan=1.0)
