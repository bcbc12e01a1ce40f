"""Ready functions with an argument filled in, and an object to call."""

from functools import partial

import paddle

column_means = partial(paddle.mean, axis=0, keepdim=True)


def row_maxima(x):
    return x.max(axis=1)


def spread(x):
    return x.std(axis=0, unbiased=False)


def stack_below(a, b):
    return paddle.concat([a, b], axis=0)


def channels_first(x):
    return x.transpose([0, 3, 1, 2])


def one_hot(labels, k):
    return paddle.nn.functional.one_hot(labels, k).astype("float32")


class Share:
    def __call__(self, hits):
        return paddle.mean(paddle.cast(hits, "float32"))


share_right = Share()


backwards = partial(paddle.flip, axis=[0])


def each_twice(x):
    return paddle.repeat_interleave(x, 2)


def middle(x):
    n = x.shape[0]
    x = x.sort()
    return (x[(n - 1) // 2] + x[n // 2]) / 2
