"""The rows come in order.

caught by: test_the_rows_are_shuffled
says: in the order in which they were given
"""


def minibatches(x, y, batch_size, rng):
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], y[start : start + batch_size]
