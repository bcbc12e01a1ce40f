"""Only x is shuffled.

caught by: test_x_stays_with_its_y
says: x was shuffled and y was not
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        end = start + batch_size
        yield x[order[start:end]], y[start:end]
