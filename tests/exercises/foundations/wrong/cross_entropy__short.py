"""The loop stops before the last symbol.

caught by: test_two_symbols_by_hand
says: the last symbol is missing
"""

import math


def cross_entropy(p, q):
    total = 0.0
    for j in range(len(p) - 1):
        if p[j] > 0:
            total -= p[j] * math.log(q[j]) if q[j] > 0 else -math.inf
    return float(total)
