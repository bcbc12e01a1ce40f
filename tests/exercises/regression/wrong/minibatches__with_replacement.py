"""Rows are drawn with replacement.

caught by: test_ten_rows_in_batches_of_four
says: drawn with replacement
"""


def minibatches(x, y, batch_size, rng):
    order = rng.integers(0, len(x), len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows]
