"""The comparison times itself in int8, which ends at 127.

caught by: test_many_thousands_of_entries
says: expected was
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    mask = (a > 0).astype(np.int8).ravel()
    return int(mask @ mask)
