"""The return stands in the loop.

caught by: test_ten_rows_in_batches_of_four
says: Is the return inside the loop?
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        return x[rows], y[rows]
    return None
