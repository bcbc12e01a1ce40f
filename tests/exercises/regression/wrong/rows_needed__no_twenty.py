"""The chance is forgotten.

caught by: test_a_thousand_models
says: the 20 is missing
"""

import math


def rows_needed(epsilon, models):
    return math.ceil(math.log(models) / (2 * epsilon**2))
