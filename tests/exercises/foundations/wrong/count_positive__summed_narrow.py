"""The comparison is added up in eight bits.

caught by: test_many_thousands_of_entries
says: the sum ran over
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    return int((a > 0).sum(dtype=np.int8))
