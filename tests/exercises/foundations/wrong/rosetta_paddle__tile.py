"""The whole is repeated.

caught by: test_each_twice
says: the whole was repeated
"""

import paddle


def column_means(x: paddle.Tensor) -> paddle.Tensor:
    return x.mean(axis=0, keepdim=True)


def row_maxima(x: paddle.Tensor) -> paddle.Tensor:
    return x.max(axis=1)


def spread(x: paddle.Tensor) -> paddle.Tensor:
    return x.std(axis=0, unbiased=False)


def stack_below(a: paddle.Tensor, b: paddle.Tensor) -> paddle.Tensor:
    return paddle.concat([a, b], axis=0)


def channels_first(x: paddle.Tensor) -> paddle.Tensor:
    return x.transpose([0, 3, 1, 2])


def one_hot(labels: paddle.Tensor, k: int) -> paddle.Tensor:
    return paddle.nn.functional.one_hot(labels, k)


def share_right(hits: paddle.Tensor) -> paddle.Tensor:
    return hits.astype("float32").mean()


def backwards(x: paddle.Tensor) -> paddle.Tensor:
    return x.flip(0)


def each_twice(x: paddle.Tensor) -> paddle.Tensor:
    return x.tile([2])


def middle(x: paddle.Tensor) -> paddle.Tensor:
    return x.median()
