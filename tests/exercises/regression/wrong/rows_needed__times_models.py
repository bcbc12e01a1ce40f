"""Each model asks for rows of its own.

caught by: test_a_thousand_models
says: m stands inside the logarithm
"""

import math


def rows_needed(epsilon, models):
    return math.ceil(models * math.log(20) / (2 * epsilon**2))
