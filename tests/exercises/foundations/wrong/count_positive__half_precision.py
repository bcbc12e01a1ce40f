"""The sum has the type of a, and half precision ends at 65504.

caught by: test_many_thousands_of_entries
says: expected was
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    return int(np.where(a > 0, a.dtype.type(1), a.dtype.type(0)).sum())
