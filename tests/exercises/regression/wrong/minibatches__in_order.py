"""The rows come in order, in every epoch.

caught by: test_each_epoch_has_an_order_of_its_own
says: Both epochs came in the order in which the rows were given
"""


def minibatches(x, y, batch_size, rng):
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], y[start : start + batch_size]
