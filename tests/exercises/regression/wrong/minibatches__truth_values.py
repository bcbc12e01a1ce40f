"""Truth values become whole numbers.

caught by: test_texts_with_truth_values
says: type bool
"""


def minibatches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows] + 0
