"""Zero times minus infinity is left as nan.

caught by: test_what_never_comes_costs_nothing
says: nan
"""

import numpy as np


def cross_entropy(p, q):
    with np.errstate(all="ignore"):
        return float(-np.sum(p * np.log(q)))
