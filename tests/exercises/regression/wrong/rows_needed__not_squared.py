"""Epsilon is not squared.

caught by: test_one_model_by_hand
says: has to be squared
"""

import math


def rows_needed(epsilon, models):
    return math.ceil(math.log(20 * models) / (2 * epsilon))
