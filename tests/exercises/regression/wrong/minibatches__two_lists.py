"""All batches of x, and then all of y.

caught by: test_ten_rows_in_batches_of_four
says: zip puts them together
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    starts = range(0, len(x), batch_size)
    parts = [order[start : start + batch_size] for start in starts]
    return [x[rows] for rows in parts], [y[rows] for rows in parts]
