"""The search stops at 100,000 rows.

caught by: test_a_small_bound_and_many_models
says: It returned None
"""

import math


def rows_needed(epsilon: float, models: int) -> int:
    for n in range(1, 100_001):
        if math.sqrt(math.log(20 * models) / (2 * n)) <= epsilon:
            return n
    return None
