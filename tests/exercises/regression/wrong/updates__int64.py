"""In 64 bits, which the product overflows.

caught by: test_large_numbers_are_exact
says: 90071992547409930000000000000000
"""

import numpy as np


def updates(rows, batch_size, epochs, drop_last=False):
    rows = np.int64(rows)
    batches = rows // batch_size if drop_last else -(-rows // batch_size)
    return int(batches * np.int64(epochs))
