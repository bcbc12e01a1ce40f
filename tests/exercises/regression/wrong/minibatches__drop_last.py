"""The last, short batch is dropped.

caught by: test_ten_rows_in_batches_of_four
says: the last, shorter batch was dropped
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    for i in range(len(x) // batch_size):
        rows = order[i * batch_size : (i + 1) * batch_size]
        yield x[rows], y[rows]
