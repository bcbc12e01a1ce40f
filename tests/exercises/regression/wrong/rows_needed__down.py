"""Rounded down.

caught by: test_one_model_by_hand
says: round up
"""

import math


def rows_needed(epsilon, models):
    return int(math.log(20 * models) / (2 * epsilon**2))
