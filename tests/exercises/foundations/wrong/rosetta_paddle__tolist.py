"""one_hot leaves the framework by tolist.

caught by: test_whole_numbers_stay_on_their_device
says: one_hot copies numbers
"""

import numpy as np
import paddle


def column_means(x):
    return x.mean(axis=0, keepdim=True)


def row_maxima(x):
    return x.max(axis=1)


def spread(x):
    return x.std(axis=0, unbiased=False)


def stack_below(a, b):
    return paddle.concat([a, b], axis=0)


def channels_first(x):
    return x.transpose([0, 3, 1, 2])


def one_hot(labels, k):
    rows = np.zeros((len(labels), k), np.float32)
    for row, label in zip(rows, labels.tolist(), strict=True):
        row[label] = 1
    return paddle.to_tensor(rows)


def share_right(hits):
    return hits.astype("float32").mean()


def backwards(x):
    return x.flip(0)


def each_twice(x):
    return paddle.repeat_interleave(x, 2)


def middle(x):
    n = x.shape[0]
    x = x.sort()
    return (x[(n - 1) // 2] + x[n // 2]) / 2
