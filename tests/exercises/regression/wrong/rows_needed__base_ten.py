"""The logarithm to base 10.

caught by: test_one_model_by_hand
says: to base 10
"""

import math


def rows_needed(epsilon, models):
    return math.ceil(math.log10(20 * models) / (2 * epsilon**2))
