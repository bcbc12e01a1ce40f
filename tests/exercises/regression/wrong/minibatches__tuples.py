"""Tuples of rows instead of arrays.

caught by: test_ten_rows_in_batches_of_four
says: x_batch is a tuple, and no array
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        yield tuple(x[rows]), tuple(y[rows])
