"""A fraction of a row.

caught by: test_one_model_by_hand
says: It returned 149.787
says: Rows come whole
"""

import math


def rows_needed(epsilon, models):
    return math.log(20 * models) / (2 * epsilon**2)
