"""The number of models plays no part.

caught by: test_a_thousand_models
says: the number of models plays no part
"""

import math


def rows_needed(epsilon, models):
    return math.ceil(math.log(20) / (2 * epsilon**2))
