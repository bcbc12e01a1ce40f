"""One entry a call, which ends at about a thousand.

caught by: test_many_thousands_of_entries
says: calls itself
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    rest = a.ravel()
    if rest.size == 0:
        return 0
    return int(rest[0] > 0) + count_positive(rest[1:])
