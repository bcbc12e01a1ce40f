"""Whatever was believed impossible is left out.

caught by: test_the_impossible_costs_infinitely_much
says: the symbols with q = 0 were left out
"""

import numpy as np


def cross_entropy(p, q):
    thought_of = q > 0
    return float(-np.sum(p[thought_of] * np.log(q[thought_of])))
