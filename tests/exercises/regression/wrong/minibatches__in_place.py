"""The caller's arrays are shuffled.

caught by: test_the_arrays_that_came_in_are_untouched
says: works in place
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    x[:], y[:] = x[order], y[order]
    for start in range(0, len(x), batch_size):
        end = start + batch_size
        yield x[start:end].copy(), y[start:end].copy()
