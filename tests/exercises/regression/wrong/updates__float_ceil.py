"""The quotient of large integers is rounded.

caught by: test_large_numbers_are_exact
says: expected was 30000000000000003
"""

import math


def updates(
    rows: int, batch_size: int, epochs: int, drop_last: bool = False
) -> int:
    batches = rows / batch_size
    return epochs * (math.floor(batches) if drop_last else math.ceil(batches))
