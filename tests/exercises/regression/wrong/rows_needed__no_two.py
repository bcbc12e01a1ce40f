"""The 2 is forgotten.

caught by: test_one_model_by_hand
says: the 2 in front of n is missing
"""

import math


def rows_needed(epsilon, models):
    return math.ceil(math.log(20 * models) / epsilon**2)
