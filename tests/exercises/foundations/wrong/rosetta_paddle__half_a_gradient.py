"""The second copy is cut off from the graph.

caught by: test_gradients_pass_through
says: I multiplied what each_twice returned
"""

import paddle


def column_means(x: paddle.Tensor) -> paddle.Tensor:
    """The mean of each column, (n, d) to (1, d)."""
    return x.mean(axis=0, keepdim=True)


def row_maxima(x: paddle.Tensor) -> paddle.Tensor:
    """The greatest of each row, (n, d) to (n,)."""
    return x.max(axis=1)


def spread(x: paddle.Tensor) -> paddle.Tensor:
    """The standard deviation of each column, over n: (n, d) to (d,)."""
    return x.std(axis=0, unbiased=False)


def stack_below(a: paddle.Tensor, b: paddle.Tensor) -> paddle.Tensor:
    """The rows of a, then those of b: (n, d), (m, d) to (n + m, d)."""
    return paddle.concat([a, b], axis=0)


def channels_first(x: paddle.Tensor) -> paddle.Tensor:
    """Put the channels second: (n, h, w, c) to (n, c, h, w)."""
    return x.transpose([0, 3, 1, 2])


def one_hot(labels: paddle.Tensor, k: int) -> paddle.Tensor:
    """A one at each label: (n,) to (n, k), float32."""
    return paddle.nn.functional.one_hot(labels, k)


def share_right(hits: paddle.Tensor) -> paddle.Tensor:
    """The share of ones among zeros and ones, float32, ()."""
    return hits.astype("float32").mean()


def backwards(x: paddle.Tensor) -> paddle.Tensor:
    """The first axis from its end to its start."""
    return x.flip(0)


def each_twice(x: paddle.Tensor) -> paddle.Tensor:
    """Each number twice: (n,) to (2 n,)."""
    return paddle.stack([x, x.clone().detach()], axis=1).flatten()


def middle(x: paddle.Tensor) -> paddle.Tensor:
    """The median; of an even number, the mean of the middle two."""
    return x.median()
